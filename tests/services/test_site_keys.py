"""Two sites that have compared their fingerprints believe each other's sheets, and nobody else's."""

import json
from pathlib import Path
from random import Random

import pytest

from needsform.export.fhir import bundle_json, read_bundle
from needsform.models.errors import InputError, WorldError
from needsform.models.known_site import SiteCard, fingerprint, read_card
from needsform.models.sheet import SheetContent
from needsform.models.sheet_code import SIGNATURE_BYTES, BackCode, SheetCode, front_tag
from needsform.models.verification import Verification
from needsform.services.session import Session
from needsform.services.signing import SiteSigner
from needsform.services.site_keys import SiteKeys
from needsform.storage.database import Database
from tests.export.sheets import WARD_START, sheet_of

WARD = SiteSigner(bytes(range(32)))
"""The key of a ward elsewhere."""
CARD = SiteCard("Kræftafdelingen", WARD.public_key)


def signed_sheet(signer: SiteSigner = WARD) -> SheetContent:
    return sheet_of(WARD_START).model_copy(update={"signer": signer})


def unsigned_sheet() -> SheetContent:
    return sheet_of(WARD_START).model_copy(update={"signer": None})


def code_of(content: SheetContent) -> bytes:
    signer = content.signer
    assert signer is not None
    identifier = content.patient.identifier
    body = SheetCode.of(content.assessment, content.questionnaire, identifier, signer.public_key).body()
    return body + signer.sign(body)


@pytest.fixture
def keys(session: Session) -> SiteKeys:
    """What the municipality holds sheets against."""
    return session.site_keys


def test_a_sheet_of_a_known_site_is_verified_by_name(keys: SiteKeys) -> None:
    keys.know(CARD)
    read = keys.verify_code(code_of(signed_sheet()))
    assert (read.check.verification, read.check.site_name) == (Verification.VERIFIED, "Kræftafdelingen")
    assert read.code.is_of(signed_sheet().patient.identifier)
    check = keys.verify_bundle(bundle_json(signed_sheet()))
    assert (check.verification, check.site_name) == (Verification.VERIFIED, "Kræftafdelingen")


def test_a_sheet_of_a_site_that_nobody_has_taken_in_is_of_an_unknown_sender(keys: SiteKeys) -> None:
    for check in (
        keys.verify_code(code_of(signed_sheet())).check,
        keys.verify_bundle(bundle_json(signed_sheet())),
    ):
        assert check.verification is Verification.UNKNOWN_SENDER
        assert (check.site_name, check.fingerprint) == ("", CARD.fingerprint)


def test_a_site_that_was_withdrawn_counts_no_more_until_it_is_taken_in_again(keys: SiteKeys) -> None:
    code = code_of(signed_sheet())
    keys.know(CARD)
    keys.withdraw(CARD.public_key)
    assert keys.verify_code(code).check.verification is Verification.UNKNOWN_SENDER
    (site,) = keys.known()
    assert site.withdrawn_at is not None
    with pytest.raises(WorldError, match=r"site_card\.unknown"):
        keys.withdraw(CARD.public_key)
    keys.know(CARD)
    assert keys.verify_code(code).check.verification is Verification.VERIFIED


def test_no_altered_code_is_verified(keys: SiteKeys) -> None:
    keys.know(CARD)
    genuine, random = code_of(signed_sheet()), Random(4)
    verdicts: dict[str, int] = {}
    for _ in range(2_000):
        data = bytearray(genuine)
        for place in random.sample(range(len(data)), random.choice([1, 1, 2, 5, 40])):
            data[place] ^= random.randrange(1, 256)
        try:
            verdict = keys.verify_code(bytes(data)).check.verification.value
        except InputError as error:
            verdict = error.message.message_id
        verdicts[verdict] = verdicts.get(verdict, 0) + 1
    assert set(verdicts) <= {"altered", "code.damaged", "code.not_ours", "code.newer"}
    assert verdicts["altered"] > 500


def test_a_code_that_says_it_is_of_a_known_site_and_is_signed_by_another_is_altered(keys: SiteKeys) -> None:
    keys.know(CARD)
    content, forger = signed_sheet(), SiteSigner(bytes(32))
    body = SheetCode.of(content.assessment, content.questionnaire, content.patient.identifier, WARD.public_key).body()
    assert keys.verify_code(body + forger.sign(body)).check.verification is Verification.ALTERED


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("entry", 0, "resource", "name", 0, "text"), "Somebody else"),
        (("language",), "en"),
        (("entry",), []),
        (("signature", "data"), "bm8="),
        (("signature", "data"), "no base64"),
        (("signature",), {}),
    ],
)
def test_a_bundle_in_which_one_thing_was_changed_is_altered(
    keys: SiteKeys, place: tuple[str | int, ...], value: object
) -> None:
    keys.know(CARD)
    bundle = json.loads(bundle_json(signed_sheet()))
    target = bundle
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = value
    assert keys.verify_bundle(json.dumps(bundle).encode()).verification is Verification.ALTERED


def test_a_bundle_that_was_only_written_in_another_way_is_verified(keys: SiteKeys) -> None:
    keys.know(CARD)
    bundle = json.loads(bundle_json(signed_sheet()))
    turned = json.dumps(dict(reversed(bundle.items())), indent=2).encode()
    assert keys.verify_bundle(turned).verification is Verification.VERIFIED


def test_a_bundle_without_a_signature_is_unsigned_and_what_is_none_is_refused(keys: SiteKeys) -> None:
    assert keys.verify_bundle(bundle_json(unsigned_sheet())).verification is Verification.UNSIGNED
    for data in (b"[]", b"{", b'{"a": 1, "a": 2}'):
        with pytest.raises(InputError):
            keys.verify_bundle(data)


def test_a_signed_bundle_tells_what_the_unsigned_one_tells() -> None:
    assert read_bundle(bundle_json(signed_sheet())) == read_bundle(bundle_json(unsigned_sheet()))
    assert bundle_json(signed_sheet()) == bundle_json(signed_sheet()), "the same sheet gives the same bytes"


def test_a_signature_that_says_another_time_than_the_sheet_is_refused() -> None:
    bundle = json.loads(bundle_json(signed_sheet()))
    bundle["signature"]["when"] = "2020-01-01T00:00:00Z"
    with pytest.raises(InputError, match=r"bundle\.refused"):
        read_bundle(json.dumps(bundle).encode())


def test_a_draft_is_not_signed() -> None:
    draft = signed_sheet().model_copy(update={"is_draft": True})
    assert "signature" not in json.loads(bundle_json(draft))


def test_the_code_of_a_back_is_no_front(keys: SiteKeys) -> None:
    front = code_of(signed_sheet())
    back = BackCode(signed_sheet().assessment.id, 1, front_tag(front))
    with pytest.raises(InputError, match=r"code\.back_page"):
        keys.verify_code(back.packed())
    assert back.belongs_to(front)
    assert len(front) - SIGNATURE_BYTES > len(back.packed())


def test_this_store_signs_with_one_key_for_ever(session: Session, keys: SiteKeys, database: Database) -> None:
    card = keys.own_card()
    assert card.name == f"{session.site.unit}, {session.site.name}"  # two wards of a hospital do not look alike
    assert keys.signer().public_key == card.public_key
    body = b"what leaves"
    assert keys.signer().sign(body) == keys.signer().sign(body)
    with pytest.raises(WorldError), database.atomic():
        database.execute("DELETE FROM site_key")
    with pytest.raises(WorldError), database.atomic():
        database.execute("UPDATE site_key SET private_key = randomblob(32)")


def test_the_own_sheet_comes_home_verified(keys: SiteKeys) -> None:
    signer = keys.signer()
    content = sheet_of(WARD_START).model_copy(update={"signer": signer})
    check = keys.verify_bundle(bundle_json(content))
    assert (check.verification, check.site_name) == (Verification.VERIFIED, keys.own_card().name)


def test_a_card_goes_from_one_site_to_the_other_as_a_file(keys: SiteKeys, tmp_path: Path, database: Database) -> None:
    path = tmp_path / "site.json"
    keys.save_card(path)
    own = read_card(path.read_bytes())
    assert own == keys.own_card()
    with pytest.raises(InputError, match=r"site_card\.own"):
        keys.read_card(path)
    path.write_bytes(CARD.to_json())
    assert keys.read_card(path) == CARD
    keys.know(CARD)
    assert [(site.name, site.fingerprint, site.known_by_name) for site in keys.known()] == [
        ("Kræftafdelingen", CARD.fingerprint, "Karin Prøve")
    ]
    rows = database.rows("SELECT action, detail FROM audit_events WHERE action LIKE '%site%' ORDER BY seq")
    told = [(row["action"], row["detail"]) for row in rows]
    assert told[-2:] == [("save_site_card", ""), ("know_site", f"key={CARD.fingerprint.replace(' ', '-')}")]


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"[]",
        b"{}",
        b"x" * 5000,
        CARD.to_json().replace(b"urn:needsform:site:1", b"urn:needsform:site:2"),
        CARD.to_json().replace(CARD.fingerprint[:5].encode(), b"00000"),
        CARD.to_json().replace("Kræftafdelingen".encode(), b" "),
        CARD.to_json().replace(b'"publicKey": "', b'"publicKey": "AAAA'),
        CARD.to_json().replace(b'"publicKey": "', b'"publicKey": "%'),
    ],
)
def test_a_file_that_is_no_card_is_refused(spoilt: bytes) -> None:
    with pytest.raises(InputError):
        read_card(spoilt)


def test_a_fingerprint_can_be_read_aloud_and_differs_with_every_key() -> None:
    assert fingerprint(bytes(32)) != fingerprint(bytes(31) + b"\x01")
    groups = fingerprint(bytes(32)).split(" ")
    assert [len(group) for group in groups] == [5] * 6
    assert "".join(groups).isdigit()


def test_a_site_that_was_known_cannot_be_wiped_out_of_the_store(keys: SiteKeys, database: Database) -> None:
    keys.know(CARD)
    for statement in ("DELETE FROM known_sites", "UPDATE known_sites SET public_key = randomblob(32)"):
        with pytest.raises(WorldError), database.atomic():
            database.execute(statement)
