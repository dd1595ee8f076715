"""A mail that opens unsent, and the copy behind a password."""

import io
from email import message_from_bytes, policy
from email.message import EmailMessage

import pikepdf
import pytest

from needsform.export.mail_draft import mail_draft
from needsform.export.protected_pdf import protect
from needsform.export.sheet_reader import bundle_in_sheet
from needsform.models.errors import InputError
from tests.export.sheets import pdf_of, sheet_of

BODY = "Åse Ærø Ø\n\nTil kræftkoordinatoren: det drejer sig om en behovsvurdering, som ligger i den vedhæftede fil." * 2


def read(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_mail_program_opens_it_as_a_draft_with_its_danish_letters_and_the_sheet() -> None:
    draft = mail_draft("kraeft@example.dk", "Behovsvurdering, kræft", BODY, pdf_of(), "behovsvurdering.pdf")
    message = read(draft)
    assert (message["X-Unsent"], message["To"]) == ("1", "kraeft@example.dk")
    assert message["Subject"] == "Behovsvurdering, kræft"
    text = message.get_body(("plain",))
    assert text is not None
    assert text.get_content().replace("\r\n", "\n") == f"{BODY}\n"
    (attached,) = message.iter_attachments()
    assert (attached.get_content_type(), attached.get_filename()) == ("application/pdf", "behovsvurdering.pdf")
    assert attached.get_content() == pdf_of()


def test_what_travels_in_the_clear_is_plain_ascii_in_lines_that_every_server_takes() -> None:
    draft = mail_draft("", "Behovsvurdering, kræft", BODY, pdf_of(), "behovsvurdering.pdf")
    draft.decode("ascii")
    assert max(map(len, draft.split(b"\r\n"))) <= 998
    assert b"\n" not in draft.replace(b"\r\n", b"")
    assert "To" not in read(draft)


def test_a_receiver_cannot_smuggle_in_a_header() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        mail_draft("a@b.dk\r\nBcc: c@d.dk", "Emne", "", b"%PDF", "behovsvurdering.pdf")


def test_the_protected_copy_opens_with_its_password_alone() -> None:
    protected = protect(pdf_of(), "rolig-flod-7")
    for wrong in ("", "rolig-flod-8"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(protected), password=wrong)
    with pikepdf.open(io.BytesIO(protected), password="rolig-flod-7") as opened:
        assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
        assert opened.encryption.stream_method.name == "aesv3"
        assert len(opened.pages) == 2
        plain = io.BytesIO()
        opened.save(plain)
    assert bundle_in_sheet(plain.getvalue()) == bundle_in_sheet(pdf_of())


def test_nothing_of_the_citizen_can_be_read_without_the_password() -> None:
    protected, patient = protect(pdf_of(), "rolig-flod-7"), sheet_of().patient
    for told in (patient.name, patient.identifier.value, patient.identifier.shown):
        assert told.encode() not in protected
        assert told.encode("utf-16-be") not in protected
    with pytest.raises(InputError):
        bundle_in_sheet(protected)


def test_the_protected_copy_does_not_call_itself_an_archive_copy() -> None:
    with pikepdf.open(io.BytesIO(protect(pdf_of(), "p")), password="p") as opened:
        metadata = opened.open_metadata()
        assert "pdfaid:part" not in metadata
        assert "dc:title" in metadata
    with pikepdf.open(io.BytesIO(pdf_of())) as plain:
        assert "pdfaid:part" in plain.open_metadata()
