"""A PDF that somebody hands in: the sheet's Bundle, or one sentence on why there is none."""

from base64 import a85encode
from io import BytesIO
from random import Random
from zlib import compress

import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Encryption, Name, ObjectStreamMode, Pdf

from needsform.export.assessment_pdf import render_sheet
from needsform.export.fhir import bundle_json, read_bundle
from needsform.export.sheet_reader import LARGEST_BUNDLE, LARGEST_SHEET, bundle_in_sheet
from needsform.models.errors import InputError
from tests.export import talk

FHIR = "application/fhir+json"
BUNDLE = bundle_json(talk.sheet())


def paper(
    *files: tuple[str, bytes, str],
    encryption: Encryption | None = None,
    objects: ObjectStreamMode = ObjectStreamMode.generate,
) -> bytes:
    """A PDF of one page with attachments: name, content and type of each."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        for name, data, mime_type in files:
            pdf.attachments[name] = AttachedFileSpec(
                pdf, data, filename=name, mime_type=mime_type, description="", creation_date="", mod_date=""
            )
        return saved(pdf, encryption, objects)


def saved(
    pdf: Pdf, encryption: Encryption | None = None, objects: ObjectStreamMode = ObjectStreamMode.generate
) -> bytes:
    """A PDF as bytes."""
    out = BytesIO()
    pdf.save(out, encryption=encryption or False, object_stream_mode=objects)
    return out.getvalue()


def repacked(filters: list[Name], data: bytes) -> bytes:
    """A sheet whose Bundle is packed in a given way."""
    with Pdf.open(BytesIO(paper(("assessment.json", BUNDLE, FHIR)))) as pdf:
        pdf.attachments["assessment.json"].get_file().obj.write(data, filter=Array(filters))
        return saved(pdf)


def refused(pdf: bytes) -> str:
    """The id of the sentence that a PDF gets."""
    with pytest.raises(InputError) as refusal:
        bundle_in_sheet(pdf)
    return refusal.value.message.message_id


@pytest.mark.parametrize("objects", [ObjectStreamMode.generate, ObjectStreamMode.disable])
def test_the_bundle_comes_out_as_it_went_in(objects: ObjectStreamMode) -> None:
    found = bundle_in_sheet(paper(("assessment.json", BUNDLE, FHIR), objects=objects))
    assert found == BUNDLE
    assert read_bundle(found).patient.name == "Einer Test Lauridsen"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_printed_sheet_carries_what_it_says(language: str) -> None:
    content = talk.sheet(language=language)
    assert bundle_in_sheet(render_sheet(content)) == bundle_json(content)


def test_other_attachments_do_not_matter() -> None:
    sheet = paper(("note.txt", b"hej", "text/plain"), ("a.json", BUNDLE, FHIR), ("b.json", b"{}", "application/json"))
    assert bundle_in_sheet(sheet) == BUNDLE


def test_a_sheet_that_only_asks_for_a_password_to_be_changed_is_read() -> None:
    assert bundle_in_sheet(paper(("a.json", BUNDLE, FHIR), encryption=Encryption(owner="ward", user=""))) == BUNDLE


def test_a_sheet_behind_a_password_says_so() -> None:
    locked = paper(("a.json", BUNDLE, FHIR), encryption=Encryption(owner="ward", user="citizen"))
    assert refused(locked) == "sheet.protected"


def test_a_pdf_without_a_bundle_says_so() -> None:
    assert refused(paper()) == "sheet.no_bundle"
    assert refused(paper(("note.txt", b"hej", "text/plain"))) == "sheet.no_bundle"


def test_two_bundles_in_one_pdf_are_not_chosen_between() -> None:
    assert refused(paper(("a.json", BUNDLE, FHIR), ("b.json", BUNDLE, FHIR))) == "sheet.many_bundles"


@pytest.mark.parametrize("data", [b"", b"hej", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n%%EOF", BUNDLE])
def test_what_is_no_pdf_cannot_be_read(data: bytes) -> None:
    assert refused(data) == "sheet.unreadable"


def test_a_file_larger_than_any_sheet_is_not_looked_into() -> None:
    assert refused(b"%PDF-1.7" + b" " * LARGEST_SHEET) == "sheet.too_large"


def test_a_bundle_larger_than_any_of_ours_is_not_unpacked() -> None:
    assert refused(paper(("a.json", b" " * (LARGEST_BUNDLE + 1), FHIR))) == "sheet.too_large"


def test_a_bundle_that_lies_about_its_size_is_too_large_all_the_same() -> None:
    with Pdf.open(BytesIO(paper(("a.json", b" " * (LARGEST_BUNDLE + 1), FHIR)))) as pdf:
        pdf.attachments["a.json"].get_file().obj.Params.Size = 10
        assert refused(saved(pdf)) == "sheet.too_large"


def test_a_bundle_that_swells_without_end_is_given_up() -> None:
    with Pdf.open(BytesIO(paper(("a.json", b" " * (4 * LARGEST_BUNDLE), FHIR)))) as pdf:
        pdf.attachments["a.json"].get_file().obj.Params.Size = 10
        small = saved(pdf)
    assert len(small) < LARGEST_BUNDLE // 100
    assert refused(small) == "sheet.unreadable"


def test_a_bundle_that_is_packed_in_letters_is_unpacked() -> None:
    letters = a85encode(compress(BUNDLE)) + b"~>"
    assert bundle_in_sheet(repacked([Name.ASCII85Decode, Name.FlateDecode], letters)) == BUNDLE


def test_a_way_of_packing_without_a_limit_is_not_unpacked() -> None:
    assert refused(repacked([Name.LZWDecode], b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")) == "sheet.unreadable"


def test_a_bundle_whose_letters_have_slipped_is_not_taken() -> None:
    with Pdf.open(BytesIO(paper(("a.json", BUNDLE, FHIR)))) as pdf:
        file = pdf.attachments["a.json"].get_file().obj
        file.write(BUNDLE.replace(b"0201609995", b"0201609996"))
        assert refused(saved(pdf)) == "sheet.unreadable"


def test_an_attachment_that_is_not_there_is_not_read() -> None:
    with Pdf.open(BytesIO(paper(("a.json", BUNDLE, FHIR)))) as pdf:
        pdf.attachments["a.json"].obj.EF = Dictionary()
        assert refused(saved(pdf)) == "sheet.unreadable"


def test_a_damaged_sheet_gives_the_right_bundle_or_none() -> None:
    chance = Random(2026)
    sheets = [paper(("a.json", BUNDLE, FHIR), objects=mode) for mode in ObjectStreamMode.__members__.values()]
    for _ in range(400):
        damaged = bytearray(chance.choice(sheets))
        if chance.random() < 0.3:
            del damaged[chance.randrange(len(damaged)) :]
        for _ in range(chance.randint(1, 12)):
            if damaged:
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        outcome = "read"
        try:
            assert bundle_in_sheet(bytes(damaged)) == BUNDLE
        except InputError as error:
            outcome = error.message.message_id
        assert outcome in ("read", "sheet.unreadable", "sheet.no_bundle")
