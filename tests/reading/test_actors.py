from __future__ import annotations

import pytest

from reading.told_scenes import scene
from truceline.domain.mention import ActorMention
from truceline.reading.scene import Scene

pytestmark = pytest.mark.network


def actors(text: str) -> dict[str, ActorMention]:
    """The actors of a text, by every form that names them."""
    return {q.exact: a for a in scene(text).actors.mentions for q in a.quotes}


def meant(told: Scene, word: str, nth: int = 0) -> tuple[str, ...]:
    """The names of the actors at the nth place of a word."""
    spots = [(s.index, i) for s in told.text.sentences for i, w in enumerate(s.words) if w.text == word]
    return tuple(told.actors.named(k).name for k in told.actors.at(*spots[nth]))


@pytest.mark.parametrize(
    ("text", "form", "type_", "country"),
    [
        ("President Juan Manuel Santos of Colombia signed the accord.", "Juan Manuel Santos", "person", "COL"),
        ("The FARC freed two hostages near the river.", "FARC", "armed_group", "COL"),
        ("Sri Lankan troops took the town.", "Sri Lankan troops", "security_force", "LKA"),
        ("The Nepalese government rejected the offer.", "Nepalese government", "government", "NPL"),
        ("Eritrea denied the report.", "Eritrea", "state", "ERI"),
        ("The African Union welcomed the truce.", "African Union", "alliance", None),
        ("The United Nations sent observers to the valley.", "United Nations", "organisation", None),
        ("Thousands of Rohingya crossed the river.", "Rohingya", "population", "MMR"),
        ("An anonymous rebel commander denied it on Monday.", "anonymous rebel commander", "person", None),
        ("Amnesty International published a report.", "Amnesty International", "organisation", None),
    ],
)
def test_an_actor_gets_its_type_and_country(text: str, form: str, type_: str, country: str | None) -> None:
    actor = actors(text)[form]
    assert (actor.type, actor.country) == (type_, country)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Prime Minister Abiy Ahmed spoke. Later Abiy left.", "Prime Minister Abiy Ahmed", "Abiy"),
        ("Moscow denied the attack. Russia said it had no troops there.", "Moscow", "Russia"),
        ("Ukraine's army said so. The Kremlin denied it, and Russia laughed.", "Kremlin", "Russia"),
        ("The Moro Islamic Liberation Front (MILF) agreed. The MILF will disarm.", "MILF", "Moro Islamic Liberation Front"),
        ("Hamas fired rockets. Hamas fighters hid in tunnels.", "Hamas", "Hamas fighters"),
        ("The Israeli army struck. Israeli forces entered the city.", "Israeli army", "Israeli forces"),
        ("The Sudanese government met the rebels. The regime in Khartoum wants peace.", "Sudanese government", "regime in Khartoum"),
        ("The Orlin Farmers Union (OFU) protested. The OFU will march again.", "Orlin Farmers Union", "OFU"),
        ("The Arab Republic of Egypt and the State of Qatar announce a truce. Egypt will watch it.", "Arab Republic of Egypt", "Egypt"),
        ("The Syrian Army shelled the town. The Syrian military denied it.", "Syrian Army", "Syrian military"),
    ],
)  # fmt: skip
def test_forms_of_one_actor_stand_together(text: str, one: str, other: str) -> None:
    found = actors(text)
    assert found[one] is found[other]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Mahinda Rajapaksa met Gotabaya Rajapaksa.", "Mahinda Rajapaksa", "Gotabaya Rajapaksa"),
        ("The ELN said that an ELN commander had been killed.", "ELN", "ELN commander"),
        ("The Afghan government said Afghan security forces had withdrawn.", "Afghan government", "Afghan security forces"),
        ("Turkish troops fired at Syrian troops.", "Turkish troops", "Syrian troops"),
        ("The Taliban freed prisoners. Taliban prisoners left the jail.", "Taliban", "Taliban prisoners"),
    ],
)  # fmt: skip
def test_different_actors_stand_apart(text: str, one: str, other: str) -> None:
    found = actors(text)
    assert found[one] is not found[other]


def test_a_title_and_the_bare_name_both_stand_without_article() -> None:
    found = actors("The Ugandan army spokesman Brigadier Felix Kulayigye denied it.")
    assert found["Felix Kulayigye"] is found["Ugandan army spokesman Brigadier Felix Kulayigye"]
    assert [t.title for t in found["Felix Kulayigye"].titles] == ["Ugandan army spokesman Brigadier"]


def test_an_apposition_gives_title_and_membership() -> None:
    told = scene("Carlos Ortega, the leader of the ELN, met the mediators. The ELN wants talks.").actors
    ortega = next(a for a in told.mentions if a.name == "Carlos Ortega")
    assert [t.title for t in ortega.titles] == ["leader of the ELN"]
    assert [told.named(k).name for k in ortega.member_of] == ["ELN"]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("President Nyusi met the rebels. He promised an amnesty.", "He", "President Nyusi"),
        ("The Houthis rejected the offer. They fired two missiles.", "They", "Houthis"),
        ("Ethiopia said that it would withdraw.", "it", "Ethiopia"),
        ("Angela Ruiz, who leads the party, resigned.", "who", "Angela Ruiz"),
        ("The M23, which controls the town, agreed.", "which", "M23"),
        ("For its part, Rwanda denied the charge.", "its", "Rwanda"),
        ("Lam Gatluak claimed that Kiir had ordered an attack. The war is back, he said.", "he", "Lam Gatluak"),
    ],
)
def test_a_pronoun_means_the_actor_it_agrees_with(text: str, pronoun: str, name: str) -> None:
    assert name.endswith(meant(scene(text), pronoun)[0])


@pytest.mark.parametrize(
    "text",
    [
        "The army said it was clear that the talks had failed.",
        "The truce held until it was broken on Monday.",
        "The government signed it on Friday.",
    ],
)
def test_it_often_means_no_actor(text: str) -> None:
    assert meant(scene(text), "it") == ()


def test_the_group_is_the_armed_group_spoken_of() -> None:
    told = scene("The army attacked the ELN. The group lost ten men.")
    assert meant(told, "group") == ("ELN",)


def test_both_sides_are_the_two_that_deal_with_each_other() -> None:
    told = scene("Ethiopia and the TPLF signed a truce. Both sides promised to disarm.")
    assert set(meant(told, "sides")) == {"Ethiopia", "TPLF"}


def test_we_means_the_speaker() -> None:
    told = scene('"We will not lay down our arms," said Afonso Dhlakama. Renamo wants seats.')
    assert meant(told, "We") == ("Afonso Dhlakama",)


def test_modifiers_stand_for_the_state_and_the_noun_for_those_described() -> None:
    told = scene("France said that French troops would leave Mali.")
    assert meant(told, "French") == ("France",)
    assert meant(told, "troops") == ("French troops",)


def test_a_coordinated_phrase_gives_all_its_actors() -> None:
    told = scene("Germany and France condemned the attack.")
    sentence = told.text.sentences[0]
    names = [told.actors.named(k).name for k in told.actors.group(sentence, 0)]
    assert names == ["Germany", "France"]


def test_keys_are_unique_and_quotes_show_their_words() -> None:
    told = scene("Troops shot two men. Rebels shot back. The Senate met. Senators of the party left.")
    keys = [a.key for a in told.actors.mentions]
    assert len(keys) == len(set(keys))
    assert all(told.text.document.carries(q) for a in told.actors.mentions for q in a.quotes)


def test_the_rulers_of_a_region_are_not_the_state_s_government() -> None:
    told = actors(
        "The Ethiopian government said that the junta in Mekelle had broken the truce. "
        "The regional administration rejected the charge. The government in Addis Ababa wants talks."
    )
    assert told["junta in Mekelle"] is not told["Ethiopian government"]
    assert told["regional administration"] is not told["Ethiopian government"]
    assert told["government in Addis Ababa"] is told["Ethiopian government"]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The government met the insurgents in May. Prisoners were freed.", "insurgents", "Prisoners"),
        ("The Taliban took the road. Rebel groups in the north refused to follow.", "Taliban", "Rebel groups"),
        ("Insurgents fought the army. Ahrar al-Sham, a rebel group, led the talks on behalf of the insurgents.", "insurgents", "Ahrar al-Sham"),
    ],
)  # fmt: skip
def test_captives_and_groups_are_not_the_one_spoken_of_last(text: str, one: str, other: str) -> None:
    found = actors(text)
    assert found[one] is not found[other]


@pytest.mark.parametrize("text", ["Shelling hits towns as the truce breaks down.", "Onslaught resumes from all sides."])
def test_a_deed_at_the_head_of_a_headline_is_nobody(text: str) -> None:
    assert not {"Shelling", "Onslaught"} & actors(text).keys()


def test_what_says_of_which_sort_a_group_is_makes_no_actor_of_its_own() -> None:
    found = actors("A Syrian rebel group left the talks, and insurgent leaders from the south followed.")
    assert not {"Syrian rebel", "rebel", "insurgent"} & found.keys()


def test_a_described_actor_is_shown_by_plain_words() -> None:
    found = actors("The army against insurgent groups retreated. The army lost the town. Some 450 residents fled.")
    assert {a.name for a in found.values() if not a.named} == {"army", "insurgent groups", "residents"}


def test_the_border_with_a_country_makes_no_actor() -> None:
    assert "Lebanon" not in actors("The truce holds in a town near the border with Lebanon.")


def test_the_country_that_hosts_the_talks_is_not_the_one_they_are_about() -> None:
    found = actors(
        "Syrian rebels froze the talks. The talks were to be held in Astana, capital of Kazakhstan, and were planned to "
        "take place in Astana soon. The rebels blamed Syrian troops. A spokesman for several rebel groups confirmed it."
    )
    assert {found[form].country for form in ("Syrian rebels", "rebel groups", "Syrian troops")} == {"SYR"}


NEPAL = "The army of Nepal shelled a camp in Rolpa district on Monday. Nepalese troops closed the road to Kathmandu. "


@pytest.mark.parametrize(
    ("text", "form", "country"),
    [
        ("Bimala Thapa, a teacher, fled.", "Bimala Thapa", "NPL"),
        ("Hari Lama buried two sons.", "Hari Lama", "NPL"),
        ("The Swiss mediator Anna Keller arrived.", "Anna Keller", "CHE"),
        ("UN envoy Lars Holm arrived.", "Lars Holm", None),
        ("Amnesty International sent a letter.", "Amnesty International", None),
    ],
)
def test_people_are_of_the_country_of_the_report_unless_told_otherwise(
    text: str, form: str, country: str | None
) -> None:
    assert actors(NEPAL + text)[form].country == country


def test_mediators_do_not_tell_where_a_report_takes_place() -> None:
    found = actors(
        "Norwegian mediators met Norwegian diplomats. The LTTE shelled a camp. Norwegian envoys blamed the LTTE. "
        "Sri Lankan troops fled. Ravi Perera, a fisherman, was killed."
    )
    assert found["Ravi Perera"].country == "LKA"


@pytest.mark.parametrize(
    ("text", "form", "country"),
    [
        ("In Ukraine, Angela Merkel spoke. Ukrainian troops left.", "Angela Merkel", "DEU"),
        ("Talks in Sudan failed. Yoweri Museveni went home to Uganda.", "Yoweri Museveni", "UGA"),
        ("In Nepal, the Indian writer Narendra Modi Shah spoke. Nepal was calm.", "Narendra Modi Shah", "IND"),
    ],
)
def test_leaders_are_known_by_name_where_no_country_is_told(text: str, form: str, country: str) -> None:
    assert actors(text)[form].country == country


@pytest.mark.parametrize(
    ("text", "word", "countries"),
    [
        ("Kenyan and Somali forces shelled the town.", "forces", ["KEN", "SOM"]),
        ("U.S. and Afghan troops killed four rebels.", "troops", ["USA", "AFG"]),
        ("Russian, Turkish and Iranian officials met in Orlin.", "officials", ["RUS", "TUR", "IRN"]),
        ("Indian and Pakistani special forces exchanged fire.", "forces", ["IND", "PAK"]),
        ("Kenyan soldiers left in the night.", "soldiers", ["KEN"]),
    ],
)
def test_the_forces_of_two_states_are_two_actors(text: str, word: str, countries: list[str]) -> None:
    told = scene(text)
    spot = next((s.index, i) for s in told.text.sentences for i, w in enumerate(s.words) if w.text == word)
    assert [told.actors.named(k).country for k in told.actors.at(*spot)] == countries


@pytest.mark.parametrize(
    ("text", "form", "type_"),
    [
        ("Five parties held out, among them ORPENA and the Farmers.", "ORPENA", "organisation"),
        ("The de facto defence ministry denied it.", "de facto defence ministry", "government"),
    ],
)
def test_letters_and_bodies_of_others_are_read(text: str, form: str, type_: str) -> None:
    found = actors(text)
    assert found[form].type == type_
    assert not any(other.startswith("facto") for other in found)


def test_the_country_of_a_report_that_names_none_is_no_state_of_the_past() -> None:
    assert "country" not in {
        q.exact for p in scene("Rebels hold most of the country.").places.mentions for q in p.quotes
    }


@pytest.mark.parametrize(
    ("text", "other", "name"),
    [
        ("The accord was read out by Rodrigo Ferreira, alias Timo. Timo then left the hall.", "Timo", "Rodrigo Ferreira"),
        ("It was signed in the house of Minister Ana Reis by Pedro Salas (also known as Gato). Gato smiled.", "Gato", "Pedro Salas"),
        ("The paper was signed at the residence of Prime Minister Baburam Rai by the chairman, Kamal Das, better known as Shera. Shera spoke first.", "Shera", "Kamal Das"),
        ("Troops searched for Juan Pardo, widely called Lobo. Lobo got away.", "Lobo", "Juan Pardo"),
    ],
)  # fmt: skip
def test_another_name_belongs_to_whom_it_stands_beside(text: str, other: str, name: str) -> None:
    assert actors(text)[other].name == name
