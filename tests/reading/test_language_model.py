from __future__ import annotations

import os
from pathlib import Path

import pytest

from truceline.domain.document import Document, Part, Published
from truceline.reading.language_model import LONGEST, WEIGHTS, MissingWeights, NetworkModel, load


def a_document(text: str) -> Document:
    part = Part("body", 0, len(text))
    return Document("report-1", "a.txt", "0", "text/plain", None, None, (), Published(), "en", text, (part,))


@pytest.fixture(scope="module")
def model() -> NetworkModel:
    if "TRUCELINE_WEIGHTS" not in os.environ and not (WEIGHTS / "network.onnx").exists():
        pytest.skip("no weights here")
    return load()


def test_missing_weights_are_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(MissingWeights, match=r"network\.onnx"):
        NetworkModel(tmp_path, threads=1)


@pytest.mark.network
def test_a_sentence_gets_its_tree_names_times_and_roles(model: NetworkModel) -> None:
    text = "On Monday rebels attacked an army post in Nairobi, killing four soldiers."
    (sentence,) = model.read(a_document(text))
    attacked = next(p for p in sentence.predicates if sentence.words[p.word].text == "attacked")
    assert attacked.happened > 1
    agent, patient = attacked.argument("ARG0"), attacked.argument("ARG1")
    assert agent is not None
    assert sentence.words[agent.head].text == "rebels"
    assert patient is not None
    assert sentence.words[patient.head].text == "post"
    assert [sentence.words[n.first].text for n in sentence.names if n.type == "place"] == ["Nairobi"]
    assert (1, 1) in sentence.times
    assert sentence.words[attacked.word].lemma == "attack"


@pytest.mark.network
def test_every_word_shows_the_characters_of_the_document(model: NetworkModel) -> None:
    text = "“We cannot stop,” the FARC’s envoy said.\n\nThe talks in Havana, he added, *will* go on."
    document = a_document(text)
    sentences = model.read(document)
    assert [s.index for s in sentences] == list(range(len(sentences)))
    for sentence in sentences:
        for word in sentence.words:
            assert document.text[word.start : word.end] == word.text


@pytest.mark.network
def test_a_sentence_too_long_for_the_network_is_cut_and_nothing_is_lost(model: NetworkModel) -> None:
    text = "The dead came from " + ", ".join(f"village {n}" for n in range(LONGEST)) + "."
    sentences = model.read(a_document(text))
    assert len(sentences) > 1
    assert "".join(w.text for s in sentences for w in s.words) == text.replace(" ", "")


@pytest.mark.network
def test_reading_twice_gives_the_same(model: NetworkModel) -> None:
    document = a_document("The army denied that its aircraft had bombed Aleppo. Rebels said eighty died.")
    assert model.read(document) == model.read(document)


@pytest.mark.network
@pytest.mark.parametrize("text", ["", " \n ", "—", "Peace", "???", "1,000"])
def test_odd_texts_are_read(model: NetworkModel, text: str) -> None:
    assert "".join(w.text for s in model.read(a_document(text)) for w in s.words) == "".join(text.split())


@pytest.mark.network
def test_a_verb_has_one_subject(model: NetworkModel) -> None:
    text = "However, President Santos, who was not asked, declared, “there is no promise of an amnesty.”"
    (sentence,) = model.read(a_document(text))
    for word in range(len(sentence.words)):
        assert len([k for k in sentence.children(word) if sentence.words[k].relation in ("nsubj", "nsubj:pass")]) <= 1
