"""What the printed codes of a sheet say, as bytes: few enough for 30 mm of paper to survive an office scan at 150 dpi.

The front's `SheetCode` carries every tick and is signed by the site; the back's `BackCode` says which front it belongs
to. Words do not fit: they travel in the Bundle. `docs/DECISIONS.md`, "The code on the sheet", tells what is in it and
why. To read one: `unpack(data)`; then `SiteKeys.verify_code(data)` for a front, and `back.belongs_to(data_of_front)`.
"""

import hmac
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from types import MappingProxyType
from typing import Final, Self

from needsform.models.assessment import Assessment, FilledBy, Occasion
from needsform.models.code_bytes import ID_BYTES, LAST, CodeReader, packed_ticks
from needsform.models.errors import InputError
from needsform.models.identifier import Identifier
from needsform.models.identity import AssessmentId, LinkId
from needsform.models.questionnaire import DISTRESS, PRIORITY, AnswerType, Questionnaire
from needsform.models.questionnaire_reader import MOST_PRIORITIES
from needsform.models.questionnaire_response import Answer, QuestionnaireResponse
from needsform.models.site import SiteKind

MOST_BYTES: Final = 200
"""Of a code with its signature: at 150 dpi more is read only now and then (30 mm, error correction M)."""
SIGNATURE_BYTES: Final = 64
"""Of an Ed25519 signature, the last bytes of a front's code. What comes before them is what is signed."""

_KEY_BYTES, _FORM_BYTES, _CITIZEN_BYTES, _TAG_BYTES = 32, 6, 8, 8
_MARK: Final = b"N"
_FRONT, _BACK = b"\x11", b"\x12"
"""The format (1) and the page."""
_DAY_0: Final = date(2000, 1, 1)
_NO_DISTRESS: Final = 15

# The place of each value is what is printed: a new value goes to the end.
_OCCASIONS: Final = (
    Occasion.TREATMENT_START,
    Occasion.DURING_TREATMENT,
    Occasion.END_OF_TREATMENT,
    Occasion.READMISSION,
    Occasion.MUNICIPAL_START,
    Occasion.MUNICIPAL_FOLLOW_UP,
    Occasion.LATE_EFFECTS,
    Occasion.GENERAL_PRACTICE,
    Occasion.OTHER,
)
_SETTINGS: Final = (SiteKind.HOSPITAL, SiteKind.MUNICIPALITY, SiteKind.GENERAL_PRACTICE)
_FILLED_BY: Final = (FilledBy.SELF, FilledBy.WITH_RELATIVE, FilledBy.WITH_STAFF, FilledBy.ON_PAPER)


@dataclass(frozen=True, slots=True)
class SheetCode:
    """What the code on a front page says. Ticks stand in the form's order and mean nothing without the form."""

    form: bytes
    """`form_fingerprint` of the Questionnaire."""
    assessment_id: AssessmentId
    revision: int
    held_on: date
    citizen: bytes
    """`citizen_commitment`: whose it is, for who knows the number already."""
    occasion: Occasion
    setting: SiteKind
    filled_by: FilledBy
    relative_present: bool
    has_words: bool
    """Whether the front also has words, which stand on the paper and in the Bundle only."""
    distress: int | None
    ticks: tuple[bool | None, ...]
    """Every box: ticked, said no, silent."""
    priorities: tuple[int, ...]
    """Which topics matter most, by their place in the form, first one first."""
    sender: bytes
    """The site's public key (Ed25519)."""

    @classmethod
    def of(cls, assessment: Assessment, form: Questionnaire, identifier: Identifier, sender: bytes) -> Self:
        """What the code of an assessment's present revision says."""
        response = assessment.response
        topics = list(form.topics)
        distress = response.answers.get(DISTRESS)
        return cls(
            form=form_fingerprint(form),
            assessment_id=assessment.id,
            revision=assessment.revision,
            held_on=assessment.held_on,
            citizen=citizen_commitment(identifier, assessment.id),
            occasion=assessment.occasion,
            setting=assessment.setting,
            filled_by=assessment.filled_by,
            relative_present=assessment.relative_present,
            has_words=any(response.text(item) for item in form.items.values() if item.type is AnswerType.TEXT),
            distress=distress if isinstance(distress, int) else None,
            ticks=tuple(_tick(response.answers.get(link_id)) for link_id in _boxes(form)),
            priorities=tuple(topics.index(topic) for topic in response.priorities),
            sender=sender,
        )

    def is_of(self, identifier: Identifier) -> bool:
        """Whether sheet and citizen belong together."""
        return hmac.compare_digest(self.citizen, citizen_commitment(identifier, self.assessment_id))

    def response(self, form: Questionnaire) -> QuestionnaireResponse:
        """The answers, without the words. Raises InputError `code.another_form`, `code.damaged`."""
        boxes, topics = _boxes(form), list(form.topics.values())
        if self.form != form_fingerprint(form):
            raise InputError("code.another_form")
        if len(self.ticks) != len(boxes) or any(place >= len(topics) for place in self.priorities):
            raise InputError("code.damaged")
        ticks = zip(boxes, self.ticks, strict=True)
        answers: dict[LinkId, Answer] = {box: tick for box, tick in ticks if tick is not None}
        if self.distress is not None:
            answers[DISTRESS] = self.distress
        if self.priorities:
            answers[PRIORITY] = tuple(topics[place].link_id for place in self.priorities)
        if not answers.keys() <= form.items.keys():
            raise InputError("code.damaged")
        response = QuestionnaireResponse(
            questionnaire_url=form.url, questionnaire_version=form.version, answers=MappingProxyType(answers)
        )
        if not all(response.is_marked(topics[place]) for place in self.priorities):
            raise InputError("code.damaged")
        return response

    def body(self) -> bytes:
        """What is signed: the code without its signature.

        Raises InputError `code.too_large` for a form with more boxes than a code has room for, `code.not_ours` for an
        assessment whose id, revision or day no code can name.
        """
        day = (self.held_on - _DAY_0).days
        if not (_is_id(self.assessment_id) and 0 < self.revision <= LAST and 0 <= day <= LAST):
            raise InputError("code.not_ours")
        packed = b"".join(
            (
                _MARK + _FRONT + self.form + bytes.fromhex(self.assessment_id),
                self.revision.to_bytes(2),
                day.to_bytes(2),
                self.citizen,
                self._circumstances(),
                len(self.ticks).to_bytes(2),
                packed_ticks(self.ticks),
                bytes([len(self.priorities), *self.priorities]),
                self.sender,
            )
        )
        longest = len(packed) - len(self.priorities) + MOST_PRIORITIES + SIGNATURE_BYTES
        if longest > MOST_BYTES:  # whether a form has a code is no matter of what was answered
            raise InputError("code.too_large")
        return packed

    def _circumstances(self) -> bytes:
        first = _OCCASIONS.index(self.occasion) << 4 | _SETTINGS.index(self.setting) << 2
        second = _FILLED_BY.index(self.filled_by) << 4 | (_NO_DISTRESS if self.distress is None else self.distress)
        return bytes([first | self.relative_present << 1 | self.has_words, second])


@dataclass(frozen=True, slots=True)
class BackCode:
    """What the code on a back page says: which front it was printed with. Unsigned: it vouches for no word there."""

    assessment_id: AssessmentId
    revision: int
    tag: bytes
    """Eight bytes of the front's code: `front_tag`."""

    def belongs_to(self, front: bytes) -> bool:
        """Whether this back was printed with the front that has this code, byte for byte."""
        return hmac.compare_digest(self.tag, front_tag(front))

    def packed(self) -> bytes:
        """The bytes to be printed."""
        return _MARK + _BACK + bytes.fromhex(self.assessment_id) + self.revision.to_bytes(2) + self.tag


def unpack(data: bytes) -> SheetCode | BackCode:
    """What a code says, whoever printed it; nothing of it is believed by that.

    Raises InputError `code.not_ours` for any other code, `code.newer` for one of a newer program, `code.damaged`.
    """
    if len(data) > MOST_BYTES or data[:1] != _MARK or len(data) < len(_MARK + _FRONT):
        raise InputError("code.not_ours")
    kind, rest = data[1:2], CodeReader(data[2:])
    if kind == _BACK:
        back = BackCode(rest.assessment_id(), rest.number(2, least=1), rest.take(_TAG_BYTES))
        rest.finish()
        return back
    if kind == _FRONT:
        return _front(rest)
    if kind[0] >> 4 > _FRONT[0] >> 4:
        raise InputError("code.newer")
    raise InputError("code.not_ours")


def form_fingerprint(form: Questionnaire) -> bytes:
    """Six bytes that name a form and the order of its boxes and topics, which is what ticks are told by."""
    said = "\n".join((f"{form.url}|{form.version}", *form.topics, "", *_boxes(form)))
    return sha256(said.encode()).digest()[:_FORM_BYTES]


def citizen_commitment(identifier: Identifier, assessment_id: AssessmentId) -> bytes:
    """Eight bytes by which who knows a citizen's number finds that a sheet is theirs; different on every assessment.

    It hides nothing from who tries all numbers there are. The sheet beside it shows the number to whoever holds it.
    """
    said = f"needsform:citizen:1\n{identifier.kind.value}\n{identifier.value}"
    return hmac.digest(assessment_id.encode(), said.encode(), "sha256")[:_CITIZEN_BYTES]


def front_tag(front: bytes) -> bytes:
    """Eight bytes of a front's code with its signature, for the back that is printed with it."""
    return sha256(front).digest()[:_TAG_BYTES]


def _boxes(form: Questionnaire) -> list[LinkId]:
    return [box.link_id for area in form.areas for box in area.boxes()]


def _tick(answer: Answer | None) -> bool | None:
    return answer if isinstance(answer, bool) else None


def _is_id(assessment_id: str) -> bool:
    """Whether an assessment's id is one of ours: sixteen bytes in small hexadecimal letters."""
    return len(assessment_id) == 2 * ID_BYTES and set(assessment_id) <= set("0123456789abcdef")


def _front(rest: CodeReader) -> SheetCode:
    form, assessment_id = rest.take(_FORM_BYTES), rest.assessment_id()
    revision = rest.number(2, least=1)
    held_on, citizen = _DAY_0 + timedelta(days=rest.number(2)), rest.take(_CITIZEN_BYTES)
    first, second = rest.take(2)
    ticks = rest.ticks(rest.number(2))
    priorities = tuple(rest.take(rest.number(1, most=MOST_PRIORITIES)))
    sender = rest.take(_KEY_BYTES)
    rest.take(SIGNATURE_BYTES)
    rest.finish()
    distress = second & 15
    occasion, setting, filled_by = first >> 4, first >> 2 & 3, second >> 4
    if (
        occasion >= len(_OCCASIONS)
        or setting >= len(_SETTINGS)
        or filled_by >= len(_FILLED_BY)
        or 10 < distress < _NO_DISTRESS
        or len(set(priorities)) != len(priorities)
    ):
        raise InputError("code.damaged")
    return SheetCode(
        form=form,
        assessment_id=assessment_id,
        revision=revision,
        held_on=held_on,
        citizen=citizen,
        occasion=_OCCASIONS[occasion],
        setting=_SETTINGS[setting],
        filled_by=_FILLED_BY[filled_by],
        relative_present=bool(first & 2),
        has_words=bool(first & 1),
        distress=None if distress == _NO_DISTRESS else distress,
        ticks=ticks,
        priorities=priorities,
        sender=sender,
    )
