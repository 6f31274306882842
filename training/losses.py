"""How far the network is from what the corpora say; what a corpus does not say costs nothing."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORED, OPEN_NAME, Batch
from training.inventory import NAMES, ROLES, UPOS
from training.network import Network, Output

FEWEST = {"words": 300, "predicates": 80, "judgements": 20, "events": 20}
"""A batch with fewer labels than this counts for less, or the few would outweigh the many."""
NOMINAL_PREDICATE, NOMINAL_ROLES = 1.5, 2.0
OPEN = [NAMES.index("O"), NAMES.index("B-MISC"), NAMES.index("I-MISC")]


def losses_of(network: Network, batch: Batch) -> dict[str, Tensor]:
    """Compute the loss of every head that the batch has labels for."""
    output = Output(*(part.float() for part in network(*batch.inputs)))
    fine = output.tag.size(-1) - len(UPOS) - len(NAMES)
    upos, xpos, names = torch.split(output.tag, [len(UPOS), fine, len(NAMES)], -1)
    arcs = output.arc.masked_fill(~batch.words[:, None, :], -1e4)
    found = {
        "upos": _labels(upos, batch.upos),
        "xpos": _labels(xpos, batch.xpos),
        "names": _names(names, batch.names),
        "arcs": _labels(arcs, batch.heads),
        "relations": _relations(network, output, batch),
        "predicates": _predicates(output, batch),
        "times": _labels(output.tag2[..., 2:], batch.times),
        "roles": _roles(network, output, batch),
        "factuality": _factuality(output, batch),
        "events": _labels(output.event, batch.events),
        "owed": _labels(output.owed, batch.owed),
        "loaded": _labels(output.loaded, batch.loaded),
        "event_types": _event_types(output.event, batch.events),
    }
    return {key: loss for key, loss in found.items() if loss is not None}


def _mean(losses: Tensor, kind: str) -> Tensor:
    return losses.sum() / max(losses.numel(), FEWEST[kind])


def _labels(scores: Tensor, targets: Tensor) -> Tensor | None:
    known = targets != IGNORED
    if not known.any():
        return None
    return _mean(functional.cross_entropy(scores[known], targets[known], reduction="none"), "words")


def _names(scores: Tensor, targets: Tensor) -> Tensor | None:
    known = targets != IGNORED
    if not known.any():
        return None
    logs = functional.log_softmax(scores[known], -1)
    labels = targets[known]
    exact = -logs.gather(1, labels.clamp(min=0).unsqueeze(1)).squeeze(1)
    either = -torch.logsumexp(logs[:, OPEN], -1)
    return _mean(torch.where(labels == OPEN_NAME, either, exact), "words")


def _relations(network: Network, output: Output, batch: Batch) -> Tensor | None:
    known = batch.heads != IGNORED
    if not known.any():
        return None
    places = batch.heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, output.lh.size(-1))
    scores = network.relations(output.ld[known], output.lh.gather(1, places)[known]).float()
    return _labels(scores, batch.relations[known])


def _predicates(output: Output, batch: Batch) -> Tensor | None:
    known = batch.predicates != IGNORED
    if not known.any():
        return None
    losses = functional.cross_entropy(output.tag2[..., :2][known], batch.predicates[known], reduction="none")
    return _mean(losses * (1.0 + (NOMINAL_PREDICATE - 1.0) * batch.nominal[known].float()), "words")


def _roles(network: Network, output: Output, batch: Batch) -> Tensor | None:
    rows, words = batch.role_places
    if not rows.numel():
        return None
    scores = network.roles(output.sp[rows, words], output.sa[rows]).float()
    losses = functional.cross_entropy(
        scores.reshape(-1, len(ROLES)), batch.roles.reshape(-1), ignore_index=IGNORED, reduction="none"
    )
    weight = 1.0 + (NOMINAL_ROLES - 1.0) * batch.nominal[rows, words].float()
    return _mean(losses.view(len(rows), -1).sum(1) * weight, "predicates")


def _event_types(scores: Tensor, targets: Tensor) -> Tensor | None:
    """Of words that tell an event, how far the type is from the true one: among all words they are too few to count."""
    told = targets > 0
    if not told.any():
        return None
    losses = functional.cross_entropy(scores[told][:, 1:], targets[told] - 1, reduction="none", label_smoothing=0.05)
    return _mean(losses, "events")


def _factuality(output: Output, batch: Batch) -> Tensor | None:
    known = ~batch.factuality.isnan()
    if not known.any():
        return None
    losses = functional.smooth_l1_loss(output.fact[known], batch.factuality[known], beta=0.5, reduction="none")
    return _mean(losses, "judgements")
