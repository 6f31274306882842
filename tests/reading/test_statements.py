from __future__ import annotations

import os
from dataclasses import dataclass

import pytest

from truceline.domain.document import Document, Part, Published
from truceline.domain.mention import FORMS, STANCES, StatementMention
from truceline.reading.actors.actors import read_actors
from truceline.reading.dates.dates import read_dates
from truceline.reading.language_model import WEIGHTS, NetworkModel, load
from truceline.reading.places.places import read_places
from truceline.reading.scene import Text, Voices
from truceline.reading.statements.statements import read_voices

pytestmark = pytest.mark.network


def a_document(text: str, role: str = "body") -> Document:
    part = Part(role, 0, len(text))
    return Document("report-1", "a.txt", "0", "text/plain", None, None, (), Published(), "en", text, (part,))


@pytest.fixture(scope="module")
def model() -> NetworkModel:
    if "TRUCELINE_WEIGHTS" not in os.environ and not (WEIGHTS / "network.onnx").exists():
        pytest.skip("no weights here")
    return load()


def voices_of(model: NetworkModel, text: str, role: str = "body") -> tuple[Text, Voices]:
    document = a_document(text, role)
    read = Text(document, model.read(document))
    return read, read_voices(read, read_actors(read, read_places(read)), ())


def statements(model: NetworkModel, text: str, role: str = "body") -> tuple[StatementMention, ...]:
    return voices_of(model, text, role)[1].mentions


def content(statement: StatementMention) -> str:
    return " … ".join(quote.exact for quote in statement.content_quotes)


@dataclass(frozen=True)
class Case:
    text: str
    speaker: str | None
    cue: str | None
    stance: str
    form: str
    content: str


CASES = (
    Case("President Juan Ortega has signed a law that widens self-rule, his spokesman Ana Ruiz said on Thursday, more than "
         "four years after the government and the rebels made peace.", "his spokesman Ana Ruiz", "said", "assert",
         "indirect", "President Juan Ortega has signed a law that widens self-rule"),
    Case("If a new council is not formed soon, says one envoy, the whole plan may fail.", "one envoy", "says", "predict",
         "indirect", "If a new council is not formed soon … the whole plan may fail"),
    Case("The ceasefire, says the mission’s head, Sir James Orr, is holding after all.",
         "the mission’s head, Sir James Orr", "says", "assert", "indirect", "The ceasefire … is holding after all"),
    Case("Fighting has stopped in Juba, the minister told reporters on Friday, before the cabinet met.", "the minister",
         "told", "assert", "indirect", "Fighting has stopped in Juba"),
    Case("Gas is flowing again, the governor told a radio station on Monday, after the rebels had left the plant.",
         "the governor", "told", "assert", "indirect", "Gas is flowing again"),
    Case("The truce has held, he said, despite the shelling of two villages.", "he", "said", "assert", "indirect",
         "The truce has held … despite the shelling of two villages"),
    Case("They killed 40 people, by the army’s own account.", "the army", "account", "assert", "indirect",
         "They killed 40 people"),
    Case("By the monitors’ count, 900 men have been freed.", "the monitors", "count", "assert", "indirect",
         "900 men have been freed"),
    Case("In Aru, local officials say, the soldiers are still there.", "local officials", "say", "assert", "indirect",
         "In Aru … the soldiers are still there"),
    Case("In Kivu province, a mine killed three farmers, police chief Jean Bosco said.", "police chief Jean Bosco", "said",
         "assert", "indirect", "In Kivu province, a mine killed three farmers"),
    Case("Bogota promises to restore power, water and banks, and to let aid in.", "Bogota", "promises", "promise",
         "indirect", "to restore power, water and banks, and to let aid in"),
    Case("Mr Ruiz’s office rejected that as baseless.", "Mr Ruiz’s office", "rejected", "deny", "indirect",
         "that as baseless"),
    Case("The army said that rebels had shelled Goma.", "The army", "said", "assert", "indirect",
         "rebels had shelled Goma"),
    Case("Rebels had shelled Goma at dawn, the army said.", "the army", "said", "assert", "indirect",
         "Rebels had shelled Goma at dawn"),
    Case("“Nobody asked us,” said Colonel Bosco Ndala.", "Colonel Bosco Ndala", "said", "assert", "direct",
         "Nobody asked us"),
    Case("“We are ready to talk,” an unnamed rebel officer told foreign reporters.", "an unnamed rebel officer", "told",
         "assert", "direct", "We are ready to talk"),
    Case("President Juan Manuel Santos declared, “The war is over.”", "President Juan Manuel Santos", "declared",
         "assert", "direct", "The war is over"),
    Case("“The bridge,” the general said, “was mined long ago.”", "the general", "said", "assert", "direct",
         "The bridge … was mined long ago"),
    Case("Ukraine’s foreign minister tweeted: “Talks without guarantees are a trap.”", "Ukraine’s foreign minister",
         "tweeted", "assert", "direct", "Talks without guarantees are a trap"),
    Case("The air force denied that it had bombed the market in Taiz.", "The air force", "denied", "deny", "indirect",
         "it had bombed the market in Taiz"),
    Case("The ministry denied bombing the hospital.", "The ministry", "denied", "deny", "indirect",
         "bombing the hospital"),
    Case("The Maoists pledged to free all prisoners by May.", "The Maoists", "pledged", "promise", "indirect",
         "to free all prisoners by May"),
    Case("Prime Minister Koirala announced that he would resign.", "Prime Minister Koirala", "announced", "promise",
         "indirect", "he would resign"),
    Case("The militia threatened to cut the pipeline.", "The militia", "threatened", "threaten", "indirect",
         "to cut the pipeline"),
    Case("“We will take revenge for every village,” the commander said.", "the commander", "said", "threaten", "direct",
         "We will take revenge for every village"),
    Case("The bishops called on both armies to spare the harvest.", "The bishops", "called on", "demand", "indirect",
         "to spare the harvest"),
    Case("The UN urged the junta to release the ministers.", "The UN", "urged", "demand", "indirect",
         "to release the ministers"),
    Case("Relatives of the missing demanded that the files be opened.", "Relatives of the missing", "demanded",
         "demand", "indirect", "the files be opened"),
    Case("The African Union called for an immediate ceasefire in Sudan.", "The African Union", "called for", "demand",
         "indirect", "an immediate ceasefire in Sudan"),
    Case("The general said that foreign troops must leave the island.", "The general", "said", "demand", "indirect",
         "foreign troops must leave the island"),
    Case("Analysts predicted that the truce would collapse within weeks.", "Analysts", "predicted", "predict",
         "indirect", "the truce would collapse within weeks"),
    Case("The mediator warned that the talks could fail.", "The mediator", "warned", "predict", "indirect",
         "the talks could fail"),
    Case("Aid workers fear that the road will be closed again.", "Aid workers", "fear", "predict", "indirect",
         "the road will be closed again"),
    Case("The defence minister admitted that soldiers had fired first.", "The defence minister", "admitted", "concede",
         "indirect", "soldiers had fired first"),
    Case("Tigrayan leaders accused Eritrea of looting the university.", "Tigrayan leaders", "accused", "accuse",
         "indirect", "Eritrea of looting the university"),
    Case("The government blamed the rebels for the ambush.", "The government", "blamed", "accuse", "indirect",
         "the rebels for the ambush"),
    Case("The European Union condemned the killing of two monitors.", "The European Union", "condemned", "accuse",
         "indirect", "the killing of two monitors"),
    Case("The minister described the raid as “an act of self-defence.”", "The minister", "described", "assert", "mixed",
         "the raid as “an act of self-defence.”"),
    Case("The spokesman said the offer was “a step in the right direction.”", "The spokesman", "said", "assert",
         "mixed", "the offer was “a step in the right direction.”"),
    Case("According to the monitors, eleven shells fell on the camp.", "the monitors", "According to", "assert",
         "indirect", "eleven shells fell on the camp"),
    Case("Eleven shells fell on the camp, according to the monitors.", "the monitors", "according to", "assert",
         "indirect", "Eleven shells fell on the camp"),
    Case("Reports emerged that the airport had fallen.", "Reports", "emerged", "assert", "indirect",
         "the airport had fallen"),
    Case("The separatists backed away from their vow to seize the port.", "their", "vow", "promise", "indirect",
         "to seize the port"),
    Case("The opposition issued a statement warning that the pact would divide the country.", "The opposition",
         "warning", "predict", "indirect", "the pact would divide the country"),
    Case("In an op-ed published on Sunday, former envoy Priya Raman wrote that the deal was hollow.",
         "former envoy Priya Raman", "wrote", "assert", "indirect", "the deal was hollow"),
    Case("Hundreds of widows demanded they be heard.", "Hundreds of widows", "demanded", "demand", "indirect",
         "they be heard"),
    Case("Sri Lanka’s army claimed to have killed forty fighters.", "Sri Lanka’s army", "claimed", "assert", "indirect",
         "to have killed forty fighters"),
    Case("A splinter group claimed responsibility for the bombing in Derry.", "A splinter group", "claimed", "assert",
         "indirect", "responsibility for the bombing in Derry"),
    Case("Until hostages are freed, the front has stated, its offensive will continue.", "the front", "has stated",
         "threaten", "indirect", "Until hostages are freed … its offensive will continue"),
    Case("“There is no agreement on amnesty,” the chief negotiator insisted.", "the chief negotiator", "insisted",
         "deny", "direct", "There is no agreement on amnesty"),
    Case("The rebels said they would not disarm until the army withdrew.", "The rebels", "said", "demand", "indirect",
         "they would not disarm until the army withdrew"),
    Case("The envoy thanked Kenya for hosting the talks.", "The envoy", "thanked", "other", "indirect",
         "Kenya for hosting the talks"),
    Case("Mozambique’s president proposed a truce of one week.", "Mozambique’s president", "proposed", "other",
         "indirect", "a truce of one week"),
    Case("Senators asked whether the drones had been armed.", "Senators", "asked", "other", "indirect",
         "whether the drones had been armed"),
    Case("The commission found that prisoners had been starved.", "The commission", "found", "assert", "indirect",
         "prisoners had been starved"),
    Case("Investigators believe that the charge was laid by two men.", "Investigators", "believe", "assert", "indirect",
         "the charge was laid by two men"),
    Case("Many of the refugees think the camp in Maban will be closed.", "Many of the refugees", "think", "predict",
         "indirect", "the camp in Maban will be closed"),
    Case("In the view of Border Watch, a think-tank, the truce is dead.", "Border Watch, a think-tank", "In the view of",
         "assert", "indirect", "the truce is dead"),
    Case("In the mediator’s view, the accord has failed.", "the mediator", "view", "assert", "indirect",
         "the accord has failed"),
    Case("Residents of Tuzla reported hearing shells at night.", "Residents of Tuzla", "reported", "assert", "indirect",
         "hearing shells at night"),
    Case("A report by the UN office in May found that forty houses had been burnt.", "the UN office", "found", "assert",
         "indirect", "forty houses had been burnt"),
    Case("The report documents forty cases of torture in the cells of Daraa.", "The report", "documents", "assert",
         "indirect", "forty cases of torture in the cells of Daraa"),
    Case("Islamic State claimed the bombing of the mosque.", "Islamic State", "claimed", "assert", "indirect",
         "the bombing of the mosque"),
    Case("The premier defended the decision to free the captives.", "The premier", "defended", "assert", "indirect",
         "the decision to free the captives"),
    Case("Asked whether the front would come back to the table, its spokesman replied: “Never say never.”",
         "its spokesman", "replied", "assert", "direct", "Never say never"),
    Case("Displaced families said bodies still lay in the streets; this could not be verified.", "Displaced families",
         "said", "assert", "indirect", "bodies still lay in the streets"),
    Case("The army said it had killed nine men, a claim that could not be independently verified.", "The army", "said",
         "assert", "indirect", "it had killed nine men"),
    Case("The rebels say they hold Bria; the army says otherwise.", "The rebels", "say", "assert", "indirect",
         "they hold Bria"),
    Case("The average ration, it says, would be halved by March.", "it", "says", "predict", "indirect",
         "The average ration … would be halved by March"),
    Case("Three people were killed, police said, and the road to Gao was closed.", "police", "said", "assert", "indirect",
         "Three people were killed … the road to Gao was closed"),
    Case("With so many mines in the fields, “nobody is safe here,” the mayor said.", "the mayor", "said", "assert",
         "mixed", "With so many mines in the fields … nobody is safe here"),
    Case("She said she was “not optimistic” about Cyprus, the agency reported.", "She", "said", "assert", "mixed",
         "she was “not optimistic” about Cyprus"),
    Case("Analysts say her plan to split the province would fail.", "Analysts", "say", "predict", "indirect",
         "her plan to split the province would fail"),
    Case("The bishop and two elders said the village had been emptied.", "The bishop and two elders", "said", "assert",
         "indirect", "the village had been emptied"),
    Case("At the forum, the minister called the vote in favour of the war a mistake.", "the minister", "called",
         "assert", "indirect", "the vote in favour of the war a mistake"),
    Case("The secretary condemned what he called a “brazen breach” of the truce.", "The secretary", "condemned",
         "accuse", "mixed", "what he called a “brazen breach” of the truce"),
    Case("The chancellor saw “a glimmer of hope” in Minsk.", "The chancellor", "saw", "assert", "direct",
         "a glimmer of hope"),
    Case("Kigali views the militia as a threat to its borders.", "Kigali", "views", "assert", "indirect",
         "the militia as a threat to its borders"),
    Case("The minister regrets the decision of Oslo and foresees more bloodshed.", "The minister", "foresees", "predict",
         "indirect", "more bloodshed"),
    Case("Forty men are still held, by the count of the commissioner, Rosa Lund.", "the commissioner, Rosa Lund", "count",
         "assert", "indirect", "Forty men are still held"),
    Case("The troops are trapped, the general said, and the rebels expect them to surrender.", "the general", "said",
         "assert", "indirect", "The troops are trapped … the rebels expect them to surrender"),
    Case("The president complained that nobody had consulted her but stopped short of rejecting the deal in Jaffna.",
         "The president", "complained", "assert", "indirect", "nobody had consulted her"),
    Case("Two villages near Goma were freed on Sunday. This was announced by the governor.", "the governor",
         "was announced", "assert", "indirect", "Two villages near Goma were freed on Sunday"),
    Case("The pullback of the guns is complete. This was reported to journalists by Ivan Orlov.", "Ivan Orlov",
         "was reported", "assert", "indirect", "The pullback of the guns is complete"),
    Case("The paper screams that the front has broken the accord of Bangui.", "The paper", "screams", "accuse",
         "indirect", "the front has broken the accord of Bangui"),
    Case("The ministry condemned on Sunday the killing of an adviser near Homs.", "The ministry", "condemned",
         "accuse", "indirect", "the killing of an adviser near Homs"),
    Case("The bishop condemned on Monday the abduction of two nurses in Bunia.", "The bishop", "condemned", "accuse",
         "indirect", "the abduction of two nurses in Bunia"),
    Case("Egypt condemned on Friday the attack on its embassy.", "Egypt", "condemned", "accuse", "indirect",
         "the attack on its embassy"),
    Case("The state news agency, citing a military source, said that air defences near Hama had downed two missiles.",
         "a military source", "said", "assert", "indirect", "air defences near Hama had downed two missiles"),
    Case("The front denied shelling Bor, suggesting that the army had done it.", "The front", "suggesting", "assert",
         "indirect", "the army had done it"),
    Case("The leader said last month his group would not sit in Oslo.", "The leader", "said", "promise", "indirect",
         "his group would not sit in Oslo"),
    Case("The truce, as one envoy put it, is “a pause for breath.”", "one envoy", "put it", "assert", "mixed",
         "The truce … is “a pause for breath.”"),
    Case("Antonio García accused the army of having bombed a camp, which the defence ministry denied.",
         "the defence ministry", "denied", "deny", "indirect", "having bombed a camp"),
    Case("Antonio García accused the army of having bombed a camp, which the defence ministry denied.",
         "Antonio García", "accused", "accuse", "indirect", "the army of having bombed a camp"),
    Case("The ministry said its forces “do not target civilians” and called the report “black propaganda”.",
         "The ministry", "called", "assert", "mixed", "the report “black propaganda”"),
    Case("Turkey insisted on Friday that it had never agreed to any truce.",
         "Turkey", "insisted", "deny", "indirect", "it had never agreed to any truce"),
    Case("In January the envoy was obliged to inform the council that fifteen officers were still in office.",
         "the envoy", "inform", "assert", "indirect", "fifteen officers were still in office"),
    Case("The high command denies having given any order to fire on the crowd.",
         "The high command", "denies", "deny", "indirect", "having given any order to fire on the crowd"),
    Case("The president has promised the donors a decision before the year is out.",
         "The president", "has promised", "promise", "indirect", "a decision before the year is out"),
    Case("The front offered to send home its foreign fighters if a truce held.",
         "The front", "offered", "promise", "indirect", "to send home its foreign fighters if a truce held"),
    Case("The union urged Kosovo and Serbia to ease tensions on Monday, a day after gunmen killed an officer.",
         "The union", "urged", "demand", "indirect", "to ease tensions"),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_a_statement_is_found_with_speaker_cue_stance_form_and_content(model: NetworkModel, case: Case) -> None:
    found = statements(model, case.text)
    assert found, "no statement"
    shown = [
        Case(case.text, s.speaker_quote and s.speaker_quote.exact, s.cue_quote and s.cue_quote.exact, s.stance, s.form,
             content(s))
        for s in found
    ]  # fmt: skip
    assert case in shown


@pytest.mark.parametrize(
    "text",
    [
        "The rebels think of home.",
        "The minister declined to say whether troops had crossed the border.",
        "The army has not said how many men it lost.",
        "The fighting threatens to spill over the border.",
        "The flood claimed forty lives.",
        "Gunmen attacked the convoy at dawn.",
        "In fact, the front promised no such thing.",
        "Nobody promised to release the prisoners.",
        "Neither the army nor the rebels pledged to open the road.",
        "The so-called “Lions of the Valley” brigade left the town.",
        "The agreement included no commitment by the army to leave.",
        "The two sides discussed the exchange of prisoners.",
        "The brigade committed atrocities in three villages.",
        "Soldiers questioned the driver for hours.",
        "The season promises to be dry.",
        "Voters say yes to the accord.",
        "I told the generals in 2014 that the war was lost.",
        "We believed that the valley was safe.",
        "Inspectors found the depot empty and left.",
        "The leaders added theirs after some hours.",
        "The refugees saw smoke over the town.",
        "Their martyrdom emphasised that the people stand together.",
        "Hasan Said Hasan, the head of the branch in Sinjar, was killed on Monday.",
        "He put it on the table.",
        "Two officers asked for anonymity because they feared reprisals.",
        "This was on a Sunday, by the bridge.",
        "They were led by the bishop’s account of the war.",
        "By all accounts the road is open.",
        "An earlier truce, declared in March, held for a week.",
        "The amnesty, announced last week, was withdrawn.",
        "The pact ties arms to the withdrawal, a clause on which the rebels have insisted since May.",
        "The army, said to be short of fuel, has left the town.",
        "The ‘security’ forces opened fire.",
        "The president recalled his delegation for consultations.",
        "Every officer whom the commission judged unfit had to go.",
        "The council, whose cabinet the House had endorsed, resigned.",
        "He calls himself minister of information.",
        "The army, by its own count 63,000 strong, is to be cut by half.",
    ],
)
def test_what_nobody_said_is_no_statement(model: NetworkModel, text: str) -> None:
    assert [content(s) for s in statements(model, text)] == []


def test_a_quotation_goes_on_over_sentences_and_paragraphs(model: NetworkModel) -> None:
    text = (
        "Governor Amina Diallo was blunt. “The convoy never came. We waited for nine days,” she said.\n\n"
        "“On the tenth day people ate leaves.\n\n“Nobody in the capital asked.”"
    )
    found = [s for s in statements(model, text) if s.form == "direct"]
    joined = " ".join(content(s) for s in found)
    assert "We waited for nine days" in joined
    assert "people ate leaves" in joined
    assert "Nobody in the capital asked" in joined
    assert all(s.speakers for s in found)
    assert len({s.speakers for s in found}) == 1


def test_quotations_behind_one_another_are_each_told_for_themselves(model: NetworkModel) -> None:
    text = "“We do not talk under fire,” Otto Patten told reporters. “But neither do we leave the table.”"
    found = statements(model, text)
    assert [content(s) for s in found] == ["We do not talk under fire", "neither do we leave the table"]
    assert found[0].speakers == found[1].speakers != ()


def test_what_people_nobody_knows_told_somebody_quoted_is_his_word_alone(model: NetworkModel) -> None:
    assert len(statements(model, "“They told us to be patient for six months,” says Rosa Amaya.")) == 1


TELLERS = [
    "A local council said shells had struck a farmhouse.",
    "The ombudsman’s office said that two soldiers had been freed.",
    "The hospital in Jos said it had received eleven bodies.",
    "The electoral authority said that No stood at 50.2 percent.",
    "Her brother said she had been taken at night.",
    "By the count of the General Staff, 1,902 of them paid for the adventure with their lives.",
]


@pytest.mark.parametrize("text", TELLERS)
def test_who_is_known_only_by_his_word_is_a_speaker(model: NetworkModel, text: str) -> None:
    assert statements(model, text)[0].speakers


def test_the_organisation_is_the_one_named_before(model: NetworkModel) -> None:
    text = "Human Rights Watch counted nine raids in Darfur. The organisation said 3,000 families had fled."
    said = statements(model, text)[-1]
    assert said.speakers == ("human-rights-watch",)


def test_the_speaker_may_stand_in_the_sentence_before(model: NetworkModel) -> None:
    text = "Commander Efraín Rojas had this to say: “The jungle was our home. Now it is our prison.”"
    (statement,) = [s for s in statements(model, text) if s.form == "direct"]
    assert statement.speaker_quote
    assert "Rojas" in statement.speaker_quote.exact


def test_a_quotation_after_a_colon_in_the_sentence_before(model: NetworkModel) -> None:
    text = (
        "Asked about the raid, President Lucia Mendez answered in one breath. “It was lawful. It will not be the last.”"
    )
    found = [s for s in statements(model, text) if "lawful" in content(s)]
    assert len(found) == 1
    assert "Mendez" in (found[0].speaker_quote.exact if found[0].speaker_quote else "")


def test_a_rebuttal_is_the_publishers_own_voice(model: NetworkModel) -> None:
    text = "The ministry said that the village was empty. In fact, forty families lived there."
    read, voices = voices_of(model, text)
    last = read.sentences[-1]
    assert all(voices.at(last.index, word).attributed_to is None for word in range(len(last.words)))


def test_words_are_credited_to_the_innermost_speaker_through_those_who_hand_it_on(model: NetworkModel) -> None:
    text = "According to the Houthis, Saudi Arabia pledged that it would lift the blockade of Hodeidah."
    read, voices = voices_of(model, text)
    sentence = read.sentences[0]
    place = next(i for i, word in enumerate(sentence.words) if word.text == "lift")
    pledge = next(i for i, word in enumerate(sentence.words) if word.text == "pledged")
    lift, pledged = voices.at(0, place), voices.at(0, pledge)
    assert pledged.attributed_to is not None
    assert lift.relayed_by == (pledged.attributed_to,)
    assert lift.attributed_to not in (None, pledged.attributed_to)


def test_who_is_asked_is_the_addressee(model: NetworkModel) -> None:
    (statement,) = statements(model, "Kenya urged Eritrea and Ethiopia to sign the treaty.")
    assert statement.addressees
    assert statement.addressees != statement.speakers


def test_a_contrast_makes_two_statements(model: NetworkModel) -> None:
    text = "The army said that six rebels had died, while the rebels said that forty soldiers had been killed."
    first, second = statements(model, text)
    assert "forty" not in content(first)
    assert "forty soldiers had been killed" in content(second)


def test_adding_that_makes_a_further_statement_of_the_same_speaker(model: NetworkModel) -> None:
    text = "The mediator said that talks would resume in Juba, adding that observers had arrived."
    found = statements(model, text)
    assert [content(s) for s in found][-1] == "observers had arrived"
    assert "observers" not in content(found[0])
    assert found[0].speakers == found[-1].speakers


def test_a_partial_quotation_without_cue_carries_on_the_speaker(model: NetworkModel) -> None:
    text = (
        "Former general Ruth Akello wrote that the accord was “a gift to the warlords.” "
        "Villagers would be “left without any protection at all.”"
    )
    found = statements(model, text)
    assert found[-1].form == "mixed"
    assert found[-1].speakers == found[0].speakers
    assert "left without any protection" in content(found[-1])


def test_words_in_quotation_marks_of_speech_are_quoted_and_terms_are_not(model: NetworkModel) -> None:
    text = "“Nobody will leave,” said the mayor of the ‘free’ town."
    read, voices = voices_of(model, text)
    quoted = {read.sentences[s].words[w].text for s, w in voices.quoted}
    assert {"Nobody", "will", "leave"} <= quoted
    assert "free" not in quoted


def test_a_headline_may_name_its_speaker_before_a_colon(model: NetworkModel) -> None:
    (statement,) = statements(model, "Zelensky: We will not give up land", role="headline")
    assert content(statement) == "We will not give up land"


def test_an_interview_names_its_speakers_in_capitals(model: NetworkModel) -> None:
    text = "OKELLO: We did not sign it. Nobody did."
    (statement,) = statements(model, text)
    assert content(statement) == "We did not sign it … Nobody did"


def test_a_place_before_a_colon_says_nothing(model: NetworkModel) -> None:
    assert statements(model, "SUDAN: Army bombs market", role="headline") == ()


def test_a_signature_after_a_dash_names_the_speaker(model: NetworkModel) -> None:
    (statement,) = statements(model, "“We have buried enough children.” — Mariam Coulibaly")
    assert statement.speaker_quote
    assert statement.speaker_quote.exact == "Mariam Coulibaly"


def test_stances_and_forms_are_those_of_the_record(model: NetworkModel) -> None:
    for case in CASES:
        for statement in statements(model, case.text):
            assert statement.stance in STANCES
            assert statement.form in FORMS


def test_every_content_shows_the_documents_characters(model: NetworkModel) -> None:
    text = "“Tout va bien,” the préfet said.\r\n\r\nHe added that ‘nothing’ had happened."
    document = a_document(text)
    read = Text(document, model.read(document))
    voices = read_voices(read, read_actors(read, read_places(read)), ())
    for statement in voices.mentions:
        for quote in (*statement.content_quotes, statement.speaker_quote, statement.cue_quote):
            assert quote is None or document.carries(quote)


def test_a_written_declaration_needs_no_quotation_marks(model: NetworkModel) -> None:
    text = (
        "Foreign Minister Elena Duarte said:\n\n"
        "I welcome the return of the hostages. The army has begun to leave the valley.\n\n"
        "We will keep to the timetable."
    )
    statement = statements(model, text)[0]
    assert statement.form == "direct"
    assert content(statement).endswith("We will keep to the timetable")
    assert "The army has begun to leave the valley" in content(statement)


def test_who_is_quoted_as_saying_speaks_and_who_quotes_him_hands_it_on(model: NetworkModel) -> None:
    text = "General Idris was quoted by Tass as saying that the siege would end soon."
    (statement,) = statements(model, text)
    assert statement.speaker_quote
    assert statement.speaker_quote.exact == "General Idris"
    assert len(statement.relayed_by) == 1
    assert statement.relayed_by[0] not in statement.speakers


def test_whom_quoted_words_call_on_is_the_addressee(model: NetworkModel) -> None:
    text = "Ambassador Lena Okoro tweeted: “The rebels broke the truce. We call on Rwanda to stop arming them.”"
    found = statements(model, text)
    assert [s.stance for s in found if s.form == "direct"] == ["demand"]
    assert all((s.speaker_quote.exact if s.speaker_quote else "") != "We" for s in found)


def test_carried_quotations_keep_the_cue(model: NetworkModel) -> None:
    text = (
        "Former general Ruth Akello wrote that the accord was “a gift to the warlords.” "
        "Villagers would be “left without any protection at all.”"
    )
    assert [s.cue_quote.exact for s in statements(model, text) if s.cue_quote] == ["wrote", "wrote"]


def test_the_day_of_saying_is_no_day_of_what_is_said(model: NetworkModel) -> None:
    text = "The army said on Monday that rebels had shelled the port on Friday."
    (statement,) = statements(model, text)
    assert content(statement) == "rebels had shelled the port on Friday"


def test_an_agreement_that_calls_for_something_binds_and_says_nothing(model: NetworkModel) -> None:
    assert statements(model, "The agreement calls for the release of all captives.") == ()


def test_a_denial_of_a_denial_is_none(model: NetworkModel) -> None:
    assert statements(model, "The minister did not deny that money had changed hands.") == ()


STANDING = [
    "Mr Okello, since March 2019 the mayor of Gulu, called the raid a crime.",
    "The envoy, who has led the mission since 2015, said the talks had failed.",
    "The monitor said that shells had hit the dam on 3 May, while the army stated that nobody was hurt.",
]


@pytest.mark.parametrize("text", STANDING)
def test_how_long_something_lasts_is_no_day_of_saying(model: NetworkModel, text: str) -> None:
    document = a_document(text)
    read = Text(document, model.read(document))
    voices = read_voices(read, read_actors(read, read_places(read)), read_dates(read))
    assert voices.mentions
    assert [s.when for s in voices.mentions] == [None] * len(voices.mentions)


def test_what_a_communique_demands_is_its_issuers_word(model: NetworkModel) -> None:
    headline = "Statement by the Patriotic Front of Uganda"
    text = f"{headline}\n\nWe call on both armies to leave the town. We told nobody."
    parts = (Part("headline", 0, len(headline)), Part("body", len(headline) + 2, len(text)))
    document = Document("report-1", "a", "0", "text/plain", None, None, (), Published(), "en", text, parts)
    read = Text(document, model.read(document))
    actors = read_actors(read, read_places(read))
    (statement,) = read_voices(read, actors, ()).mentions
    assert statement.stance == "demand"
    assert [actors.named(key).name for key in statement.speakers] == ["Patriotic Front of Uganda"]


def test_a_block_behind_a_colon_is_quoted_without_marks(model: NetworkModel) -> None:
    text = (
        "The talks in Juba broke down on Sunday.\n\nNobody was surprised.\n\nThe two sides went home.\n\n"
        "The governor added:\n\nThey know nothing, but the mouth never stops.\n\nThe next round is in May."
    )
    (statement,) = [s for s in statements(model, text) if s.form == "direct"]
    assert content(statement) == "They know nothing, but the mouth never stops"


def test_a_medium_that_cites_a_source_hands_it_on(model: NetworkModel) -> None:
    (statement,) = statements(model, "Reuters reported, citing diplomats, that the talks in Muscat had failed.")
    assert statement.speaker_quote
    assert statement.speaker_quote.exact == "diplomats"
    assert statement.relayed_by == ("reuters",)


def test_what_others_want_in_quoted_words_is_the_word_of_who_says_so(model: NetworkModel) -> None:
    (statement,) = statements(model, "The general said his fighters wanted “a peace with social justice.”")
    assert statement.speaker_quote
    assert statement.speaker_quote.exact == "The general"
