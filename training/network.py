"""The network: the MiniLM encoder with a shape embedding, and one small head for every layer of annotation."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.inventory import EVENTS, LOADED, NAMES, OWED, ROLES, TIMES, UPOS, Inventory
from training.pieces import SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512


@dataclass(frozen=True)
class Sizes:
    """How wide the heads are."""

    arcs: int = 192
    relations: int = 160
    roles: int = 96
    factuality: int = 128
    events: int = 192
    owed: int = 96
    loaded: int = 192
    dropout: float = 0.1
    head_dropout: float = 0.2


class Output(NamedTuple):
    """What the network says of every word; the names of the graph's outputs, in their order."""

    tag: Tensor
    """UPOS, then XPOS, then names."""
    arc: Tensor
    """Score of every word (dependent) with every word (head); word 0 is the root."""
    ld: Tensor
    lh: Tensor
    """A word as dependent and as head, for the relation."""
    tag2: Tensor
    """No predicate, predicate; then times: outside, first, inside."""
    sp: Tensor
    sa: Tensor
    """A word as predicate and as head of an argument, for the role."""
    fact: Tensor
    """Did it happen, is the writer sure; -3 to 3."""
    event: Tensor
    """No event, or the PLOVER type of the one that the word tells."""
    owed: Tensor
    """Nothing, or whether the word tells what is owed, kept or broken."""
    loaded: Tensor
    """Nothing, or the class of the loaded phrase that the word stands in."""
    w: Tensor
    """The word itself, for readers that compare words."""


class Layer(nn.Module):
    """One layer of the encoder, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.plain_attention = False
        """Write attention out step by step: the exporter's optimiser looks for these steps."""

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        def split(states: Tensor) -> Tensor:
            shape = (states.size(0), states.size(1), ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
            return states.view(shape).permute(0, 2, 1, 3)

        query, key, value = split(self.query(hidden)), split(self.key(hidden)), split(self.value(hidden))
        if self.plain_attention:
            scores = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // ATTENTION_HEADS) + mask
            context = functional.softmax(scores, dim=-1) @ value
        else:
            drop = self.dropout.p if self.training else 0.0
            context = functional.scaled_dot_product_attention(query, key, value, mask.to(query.dtype), drop)
        context = context.permute(0, 2, 1, 3).contiguous()
        context = context.view(context.size(0), context.size(1), WIDTH)
        hidden = self.attended_norm(self.dropout(self.attended(context)) + hidden)
        result: Tensor = self.outer_norm(self.dropout(self.outer(functional.gelu(self.inner(hidden)))) + hidden)
        return result


class Encoder(nn.Module):
    """MiniLM: pieces to contextual vectors."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        found = self.pieces(ids) + shapes + self.positions.weight[: ids.size(1)] + self.segment
        hidden: Tensor = self.dropout(self.norm(found))
        added = (1.0 - mask.unsqueeze(1).unsqueeze(2).to(torch.float32)) * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, added)
        return hidden

    def load(self, weights: Path) -> None:
        """Take the published weights; their names are BERT's."""
        found = load_file(weights)
        own = {
            "pieces.weight": found["embeddings.word_embeddings.weight"],
            "positions.weight": found["embeddings.position_embeddings.weight"],
            "segment": found["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": found["embeddings.LayerNorm.weight"],
            "norm.bias": found["embeddings.LayerNorm.bias"],
        }
        places = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "attended": "attention.output.dense",
            "attended_norm": "attention.output.LayerNorm",
            "inner": "intermediate.dense",
            "outer": "output.dense",
            "outer_norm": "output.LayerNorm",
        }
        for number in range(LAYERS):
            for ours, theirs in places.items():
                for kind in ("weight", "bias"):
                    own[f"layers.{number}.{ours}.{kind}"] = found[f"encoder.layer.{number}.{theirs}.{kind}"]
        self.load_state_dict(own)


class Network(nn.Module):
    """The encoder and its heads. A word is the mean of its first and its last piece."""

    def __init__(self, inventory: Inventory, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes.dropout)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.drop = nn.Dropout(sizes.head_dropout)
        self.tag = nn.Linear(WIDTH, len(UPOS) + len(inventory.xpos) + len(NAMES))
        self.tree = nn.Linear(WIDTH, 2 * sizes.arcs + 2 * sizes.relations)
        self.arc = nn.Parameter(torch.zeros(sizes.arcs, sizes.arcs))
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arcs))
        self.relation_inner = nn.Linear(sizes.relations, sizes.relations)
        self.relation = nn.Linear(3 * sizes.relations, len(inventory.relations))
        self.predicate_and_time = nn.Linear(WIDTH, 2 + len(TIMES))
        self.role_words = nn.Linear(WIDTH, 2 * sizes.roles)
        self.role = nn.Parameter(torch.zeros(sizes.roles + 1, len(ROLES) * (sizes.roles + 1)))
        self.fact_inner = nn.Linear(WIDTH, sizes.factuality)
        self.fact = nn.Linear(sizes.factuality, 2)
        self.event_inner = nn.Linear(WIDTH, sizes.events)
        self.event = nn.Linear(sizes.events, len(EVENTS))
        self.owed_inner = nn.Linear(WIDTH, sizes.owed)
        self.owed = nn.Linear(sizes.owed, len(OWED))
        self.loaded_inner = nn.Linear(WIDTH, sizes.loaded)
        self.loaded = nn.Linear(sizes.loaded, len(LOADED))
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.role, std=0.02)
        with torch.no_grad():
            # Nearly every word is no argument: start there, or the first steps are spent on learning it.
            self.role.view(sizes.roles + 1, len(ROLES), sizes.roles + 1)[-1, 0, -1] = 4.0

    def forward(self, ids: Tensor, sh: Tensor, am: Tensor, first: Tensor, last: Tensor) -> Output:
        hidden = self.encoder(ids, self.shapes(sh), am)

        def at(places: Tensor) -> Tensor:
            found: Tensor = hidden.gather(1, places.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))
            return found

        words = self.drop((at(first) + at(last)) * 0.5)
        sizes = self.sizes
        tree = self.drop(functional.gelu(self.tree(words)))
        dependent, head, ld, lh = tree.split([sizes.arcs, sizes.arcs, sizes.relations, sizes.relations], -1)
        arc = (dependent @ self.arc + self.arc_bias) @ head.transpose(1, 2) * (sizes.arcs**-0.5)
        sp, sa = self.drop(functional.gelu(self.role_words(words))).split([sizes.roles, sizes.roles], -1)
        fact = self.fact(self.drop(functional.gelu(self.fact_inner(words))))
        event = self.event(self.drop(functional.gelu(self.event_inner(words))))
        owed = self.owed(self.drop(functional.gelu(self.owed_inner(words))))
        loaded = self.loaded(self.drop(functional.gelu(self.loaded_inner(words))))
        told = self.predicate_and_time(words)
        return Output(self.tag(words), arc, ld, lh, told, sp, sa, fact, event, owed, loaded, words)

    def relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Score the relations of words to their heads."""
        inner = functional.gelu(self.relation_inner(dependents * heads))
        scores: Tensor = self.relation(torch.cat([inner, dependents, heads], -1))
        return scores

    def roles(self, predicates: Tensor, arguments: Tensor) -> Tensor:
        """Score the roles of all words (predicate, word, role) for each predicate."""

        def with_one(values: Tensor) -> Tensor:
            return torch.cat([values, torch.ones_like(values[..., :1])], -1)

        folded = (with_one(predicates) @ self.role).view(predicates.size(0), len(ROLES), self.sizes.roles + 1)
        scores: Tensor = with_one(arguments) @ folded.transpose(1, 2)
        return scores
