"""The trained network as it ships: one int8 graph, the small matrices beside it, the vocabulary and the labels."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn

from training.inventory import Inventory
from training.network import ATTENTION_HEADS, WIDTH, Layer, Network, Output, Sizes
from training.train import encoder_folder

OPSET = 17
LATE_HEADS = ("event", "owed", "loaded")
"""Heads that only the last stages have learnt."""
BEFORE_LATE_HEADS = frozenset({"network.pt", "further.pt"})
"""States of stages before those."""
QUANTISED = ["MatMul", "Attention", "Gemm", "Gather"]
INPUTS = ("ids", "sh", "am", "first", "last")


def export(work: Path, checkpoint: str, configuration: Path, weights: Path) -> None:
    """Write network.onnx, matrices.npz, vocab.txt and labels.json into the weights folder."""
    settings = tomllib.loads(configuration.read_text(encoding="utf-8"))
    inventory = Inventory.load(work / "labels.json")
    sizes, averaged = Sizes(**settings["sizes"]), settings["network"]["averaged"]
    network = load_network(work / checkpoint, inventory, sizes, averaged=averaged)
    if shares := settings["network"].get("blended"):
        loaded = {name: load_network(work / name, inventory, sizes, averaged=averaged) for name in shares}
        blend(network, {name: (loaded[name], share) for name, share in shares.items()})
    weights.mkdir(parents=True, exist_ok=True)
    plain, fused = work / "plain.onnx", work / "fused.onnx"
    _write_graph(network, plain)
    _fuse(plain, fused)
    quantize_dynamic(
        fused,
        weights / "network.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=QUANTISED,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    np.savez(weights / "matrices.npz", **matrices_of(network))  # type: ignore[arg-type]
    shutil.copyfile(encoder_folder() / "vocab.txt", weights / "vocab.txt")
    inventory.save(weights / "labels.json", settings["network"]["name"], settings["network"]["version"])
    for file in sorted(weights.iterdir()):
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB", flush=True)


def load_network(checkpoint: Path, inventory: Inventory, sizes: Sizes, *, averaged: bool) -> Network:
    """Read a checkpoint: its last state, or the moving average if that is asked for and there is one."""
    state = torch.load(checkpoint, weights_only=True)
    network = Network(inventory, sizes)
    network.load_state_dict(state["network"], strict=False)
    if averaged and "average" in state:
        network.load_state_dict(state["average"], strict=False)
    return network.eval()


@torch.no_grad()
def blend(network: Network, others: dict[str, tuple[Network, float]]) -> None:
    """Mix other states into every weight of a network by their shares, into late heads those that have learnt them."""
    for name, mine in network.named_parameters():
        mixed = [
            (dict(other.named_parameters())[name], share)
            for checkpoint, (other, share) in others.items()
            if not (name.startswith(LATE_HEADS) and checkpoint in BEFORE_LATE_HEADS)
        ]
        own = 1.0 - sum(share for _, share in others.values())
        total = own + sum(share for _, share in mixed)
        mine.copy_(sum((theirs * share for theirs, share in mixed), mine * own) / total)


def matrices_of(network: Network) -> dict[str, np.ndarray]:
    """Take out what is multiplied in numpy: only for the heads and predicates that decoding chose."""
    kept = {
        "r1w": network.relation_inner.weight,
        "r1b": network.relation_inner.bias,
        "row": network.relation.weight,
        "rob": network.relation.bias,
        "SU": network.role,
    }
    return {key: value.detach().numpy() for key, value in kept.items()}


class _Graph(nn.Module):
    """The network with a plain tuple as output, which is what the exporter takes."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        return tuple(self.network(*inputs))


def _write_graph(network: Network, path: Path) -> None:
    for module in network.modules():
        if isinstance(module, Layer):
            module.plain_attention = True
    rows, pieces, words = 2, 16, 10
    ids = torch.randint(1000, 2000, (rows, pieces))
    first = torch.arange(words).expand(rows, words).contiguous()
    inputs = (ids, torch.zeros_like(ids), torch.ones_like(ids), first, first + 1)
    outputs = Output._fields
    axes = {name: {0: "sentence", 1: "piece"} for name in ("ids", "sh", "am")}
    axes |= {name: {0: "sentence", 1: "word"} for name in ("first", "last", *outputs)}
    axes["arc"][2] = "head"
    torch.onnx.export(
        _Graph(network),
        inputs,
        path,
        input_names=list(INPUTS),
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def _fuse(plain: Path, fused: Path) -> None:
    """Join the steps of attention and of the norms to single operators, which is where the speed comes from."""
    found = optimizer.optimize_model(
        str(plain), model_type="bert", num_heads=ATTENTION_HEADS, hidden_size=WIDTH, opt_level=0
    )
    counts = {name: count for name, count in found.get_fused_operator_statistics().items() if count}
    print(f"fused: {counts}", flush=True)
    found.save_model_to_file(str(fused))
