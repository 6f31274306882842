"""The whole training as one command: python -m training.run --data DIR --wikiwars DIR."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

HERE = Path(__file__).parent
STEPS = ("prepare", "train", "further", "events", "marks", "wider", "kept", "export", "evaluate")
QUIET_THREADS = {"OMP_WAIT_POLICY": "passive", "GOMP_SPINCOUNT": "0", "KMP_BLOCKTIME": "0"}
"""Waiting threads must not spin: on a busy machine that costs a factor of seven. Read when torch is loaded."""


def main() -> None:
    """Read the arguments and take the steps asked for, all by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of the corpora, laid out as README.md says")
    parser.add_argument("--wikiwars", type=Path, help="folder of WikiWars (default: DIR/wikiwars of the corpora)")
    parser.add_argument("--work", type=Path, default=HERE / "work", help="folder for prepared corpora and checkpoints")
    parser.add_argument("--weights", type=Path, default=HERE.parent / "src" / "truceline" / "weights")
    parser.add_argument("--checkpoint", default="kept.pt", help="which checkpoint in the work folder to export")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS)
    given = parser.parse_args()

    # The steps are imported late, after the settings for the threads.
    os.environ.update(QUIET_THREADS)
    if "prepare" in given.steps:
        from training.prepare import prepare

        if given.data is None:
            parser.error("prepare needs --data")
        prepare(given.data, given.wikiwars or given.data / "wikiwars", given.work)
    if "train" in given.steps:
        from training.train import train

        train(given.work, HERE / "configuration.toml")
    if "further" in given.steps:
        from training.train import train_further

        train_further(given.work, HERE / "configuration.toml")
    if "events" in given.steps:
        from training.train import train_events

        train_events(given.work, HERE / "configuration.toml")
    if "marks" in given.steps:
        from training.train import train_marks

        train_marks(given.work, HERE / "configuration.toml")
    if "wider" in given.steps:
        from training.train import train_wider

        train_wider(given.work, HERE / "configuration.toml")
    if "kept" in given.steps:
        from training.train import train_kept

        train_kept(given.work, HERE / "configuration.toml")
    if "export" in given.steps:
        from training.export import export

        export(given.work, given.checkpoint, HERE / "configuration.toml", given.weights)
    if "evaluate" in given.steps:
        from training.evaluate import evaluate

        evaluate(given.work, given.weights, HERE / "scores.json")


if __name__ == "__main__":
    main()
