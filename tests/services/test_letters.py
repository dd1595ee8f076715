"""Texts and mail drafts leave with a row, behind a consent, and name nobody where others can read it."""

import io
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pytest

from needsform.models.assessment import Assessment
from needsform.models.care_plan import CarePlan, Conclusion, Need
from needsform.models.delivery import Recipient
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import LinkId
from needsform.models.letter import ATTACHMENT, DRAFT, LetterForm
from needsform.models.patient import Patient
from needsform.services.letters import Letter, draft_mail
from needsform.services.session import Session
from needsform.storage.database import Database

RECEIVER = "Aarhus Kommune, Koordinerende instans på kræftområdet"


@pytest.fixture
def signed(session: Session, draft: Assessment) -> Assessment:
    """Einer agrees that the municipality is told, and not that his doctor is."""
    plan = CarePlan(
        needs=(Need(topic=LinkId("fatigue")),),
        told_that_authority_decides=True,
        consent_municipality=True,
        consent_gp=False,
        conclusion=Conclusion.NEED,
    )
    front = session.front_pages.complete(draft)
    return session.back_pages.sign(session.back_pages.complete(session.back_pages.save(front, plan)))


@pytest.fixture
def notice(session: Session, einer: Patient, signed: Assessment) -> Letter:
    """The notice to Aarhus."""
    return session.letters.letter(session.documents.content(einer, signed), Recipient.MUNICIPALITY, RECEIVER)


def test_the_text_is_signed_by_whoever_is_here_at_the_time_it_is(notice: Letter, session: Session) -> None:
    assert notice.text.startswith(f"Til: {RECEIVER}\n")
    assert "Navn: Karin Prøve\nStilling: sygeplejerske\nTelefon: +45 70 00 00 00\n" in notice.text
    assert notice.text.endswith(f"Tidspunkt: {session.now():%d-%m-%Y} kl. 10.42")


def test_there_is_no_text_for_whom_the_citizen_refused(session: Session, einer: Patient, signed: Assessment) -> None:
    content = session.documents.content(einer, signed)
    with pytest.raises(InputError) as caught:
        session.letters.letter(content, Recipient.GENERAL_PRACTICE)
    assert caught.value.message.message_id == "delivery.consent_refused"
    assert "Samtykke til besked til egen læge: Nej" in session.letters.letter(content, Recipient.RECORD).text
    with pytest.raises(InputError) as caught:
        session.letters.letter(content, Recipient.CITIZEN)
    assert caught.value.message.message_id == "letter.none"


def read(mail: bytes) -> tuple[EmailMessage, str, bytes]:
    message = message_from_bytes(mail, policy=policy.default)
    assert isinstance(message, EmailMessage)
    text = message.get_body(("plain",))
    assert text is not None
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == ATTACHMENT
    return message, text.get_content(), attached.get_content()


def test_a_draft_for_secure_mail_says_everything_but_in_its_head(notice: Letter, einer: Patient) -> None:
    message, text, pdf = read(draft_mail(notice, "kraeft@example.dk", None))
    assert einer.identifier.shown in text
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert not opened.is_encrypted
    head = "".join(f"{name}: {value}" for name, value in message.items())
    assert [word for word in (einer.name, einer.identifier.shown, einer.identifier.value) if word in head] == []


def test_a_draft_with_a_password_names_nobody_outside_of_the_locked_file(
    notice: Letter, einer: Patient, session: Session
) -> None:
    password = session.letters.new_password()
    mail = draft_mail(notice, "", password)
    _, text, pdf = read(mail)
    for word in (*einer.name.split(), einer.identifier.shown, einer.identifier.value, password):
        assert word not in text
        assert word.encode() not in mail
    with pikepdf.open(io.BytesIO(pdf), password=password) as opened:
        assert opened.encryption.R == 6


def test_passwords_are_new_each_time_and_can_be_read_aloud(session: Session) -> None:
    passwords = [session.letters.new_password() for _ in range(200)]
    assert len(set(passwords)) == 200
    assert {len(password) for password in passwords} == {19}
    assert not set("".join(passwords)) & set("il1o0")


def test_each_form_leaves_its_row(session: Session, notice: Letter, database: Database, tmp_path: Path) -> None:
    session.letters.record(notice, LetterForm.TEXT)
    session.letters.record(notice, LetterForm.LETTER)
    session.letters.save_mail(notice, b"mail", tmp_path / DRAFT, LetterForm.PROTECTED_MAIL)
    assert (tmp_path / DRAFT).read_bytes() == b"mail"
    with pytest.raises(WorldError):
        session.letters.save_mail(notice, b"mail", tmp_path / "gone" / DRAFT, LetterForm.MAIL)
    rows = database.rows("SELECT action, patient_id, detail FROM audit_events ORDER BY seq DESC LIMIT 4")
    failed, mail, letter, text = ((row["action"], row["patient_id"], row["detail"]) for row in rows)
    whom = notice.content.patient.id
    assert text == ("export", whom, "form=text recipient=municipality revision=1")
    assert letter == ("print", whom, "form=letter recipient=municipality revision=1")
    assert mail == ("export", whom, "form=protected_mail recipient=municipality revision=1")
    assert failed[:2] == ("export_failed", whom)
