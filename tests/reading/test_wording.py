from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from truceline.contracts import LanguageModel
from truceline.documents import make_document
from truceline.domain.document import Report
from truceline.domain.mention import WORDING_CLASSES, Reading
from truceline.reading import read_document
from truceline.vocabulary import rows

LEANINGS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("wording_leanings.toml").read_text(encoding="utf-8"))
KINDS = {name: row for name, row in rows("wording").items() if "class" in row}


@pytest.fixture(scope="module")
def language_model() -> LanguageModel:
    from truceline.reading.language_model import load

    return load()


def read(language_model: LanguageModel, *paragraphs: str) -> Reading:
    text = "\n\n".join(
        ["Report from the region", *paragraphs, "Our office in the town has sent this report to all who read it."]
    )
    return read_document(make_document(Report("r.txt", text.encode())), language_model)


def wording(language_model: LanguageModel, *paragraphs: str) -> list[tuple[str, str]]:
    return [(mention.phrase, mention.class_) for mention in read(language_model, *paragraphs).wording]


# ---------------------------------------------------------------- the vocabulary as it stands


def test_every_row_has_a_class_that_is_known_an_example_and_a_near_miss() -> None:
    for name, row in KINDS.items():
        assert row["class"] in WORDING_CLASSES, name
        assert row["example"], name
        assert row["not_this"], name
        assert row.get("pos") in (None, "noun", "verb", "adjective", "adverb"), name
    assert {row["class"] for row in KINDS.values()} == set(WORDING_CLASSES) - {"scare_quotes"}


def test_the_vocabulary_is_large_and_says_nothing_twice_in_a_row() -> None:
    assert sum(len(row["words"]) for row in KINDS.values()) > 1000
    for name, row in KINDS.items():
        assert [word for word, count in Counter(row["words"]).items() if count > 1] == [], name


def test_lists_of_nouns_that_rows_ask_for_exist() -> None:
    asked = {
        name for row in KINDS.values() for name in [*row.get("of", []), row.get("object", "")] if name.startswith("@")
    }
    assert all("nouns" in rows("wording")[name[1:]] for name in asked)


def test_words_of_plain_news_style_are_no_rows() -> None:
    plain = {
        "militant",
        "rebel",
        "insurgent",
        "gunman",
        "separatist",
        "hardliner",
        "government",
        "truce",
        "ceasefire",
        "said",
    }
    assert plain.isdisjoint(word for row in KINDS.values() if not row.get("weak") for word in row["words"])


# ---------------------------------------------------------------- with the language model


@pytest.mark.network
@pytest.mark.parametrize("name", KINDS)
def test_every_row_finds_its_example_and_not_its_near_miss(name: str, language_model: LanguageModel) -> None:
    row = KINDS[name]
    assert row["class"] in [class_ for _, class_ in wording(language_model, row["example"])], row["example"]
    assert row["class"] not in [class_ for _, class_ in wording(language_model, row["not_this"])], row["not_this"]


def share_found(language_model: LanguageModel, leaning: str) -> float:
    """All sentences of a leaning make one report, so that what counts only in a report that takes sides counts."""
    reading = read(language_model, *(sentence for sentence, _ in LEANINGS[leaning]["sentences"]))
    found = asked = 0
    for sentence, phrases in LEANINGS[leaning]["sentences"]:
        start = reading.document.text.index(sentence)
        mentions = [m for m in reading.wording if start <= m.quote.start < start + len(sentence)]
        marked = {word for mention in mentions for word in mention.phrase.lower().split()}
        asked += len(phrases)
        found += sum(not marked.isdisjoint(phrase.lower().split()) for phrase in phrases)
    return found / asked


@pytest.mark.network
def test_all_leanings_are_read_alike(language_model: LanguageModel) -> None:
    shares = {leaning: share_found(language_model, leaning) for leaning in LEANINGS if leaning != "wire"}
    assert min(shares.values()) >= 0.7, shares
    assert max(shares.values()) - min(shares.values()) <= 0.3, shares


@pytest.mark.network
def test_plain_news_is_left_alone(language_model: LanguageModel) -> None:
    sentences = [sentence for sentence, _ in LEANINGS["wire"]["sentences"]]
    assert len(sentences) == 114
    assert len(wording(language_model, *sentences)) <= 3


WEAK = [
    ("The inquiry found nothing. The ministry admitted an error.", []),
    ("The traitors and their spineless allies fled. The ministry admitted an error.", ["admitted"]),
    ("“The traitors and their spineless allies fled,” the mullah said. The ministry admitted an error.", []),
]


@pytest.mark.network
@pytest.mark.parametrize(("text", "weak"), WEAK)
def test_words_of_plain_reports_count_only_where_the_publisher_takes_sides(
    text: str, weak: list[str], language_model: LanguageModel
) -> None:
    assert [phrase for phrase, _ in wording(language_model, text) if phrase == "admitted"] == weak


MARKS = [
    ("The ‘peace’ talks in Amal went on.", ["‘peace’"]),
    ("He signed a “peace” deal with the front, and the “coalition” forces left.", ["“peace”", "“coalition”"]),
    ("The army sent 500 men to “restore order” in the port.", ["“restore order”"]),
    ("He called the deal “a disgrace” and left.", []),
    ("The minister said the talks were “useful”.", []),
    ("“We are ready,” the commander said.", []),
    ("The group, known as “the Owls”, holds the pass.", []),
    ("Her book “A Bitter Peace” is read in schools.", []),
    ("The army’s camps and the rebels’ camps were empty.", []),
    ("We all know how this “home guard” pays for its wine.", ["“home guard”"]),
    ("The lake was searched and the marshal’s divers “found” a rifle.", ["“found”"]),
    ("The clan announced a raid and its elders have twice “discovered” a spy.", ["“discovered”"]),
    ("The letter shows the sad state of their “peace process”.", ["“peace process”"]),
    ("The whole “one more push and they fold” strategy has failed in Orlin.", []),
    ("The whole “one more heave” strategy has failed in Orlin.", ["“one more heave”"]),
    ("This ‘one step at a time’ policy of the union has failed.", ["‘one step at a time’"]),
]


@pytest.mark.network
@pytest.mark.parametrize(("sentence", "marked"), MARKS)
def test_marks_that_report_no_speech_are_scare_quotes(
    sentence: str, marked: list[str], language_model: LanguageModel
) -> None:
    assert [phrase for phrase, class_ in wording(language_model, sentence) if class_ == "scare_quotes"] == marked


PHRASES = [
    ("The US-backed puppet regime in Kabul held on.", "US-backed puppet regime in Kabul", "epithet"),
    ("The Fredonian regime’s forces left.", "Fredonian regime", "epithet"),
    ("They fight Sylvanian imperialism.", "Sylvanian imperialism", "epithet"),
    ("The sanctions regime ends in May.", None, None),
    ("The militia refused to capitulate to the general.", "refused to capitulate", "glorification"),
    ("The truce is beginning to unravel.", "beginning to unravel", "metaphor"),
    ("The generals are entirely dependent on the north.", "entirely dependent", "absolutes"),
    ("The dead were collateral damage, he wrote.", "collateral damage", "euphemism"),
    ("The so-called parliament met.", "so-called", "doubt"),
    ("A so-called Land Board, three civilians and a clerk, met.", "so-called", "doubt"),
    ("The rebels had to lay down their rifles in May.", None, None),
    ("The sick and the wounded of both camps left first.", None, None),
    ("The sick war of the generals goes on.", "sick war", "epithet"),
    ("All mercenaries are to leave the country within three months.", None, None),
    ("The two warring camps met in the hall on Friday.", None, None),
    ("Pagan Min Aung, the king’s brother, signed it.", None, None),
    ("Heroes of Labour Square was closed.", None, None),
    ("The Martyrs of Orlin Brigade left the town.", None, None),
]


@pytest.mark.network
@pytest.mark.parametrize(("sentence", "phrase", "class_"), PHRASES)
def test_a_phrase_reaches_as_far_as_its_noun_phrase(
    sentence: str, phrase: str | None, class_: str | None, language_model: LanguageModel
) -> None:
    assert wording(language_model, sentence) == ([(phrase, class_)] if phrase else [])


@pytest.mark.network
def test_every_occurrence_is_a_mention_with_its_quote(language_model: LanguageModel) -> None:
    reading = read(language_model, "The junta denied it. The junta had been asked twice.", "The junta left.")
    assert [mention.phrase for mention in reading.wording] == ["junta"] * 3
    assert len({mention.quote.start for mention in reading.wording}) == 3
    assert all(reading.document.carries(mention.quote) for mention in reading.wording)


@pytest.mark.network
def test_quoted_wording_is_the_speakers_and_the_rest_the_publishers(language_model: LanguageModel) -> None:
    reading = read(
        language_model,
        "“These terrorists will be crushed by our heroic army,” President Rosa Quintero said.",
        "The puppet government in Khartoum rejected the offer.",
    )
    speakers = {actor.key for actor in reading.actors if "Quintero" in actor.name}
    voices = {mention.phrase: mention.voice for mention in reading.wording}
    assert voices["puppet government in Khartoum"] is None
    assert {voices["our heroic army"], voices["terrorists"]} <= speakers


@pytest.mark.network
def test_wording_is_about_the_actor_or_event_that_it_names(language_model: LanguageModel) -> None:
    reading = read(
        language_model, "The barbaric Taliban attack on Kabul failed.", "The Sudanese junta rejected the truce."
    )
    targets = {mention.phrase: mention.target for mention in reading.wording}
    kinds = {phrase: target[0] for phrase, target in targets.items() if target}
    assert kinds["Sudanese junta"] == "actor"
    assert len(kinds) == len(targets)


ABOUT = [
    ("The mouthpiece of the palace described the Orlin Agreement as a farce.", "farce", "agreement"),
    ("The Fredonian Front called President Rosa Quintero a traitor.", "traitor", "Quintero"),
    ("Colonel Tamas Rey, the butcher of the delta, met the Red Brigades.", "butcher of the delta", "Rey"),
    ("The tyrant Tamas Rey met the envoy of Norway.", "tyrant", "Rey"),
    ("“This pact is a betrayal,” Jonas Brandt of the Red Brigades said.", "betrayal", "agreement"),
    ("The Red Brigades refused to capitulate to the army of Sylvania.", "refused to capitulate", "Red Brigades"),
]


@pytest.mark.network
@pytest.mark.parametrize(("sentence", "phrase", "about"), ABOUT)
def test_a_label_is_about_whom_it_stands_beside_or_who_is_called_so(
    sentence: str, phrase: str, about: str, language_model: LanguageModel
) -> None:
    reading = read(language_model, "The Orlin Agreement was signed in May by Sylvania and the Red Brigades.", sentence)
    target = next(mention.target for mention in reading.wording if phrase in mention.phrase)
    assert target is not None
    names = {actor.key: actor.name for actor in reading.actors}
    assert target[0] == about or about in names.get(target[1], "")


@pytest.mark.network
def test_a_label_that_names_nobody_means_the_opponent_and_never_the_other_side_of_its_verb(
    language_model: LanguageModel,
) -> None:
    reading = read(
        language_model,
        "The Fredonian Army and its thugs burned the mill.",
        "The bandits of the Fredonian Army came back in June, and the brutal Fredonian Army took the grain.",
        "In July the Sylvanian League drove the invaders out of Orlin.",
    )
    names = {actor.key: actor.name for actor in reading.actors}
    target = next(mention.target for mention in reading.wording if "invaders" in mention.phrase)
    assert target is None or "Sylvanian" not in names.get(target[1], "")
