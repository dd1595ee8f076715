"""Whatever is written stands on paper as it was written: no tag is drawn, no link, no script gets into the file."""

import re
from io import BytesIO

import pypdfium2
import pytest
from pikepdf import Dictionary, Pdf, Stream

from needsform.export.assessment_pdf import render_sheet
from needsform.models.care_plan import Activity, CarePlan, Need
from needsform.models.identity import LinkId
from tests.export import talk
from tests.payloads import PAYLOADS

_AT_ONCE = 50
_PARTS = [PAYLOADS[at : at + _AT_ONCE] for at in range(0, len(PAYLOADS), _AT_ONCE)]
_ACTIVE = {"/URI", "/JavaScript", "/JS", "/Launch", "/AA", "/OpenAction", "/Annots", "/AcroForm"}


def sheet(payloads: tuple[str, ...]) -> bytes:
    """A sheet on which they stand wherever somebody can write."""
    content = talk.sheet()
    name, words, observed, *actions = payloads
    plan = CarePlan(
        needs=(Need(topic=LinkId("fatigue"), patient_words=words, observed=observed),),
        activities=tuple(Activity(text=text, when=text) for text in actions),
    )
    patient = content.patient.model_copy(update={"name": name, "phone": name, "best_time": name})
    assessment = content.assessment.model_copy(update={"care_plan": plan, "unit": name})
    changed = {"patient": patient, "assessment": assessment}
    return render_sheet(content.model_copy(update=changed))


def read(pdf: bytes) -> str:
    """All letters of a PDF, without the white space that lines are broken at."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    return re.sub(r"\s|[\ufffe\u00ad\u0002]", "", "".join(pages))


@pytest.mark.parametrize("payloads", _PARTS, ids=lambda part: part[0])
def test_five_hundred_payloads_are_letters_on_paper(payloads: tuple[str, ...]) -> None:
    pdf = sheet(payloads)
    text = read(pdf)
    plain = [payload for payload in payloads if payload.isascii()]
    assert len(plain) > 30
    assert [payload for payload in plain if re.sub(r"\s", "", payload) not in text] == []


def test_nothing_in_the_file_acts() -> None:
    for payloads in _PARTS:
        with Pdf.open(BytesIO(sheet(payloads))) as pdf:
            names = {name for each in pdf.objects if isinstance(each, Dictionary | Stream) for name in each.keys()}  # noqa: SIM118 - no mapping
            assert not names & _ACTIVE
            assert len(names) > 30  # or nothing was looked at
