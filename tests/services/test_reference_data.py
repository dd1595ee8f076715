"""Words, municipalities and suggestions are complete, and cheap to have."""

import json
import string
import subprocess
import sys
from datetime import date
from enum import StrEnum

import pytest

from needsform import resources
from needsform.models.assessment import AssessmentStatus, FilledBy, Gate, Occasion, Offered, ReferralSource
from needsform.models.care_plan import ActivityKind, Conclusion, ResponsibleType, RetrainingPlan
from needsform.models.contact import ContactKind, Referrer
from needsform.models.entry_list import EntryFaults
from needsform.models.identifier import IdentifierKind
from needsform.models.identity import LinkId
from needsform.models.practitioner import Role
from needsform.models.questionnaire import Mark
from needsform.models.questionnaire_response import Answered
from needsform.models.settings import Appearance
from needsform.models.sheet import CopyName
from needsform.models.site import SiteKind
from needsform.services.questionnaires import Questionnaires
from needsform.services.reference_data import LANGUAGES, action_catalogue, directory, municipalities, words

READ_BY_PEOPLE: tuple[type[StrEnum], ...] = (
    *(Occasion, FilledBy, Offered, Gate, ReferralSource, AssessmentStatus, SiteKind, Role, IdentifierKind, Mark),
    *(ActivityKind, ResponsibleType, RetrainingPlan, Conclusion, CopyName, Answered, Appearance, ContactKind, Referrer),
)

TODAY = date(2026, 11, 23)
NEW_YEAR = date(2027, 1, 1)


def fields(template: str) -> set[str]:
    """The names that are filled into a text."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


# words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value_set", READ_BY_PEOPLE)
def test_every_member_that_people_read_has_words_of_its_own(value_set: type[StrEnum], language: str) -> None:
    said = [words(language).of(member) for member in value_set]
    assert all(said)
    assert len(set(said)) == len(said)


def test_both_languages_say_the_same_things_and_fill_in_the_same() -> None:
    danish, english = (words(language).texts for language in LANGUAGES)
    assert list(danish) == list(english)
    assert {key: fields(danish[key]) for key in danish} == {key: fields(english[key]) for key in english}


def test_no_words_are_missing_or_badly_spaced() -> None:
    pieces = "sheet.front.lead."
    for language in LANGUAGES:
        for key, text in words(language).texts.items():
            assert text == " ".join(text.split()) or key.startswith(pieces), key
            assert text or key.startswith(pieces), key


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Sæt kryds ved det, der fylder for dig, og ved det, du har brug for støtte til."),
        ("en", "Tick what concerns you, and what you need support with."),
    ],
)
def test_the_pieces_of_the_lead_make_a_sentence(language: str, sentence: str) -> None:
    pieces = ("start", "before_problem", "problem", "between", "before_support", "support", "after_support", "end")
    assert "".join(words(language).text(f"sheet.front.lead.{piece}") for piece in pieces) == sentence


def test_the_boxes_of_the_sheet_are_called_as_in_the_agreement() -> None:
    said = words("da")
    assert said.text("sheet.back.needs") == "Hvilke områder er afdækket, som du ønsker støtte til?"
    assert said.text("sheet.back.activities") == "Handlinger"
    assert [said.of(copy) for copy in CopyName] == ["Borger", "Kommune", "Egen læge", "Afdeling"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_are_called_the_same_on_paper_and_in_the_form(language: str) -> None:
    topic = next(iter(Questionnaires(tuple).default().topics.values()))
    assert [box.text[language] for box in topic.marks()] == [words(language).of(mark) for mark in Mark]


def test_nothing_is_ever_said_to_be_granted() -> None:
    said = [*words("da").texts.values(), *(s.text["da"] for s in action_catalogue().suggestions)]
    assert [text for text in said if "bevil" in text.casefold()] == []


def test_a_key_stands_once_in_a_file() -> None:
    for language in LANGUAGES:
        pairs: list[tuple[str, str]] = json.loads(resources.read_text(f"words/{language}.json"), object_pairs_hook=list)
        assert len(dict(pairs)) == len(pairs) == len(words(language).texts)


def test_words_are_there_before_anything_heavy_is_loaded() -> None:
    script = (
        "import sys; from needsform.services.reference_data import words; words('da'); "
        "print([m for m in ('pydantic', 'PySide6', 'reportlab', 'sqlite3') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


# municipalities


def test_there_are_98_municipalities_christiansoe_and_greenlands_five() -> None:
    for day in (TODAY, NEW_YEAR):
        shown = municipalities().valid_on(day)
        assert len({m.code for m in shown}) == len(shown) == 98 + 1 + 5
        assert len({m.name for m in shown}) == len({m.full_name for m in shown}) == len(shown)
        assert sum(m.region_code == "GL" for m in shown) == 5
        assert [m.code for m in shown if not m.region_code] == ["0411"]


def test_every_code_has_four_digits_and_every_region_is_known_and_there_on_the_day() -> None:
    shipped = municipalities()
    regions = {region.code: region for region in shipped.regions}
    assert len(regions) == len(shipped.regions)
    for municipality in shipped.municipalities:
        assert municipality.code.isdecimal()
        assert len(municipality.code) == 4
        if municipality.region_code:
            region = regions[municipality.region_code]
            assert (region.valid_from, region.valid_to) == (municipality.valid_from, municipality.valid_to)


@pytest.mark.parametrize(
    ("day", "sizes"),
    [
        (TODAY, {"DK-81": 11, "DK-82": 19, "DK-83": 22, "DK-84": 29, "DK-85": 17, "GL": 5, "": 1}),
        (NEW_YEAR, {"DK-81": 11, "DK-82": 19, "DK-83": 22, "x-oestdanmark": 46, "GL": 5, "": 1}),
    ],
)
def test_two_regions_become_one_on_new_years_day(day: date, sizes: dict[str, int]) -> None:
    codes = [m.region_code for m in municipalities().valid_on(day)]
    assert {code: codes.count(code) for code in codes} == sizes


def test_the_19_municipalities_of_region_midtjylland() -> None:
    assert {m.code: m.name for m in municipalities().municipalities if m.region_code == "DK-82"} == {
        "0615": "Horsens",
        "0657": "Herning",
        "0661": "Holstebro",
        "0665": "Lemvig",
        "0671": "Struer",
        "0706": "Syddjurs",
        "0707": "Norddjurs",
        "0710": "Favrskov",
        "0727": "Odder",
        "0730": "Randers",
        "0740": "Silkeborg",
        "0741": "Samsø",
        "0746": "Skanderborg",
        "0751": "Aarhus",
        "0756": "Ikast-Brande",
        "0760": "Ringkøbing-Skjern",
        "0766": "Hedensted",
        "0779": "Skive",
        "0791": "Viborg",
    }


@pytest.mark.parametrize(
    ("code", "called"),
    [
        ("0101", "Københavns Kommune"),
        ("0400", "Bornholms Regionskommune"),
        ("0411", "Christiansø"),
        ("0751", "Aarhus Kommune"),
        ("0820", "Vesthimmerlands Kommune"),
        ("0956", "Kommuneqarfik Sermersooq"),
    ],
)
def test_an_authority_is_called_by_its_full_name(code: str, called: str) -> None:
    found = municipalities().find(code, TODAY)
    assert found is not None
    assert found.full_name == called


# suggestions


def test_every_suggestion_speaks_both_languages_about_topics_that_exist() -> None:
    topics = set(Questionnaires(tuple).default().topics)
    suggestions = action_catalogue().suggestions
    for suggestion in suggestions:
        assert set(suggestion.text) == set(LANGUAGES)
        assert suggestion.text["da"] != suggestion.text["en"]
        assert set(suggestion.topics) <= topics
        assert len(set(suggestion.topics)) == len(suggestion.topics)
    assert len({suggestion.text["da"] for suggestion in suggestions}) == len(suggestions)


def test_every_topic_has_something_to_suggest_and_every_receiver_something_to_do() -> None:
    catalogue = action_catalogue()
    general = catalogue.for_topics(())
    for topic in Questionnaires(tuple).default().topics:
        assert len(catalogue.for_topics((topic,))) > len(general)
    assert {suggestion.responsible for suggestion in catalogue.suggestions} == set(ResponsibleType)


@pytest.mark.parametrize(
    ("said", "responsible", "topic"),
    [
        ("fysisk træning", ResponsibleType.MUNICIPALITY, "fatigue"),
        ("støttende samtale", ResponsibleType.MUNICIPALITY, "worry"),
        ("støttende samtale for pårørende", ResponsibleType.MUNICIPALITY, "relatives_support"),
        ("støttende samtale for børn", ResponsibleType.MUNICIPALITY, "children"),
        ("gruppeforløb", ResponsibleType.MUNICIPALITY, "peer_contact"),
        ("vende tilbage til arbejde", ResponsibleType.JOBCENTER, "work"),
        ("sygedagpenge", ResponsibleType.JOBCENTER, "sick_leave"),
        ("delvis raskmelding", ResponsibleType.JOBCENTER, "sick_leave"),
        ("løntilskud", ResponsibleType.JOBCENTER, "work"),
        ("opkvalificering", ResponsibleType.JOBCENTER, "education"),
        ("pension", ResponsibleType.JOBCENTER, "insurance_pension"),
        ("selv bede jobcentret", ResponsibleType.CITIZEN, "sick_leave"),
        ("hudkræft", ResponsibleType.JOBCENTER, "sick_leave"),
        ("genoptræningsplan: almen", ResponsibleType.HOSPITAL, "muscle_strength"),
        ("genoptræningsplan: specialiseret", ResponsibleType.HOSPITAL, "mobility"),
        ("taletræning", ResponsibleType.HOSPITAL, "swallowing_speech"),
        ("lymfødembehandling", ResponsibleType.HOSPITAL, "swelling_lymphoedema"),
        ("stomi", ResponsibleType.HOSPITAL, "bowel"),
        ("psykolog", ResponsibleType.GENERAL_PRACTICE, "anxiety"),
        ("fysioterapi", ResponsibleType.GENERAL_PRACTICE, "pain"),
        ("kommunens kræftrehabilitering", ResponsibleType.GENERAL_PRACTICE, "fatigue"),
        ("senfølgeklinik", ResponsibleType.LATE_EFFECTS_CLINIC, "memory_concentration"),
        ("fornyet hjælp", ResponsibleType.MUNICIPALITY, "fatigue"),
        ("kræftlinjen", ResponsibleType.CANCER_SOCIETY, "worry"),
        ("åben rådgivning", ResponsibleType.CANCER_SOCIETY, "worry"),
        ("kurser", ResponsibleType.CANCER_SOCIETY, "peer_contact"),
        ("netværk", ResponsibleType.CANCER_SOCIETY, "loneliness"),
        ("åben café", ResponsibleType.CANCER_SOCIETY, "loneliness"),
        ("frivillige", ResponsibleType.CANCER_SOCIETY, "loneliness"),
        ("afklarende samtale", ResponsibleType.MUNICIPALITY, "diet"),
        ("plan for rehabilitering", ResponsibleType.MUNICIPALITY, "diet"),
    ],
)
def test_what_the_agreement_and_the_leaflet_name_is_there_to_suggest(
    said: str, responsible: ResponsibleType, topic: str
) -> None:
    offered = action_catalogue().for_topics((LinkId(topic),))
    assert [s.id for s in offered if said in s.text["da"].casefold() and s.responsible is responsible]


def test_no_number_or_address_that_could_be_out_of_date_is_shipped() -> None:
    assert [s.id for s in action_catalogue().suggestions if any(c.isdigit() or c == "@" for c in s.text["da"])] == []


def test_a_site_puts_its_own_list_in_place_of_the_shipped_one() -> None:
    own = {"suggestions": [{"id": "a", "text": {"da": "Kor"}, "topics": ["loneliness"], "responsible": "other"}]}
    assert [s.id for s in action_catalogue(json.dumps(own).encode()).suggestions] == ["a"]
    with pytest.raises(EntryFaults):
        action_catalogue(b"{}")


# the directory


def test_the_shipped_directory_has_every_kind_and_speaks_of_what_is_on_the_form() -> None:
    form = Questionnaires(tuple).default()
    entries = directory()
    assert {entry.kind for entry in entries} == set(ContactKind) - {ContactKind.OTHER}
    assert len({entry.id for entry in entries}) == len(entries)
    known = {*form.topics, *(area.link_id for area in form.areas)}
    assert [entry.id for entry in entries if not set(entry.topics) <= known] == []
    assert [entry.id for entry in entries if set(entry.name) != set(LANGUAGES) or not entry.referrers] == []


def test_every_topic_has_somebody_to_turn_to() -> None:
    form = Questionnaires(tuple).default()
    for topic in form.topics:
        assert [entry for entry in directory() if entry.topics and entry.helps_with((topic,), form)], topic


def test_no_telephone_number_and_no_address_is_shipped() -> None:
    """They would be out of date one day, and a citizen would call in vain."""
    assert [entry.id for entry in directory() if entry.can_be_reached or entry.hours] == []
