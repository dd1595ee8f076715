"""Sheets by chance, the same in every run: what a ward has in a year, and now and then what nobody ever had."""

from datetime import datetime, timedelta
from random import Random
from typing import Final

from needsform.models.assessment import AssessmentStatus, FilledBy, Occasion
from needsform.models.care_plan import (
    Activity,
    ActivityKind,
    CarePlan,
    Conclusion,
    Need,
    Responsible,
    ResponsibleType,
    RetrainingPlan,
)
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH, TEXT_LENGTH
from needsform.models.identity import LinkId
from needsform.models.patient import GeneralPractice, Relative
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import PRIORITY, AnswerType, Questionnaire
from needsform.models.questionnaire_response import Answer, QuestionnaireResponse
from needsform.models.sheet import CopyName, SheetContent
from needsform.models.site import Site, SiteKind
from needsform.services import reference_data
from tests.clock import COPENHAGEN
from tests.export.sheets import sheet_of
from tests.export.site_forms import site_forms
from tests.strategies import shipped_form

NAMES: Final = (
    "Einer Test Lauridsen",
    "Łukasz Żółć-Święcicki",
    "İbrahim Şığlı Çağ",
    "Þórður Ægir Ðúason",
    "Nguyễn Thị Phượng Ứng",
    "Дмитрий Щербаков",
    "Γιώργος Παπαδόπουλος",
    "Ștefan Țărnă",
    "محمد عبد الرحمن الحسيني",
    "فاطمة الزهراء",
    "Ægir Ñuñez-Ødegård Çelik Þorsteinsdóttir Łukaszewicz-Nguyễn von und zu Prøvestensgård",
)
_WORDS: Final = (
    *("jeg", "sover", "dårligt", "og", "er", "træt", "om", "eftermiddagen", "børnebørnene", "måske", "på", "ø", "3."),
    *("kemobehandling", "–", "«måltider»", "50 %", "cykel/bus", "ældste", "Ægtefælle", "<b>", "&amp;", "én", "naïve"),
)
_ARABIC: Final = ("يداي", "باردتان", "في", "الليل", "لا", "أنام", "(جيدا)")


def is_ordinary(seed: int) -> bool:
    """Whether a ward prints such a sheet every day: up to eight needs and five actions, a line or so to each."""
    return seed % 10 < 7


class Chance:
    """Words, names and choices for one sheet."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.is_ordinary = is_ordinary(seed)

    def text(self, longest: int) -> str:
        """A few words, or none; where the sheet is not ordinary, up to all that is accepted, in any shape."""
        ordinary = self.words(self.random.randrange(min(longest, 70)))
        if self.is_ordinary or self.random.random() < 0.8:
            return ordinary
        shape = self.random.randrange(5)
        if shape == 0:
            return "y" * longest
        if shape == 1:
            return "nej\n" * (longest // 4)
        if shape == 2:
            return " ".join(self.random.choices(_ARABIC, k=longest // 8))[:longest].strip()
        return self.words(longest)

    def words(self, length: int) -> str:
        """Danish words, up to a length."""
        return " ".join(self.random.choices(_WORDS, k=length // 2 + 1))[:length].strip()

    def name(self) -> str:
        """A name; seldom as long as a name may be."""
        name = self.random.choice(NAMES)
        return name if self.is_ordinary else f"{name} {self.words(NAME_LENGTH)}"[:NAME_LENGTH].strip()

    def line(self) -> str:
        """A line, or nothing."""
        longest = 20 if self.is_ordinary else LINE_LENGTH
        return self.random.choice(["", self.words(longest), "+45 20 12 34 56"])

    def maybe(self, chance: float = 0.5) -> bool:
        """Yes, that often."""
        return self.random.random() < chance


def random_sheet(seed: int) -> SheetContent:
    """The sheet of a seed; seven of ten are such as a ward prints every day."""
    chance = Chance(seed)
    choice = chance.random.choice
    form = shipped_form() if chance.is_ordinary or chance.maybe() else choice(list(site_forms().values()))
    content = sheet_of()
    setting = choice(list(SiteKind))
    assessment = content.assessment.model_copy(
        update={
            "status": choice([AssessmentStatus.SIGNED, AssessmentStatus.DIALOGUE_HELD]),
            "revision": chance.random.randrange(1, 4),
            "occasion": choice(list(Occasion)),
            "setting": setting,
            "unit": chance.line(),
            "filled_by": choice(list(FilledBy)),
            "relative_present": chance.maybe(),
            "signature": Signature(name=chance.name(), title=chance.line(), phone=chance.line()),
            "response": _response(form, chance),
        }
    )
    assessment = assessment.model_copy(update={"care_plan": _plan(form, assessment.response, chance)})
    patient = content.patient.model_copy(
        update={
            "name": chance.name(),
            "phone": chance.line(),
            "best_time": chance.line(),
            "address": f"Prøvevej {seed}, 8000 Aarhus C",
            "address_protected": chance.maybe(0.2),
            "general_practice": GeneralPractice(name=chance.line(), phone=chance.line()),
            "relative": Relative(name=chance.name(), relation="ægtefælle", phone=chance.line()),
            "children_under_18": chance.maybe(),
            "language": choice(["da", "ar", "tegnsprog"]),
            "needs_interpreter": chance.maybe(),
        }
    )
    site = Site(
        name=chance.name(),
        kind=setting,
        contact_name=chance.line(),
        contact_phone=chance.line(),
        authority="" if chance.maybe(0.8) else "Sundhedsrådet",
        helpline_phone=chance.line(),
    )
    return content.model_copy(
        update={
            "site": site,
            "patient": patient,
            "assessment": assessment,
            "questionnaire": form,
            "words": reference_data.words(choice(list(form.languages))),
            "copy_name": choice(list(CopyName)),
            "printed_at": datetime(2026, 1, 1, tzinfo=COPENHAGEN) + timedelta(minutes=chance.random.randrange(10**6)),
            "is_draft": assessment.status is not AssessmentStatus.SIGNED,
        }
    )


def _response(form: Questionnaire, chance: Chance) -> QuestionnaireResponse:
    """Some boxes ticked, some areas said "none of these" to, some left; on a rare sheet every box."""
    answers: dict[LinkId, Answer] = {}
    everything = not chance.is_ordinary and chance.maybe(0.3)
    for area in form.areas:
        mood = chance.random.random()
        for topic in area.topics:
            for box in topic.marks():
                if everything or (mood > 0.4 and chance.maybe(0.15)):
                    answers[box.link_id] = True
                elif mood < 0.2:
                    answers[box.link_id] = False
    for item in form.items.values():
        if item.type is AnswerType.TEXT and chance.maybe(0.02 if chance.is_ordinary else 0.3):
            text = chance.text(item.max_length)
            if text:
                answers[item.link_id] = text
    marked = [t.link_id for t in form.topics.values() if any(answers.get(b.link_id) is True for b in t.marks())]
    if form.priority is not None and marked:
        wanted = chance.random.sample(marked, min(len(marked), chance.random.randrange(form.priority.max_occurs + 1)))
        if wanted:
            answers[PRIORITY] = tuple(wanted)
    if form.distress is not None and chance.maybe():
        answers[form.distress.link_id] = chance.random.randint(*form.distress.bounds)
    return QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version, answers=answers)


def _plan(form: Questionnaire, response: QuestionnaireResponse, chance: Chance) -> CarePlan | None:
    """A back page as it is written every day, now and then none or "no needs"; on a rare sheet a very full one."""
    if chance.maybe(0.1):
        return None
    if chance.maybe(0.1):
        return CarePlan(conclusion=Conclusion.NO_NEED, told_that_authority_decides=True)
    most = 7
    wanted = [topic.link_id for topic in response.supported_topics(form)][:most]
    wanted += [area.other.link_id for area in form.areas if area.other and response.text(area.other)][:1]
    needs = tuple(
        Need(topic=t, patient_words=_short(chance), observed=_short(chance), take_further=chance.maybe(0.9))
        for t in wanted
    )
    activities = tuple(
        Activity(
            kind=chance.random.choice(list(ActivityKind)),
            text=_short(chance) or "Fysisk træning på hold",
            topics=tuple(chance.random.sample(wanted, min(len(wanted), chance.random.choice([0, 1, 1, 2])))),
            responsible=Responsible(type=chance.random.choice([None, *ResponsibleType]), name=chance.line()),
            when=chance.line(),
        )
        for _ in range(chance.random.randrange(most - 1))
    )
    return CarePlan(
        needs=needs,
        activities=activities,
        told_that_authority_decides=chance.maybe(),
        consent_municipality=chance.random.choice([None, True, False]),
        consent_gp=chance.random.choice([None, True, False]),
        retraining_plan=chance.random.choice([None, *RetrainingPlan]),
        conclusion=chance.random.choice([None, *Conclusion]),
        next_assessment=chance.line(),
    )


def _short(chance: Chance) -> str:
    """On an ordinary back page a line, seldom two."""
    return chance.words(chance.random.randrange(50)) if chance.is_ordinary else chance.text(TEXT_LENGTH)
