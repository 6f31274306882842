"""How fast the language model and all the readers are, and how much of that is the bare network. Prints JSON.

python -m benchmarks.speed [--reports 20] [--words 700] [--rounds 3]
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
from benchmarks.texts import document_of, texts

from truceline.reading import language_model, read_document
from truceline.reading.network.sentences import divide


def cpu_seconds(work: Callable[[], object]) -> float:
    """Measure the processor time of this process, all its threads together."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


class Recorded:
    """Stands where the session stands, and keeps what the network was given, so that the bare pass can be repeated."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self.session, self.inputs = session, []

    def run(self, outputs: list[str], inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        self.inputs.append(inputs)
        return self.session.run(outputs, inputs)


def measure(reports: int, words: int, rounds: int, folder: Path | None) -> dict[str, float | int | str]:
    """Time the whole pass and the bare network in turns, and give the medians."""
    model = language_model.load(folder)
    documents = [document_of(text) for text in texts(reports, words)]
    session = model._session
    model._session = recorded = Recorded(session)
    sentences = [sentence for document in documents for sentence in model.read(document)]
    model._session = session
    names = list(language_model.OUTPUTS)

    def whole() -> None:
        for document in documents:
            model.read(document)

    def bare() -> None:
        for inputs in recorded.inputs:
            session.run(names, inputs)

    def split() -> None:
        for document in documents:
            divide(document)

    def read() -> None:
        for document in documents:
            read_document(document, model)

    read()  # the vocabulary is loaded once
    times = [(cpu_seconds(whole), cpu_seconds(bare), cpu_seconds(split), cpu_seconds(read)) for _ in range(rounds)]
    whole_time, bare_time, split_time, read_time = (statistics.median(column) for column in zip(*times, strict=True))
    read_words = sum(len(sentence.words) for sentence in sentences)
    return {
        "language_model": f"{model.name} {model.version}",
        "reports": reports,
        "words": read_words,
        "sentences": len(sentences),
        "cpu_seconds": round(whole_time, 3),
        "cpu_seconds_bare_network": round(bare_time, 3),
        "cpu_seconds_splitting": round(split_time, 3),
        "ratio_to_bare_network": round(statistics.median(a / b for a, b, _, _ in times), 3),
        "reports_of_700_words_per_cpu_second": round(read_words / 700 / whole_time, 2),
        "cpu_seconds_reading": round(read_time, 3),
        "ratio_of_reading_to_bare_network": round(statistics.median(d / b for _, b, _, d in times), 3),
        "readings_of_700_words_per_cpu_second": round(read_words / 700 / read_time, 2),
    }


def main() -> None:
    """Measure as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reports", type=int, default=20)
    parser.add_argument("--words", type=int, default=700)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--weights", type=Path, default=None)
    given = parser.parse_args()
    print(json.dumps(measure(given.reports, given.words, given.rounds, given.weights), indent=2))


if __name__ == "__main__":
    main()
