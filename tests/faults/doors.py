"""The doors through which a file comes in, each with the files that it should take, and what it must never do."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

from pikepdf import AttachedFileSpec, Encryption, ObjectStreamMode, Pdf

from needsform import resources
from needsform.demo.case import read_case
from needsform.export.assessment_pdf import render_sheet
from needsform.export.fhir import bundle_json, read_bundle
from needsform.export.fhir.signing import find_signature
from needsform.export.sheet_reader import bundle_in_sheet
from needsform.models import strict_json
from needsform.models.action_catalogue_reader import read_action_catalogue
from needsform.models.care_plan import CarePlan, Conclusion
from needsform.models.errors import LONGEST_QUOTED, MOST_FAULTS, FileFaults, InputError, Message, NeedsformError
from needsform.models.identity import LinkId, PatientId
from needsform.models.known_site import SiteCard, read_card
from needsform.models.questionnaire_reader import read_questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.sheet import SheetContent
from needsform.services.questionnaires import DEFAULT, FOLDER
from needsform.services.reference_data import ACTIONS
from needsform.services.workstation import FILE_NAME, load_settings
from needsform.storage import tombstones
from needsform.storage.backup_leaf import LEAF
from needsform.storage.backups import backups_in
from needsform.storage.door_list import read_door_list
from needsform.storage.key_file import read_key_file, write_key_file
from needsform.storage.key_slots import KeySlots, SlotKind, new_recovery_key, normalised_recovery_key
from needsform.storage.sqlcipher import KEY_LENGTH
from needsform.ui.sentences import source_of
from needsform.ui.sentences.store import STORE_FAULTS
from tests.export import talk
from tests.export.sheets import HAND, sheet_of
from tests.faults.mutating import Seed, json_seed, mutated_json, mutated_pdf, pdf_seed
from tests.small_form import fhir
from tests.strategies import shipped_form
from tests.ward import CHEAP

KEY = bytes(range(KEY_LENGTH))
_BUNDLE_TYPE = "application/fhir+json"
MANY_SMALL = 199
"""How many short files for each long one: in a short one it is likelier that a part which means something is hit."""
_PARAMETER = re.compile(r"\{(\w+)\}")

Take = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Door:
    """One way in."""

    name: str
    share: int
    """Of a hundred files, how many come this way."""
    seeds: tuple[Seed, ...]
    take: Take
    mutate: Callable[[tuple[Seed, ...], Random], bytes] = mutated_json


def json_doors(folder: Path) -> tuple[Door, ...]:
    """Every door for JSON. `folder` is where files lie that are read by their path."""
    shipped = resources.read_bytes(f"{FOLDER}/{DEFAULT}")
    cases = Path(__file__).resolve().parents[2] / "resources" / "cases"
    bundle = bundle_json(talk.sheet())
    form = (*_seeds(json.dumps(fhir()).encode()) * MANY_SMALL, *_seeds(shipped))
    short = _short_sheet()
    bundles = (*_seeds(bundle_json(short)) * MANY_SMALL, *_seeds(bundle))
    signed_short = bundle_json(short.model_copy(update={"signer": HAND}))
    signed = (*_seeds(signed_short) * MANY_SMALL, *_seeds(bundle_json(sheet_of())))
    return (
        Door("form", 30, form, _form),
        Door("site's key", 5, _seeds(SiteCard("Kræftafdelingen", bytes(32)).to_json()), read_card),
        Door("signature", 5, signed, find_signature),
        Door("Bundle", 20, bundles, lambda data: read_bundle(data).model_dump_json()),
        Door("suggestions", 10, _seeds(_few_actions()), lambda data: read_action_catalogue(data, file="f")),
        Door("case", 5, _seeds(*(path.read_bytes() for path in sorted(cases.glob("[12]-*.json")))), read_case),
        Door("JSON", 5, _seeds(bundle, _few_actions()), strict_json.loads),
        *(_beside(folder, *told) for told in _files_beside(folder)),
    )


def pdf_doors() -> tuple[Door, ...]:
    """The one door for PDF."""
    return (Door("PDF", 100, tuple(map(pdf_seed, _papers())), bundle_in_sheet, mutated_pdf),)


def broken_rule(error: NeedsformError) -> str:
    """What is wrong with how a file was refused; nothing if there is a plain sentence for it, of bounded length."""
    faults = error.faults if isinstance(error, FileFaults) else ()
    if len(faults) > MOST_FAULTS:
        return "more faults than anybody reads"
    for message in (error.message, *(fault.message for fault in faults)):
        if not _is_said(message):
            return f"no sentence for {message}"
    if any(len(fault.link_id) > LONGEST_QUOTED or not fault.link_id.isprintable() for fault in faults):
        return "quotes more than a short line"
    return ""


def _is_said(message: Message) -> bool:
    if message.message_id in STORE_FAULTS:
        return True
    _, source = source_of(message.message_id) or ("", "")
    if not source or any(len(text) > 2 * LONGEST_QUOTED for text in message.parameters.values()):
        return False
    return set(_PARAMETER.findall(source)) <= set(message.parameters)


def _form(data: bytes) -> str:
    return read_questionnaire(data, file="f").model_dump_json()


def _seeds(*files: bytes) -> tuple[Seed, ...]:
    return tuple(json_seed(data) for data in files)


def _short_sheet() -> SheetContent:
    """One tick, and nothing more is needed."""
    form = shipped_form()
    untouched = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    ticked = untouched.with_answer(form, LinkId("worry.problem"), True)
    plan = CarePlan(conclusion=Conclusion.NO_NEED)
    return talk.sheet(of=talk.assessment().model_copy(update={"response": ticked, "care_plan": plan}))


def _few_actions() -> bytes:
    read = json.loads(resources.read_bytes(ACTIONS))
    return json.dumps({"suggestions": read["suggestions"][:6]}).encode()


def _beside(folder: Path, name: str, data: bytes, read: Callable[[Path], object]) -> Door:
    """A file that lies beside the store: hostile hands could write it, and a bad disk could spoil it."""
    path = folder / name

    def take(changed: bytes) -> object:
        path.write_bytes(changed)
        return read(path)

    path.parent.mkdir(parents=True, exist_ok=True)
    return Door(name, 4, _seeds(data), take)


def _files_beside(folder: Path) -> Iterator[tuple[str, bytes, Callable[[Path], object]]]:
    settings = {"language": "en", "appearance": "dark", "text_percent": 150, "is_maximised": True, "window_width": 1440}
    yield FILE_NAME, json.dumps(settings).encode(), lambda path: load_settings(path.parent)
    yield "keys.json", _key_file(folder), read_key_file
    stone = {PatientId("a" * 32): "2026-11-23T10:42:00+01:00"}
    tombstones.write_beside(folder / "scratch", stone, KEY)
    yield "erased.json", (folder / "scratch").read_bytes(), lambda path: tombstones.read_beside(path, KEY)
    tries = {"format": 1, "count": 1, "key": KEY.hex(), "tries": [{"number": 1, "kind": "password", "login": "x"}]}
    yield "door.json", json.dumps(tries).encode(), lambda path: read_door_list(path, 0, KEY)
    leaf = {"format": 1, "made_at": "2026-11-23T10:42:00+01:00", "reason": "by_hand", "citizens": 1, "assessments": 1}
    leaf |= {"changed_at": None, "last_event": 7, "size": 0, "content": "x", "seal": "x"}
    yield f"backup/{LEAF}", json.dumps(leaf).encode(), lambda path: backups_in(path.parent.parent)


def _key_file(folder: Path) -> bytes:
    random = Random(2026).randbytes
    slots = KeySlots("f" * 32).with_slot(SlotKind.PASSWORD, "karin", "en kop kaffe", KEY, CHEAP, random)
    printed = normalised_recovery_key(new_recovery_key(random))
    write_key_file(folder / "scratch", slots.with_slot(SlotKind.RECOVERY, "", printed, KEY, CHEAP, random))
    return (folder / "scratch").read_bytes()


def _papers() -> Iterator[bytes]:
    bundle = bundle_json(talk.sheet())
    for mode in (ObjectStreamMode.disable, ObjectStreamMode.generate):
        yield _paper(bundle, mode)
        yield _paper(bundle, mode, many=3)
    yield _paper(bundle, ObjectStreamMode.disable, encryption=Encryption(owner="ward", user=""))
    yield render_sheet(talk.sheet())


def _paper(bundle: bytes, mode: ObjectStreamMode, many: int = 1, encryption: Encryption | None = None) -> bytes:
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        for number in range(many):
            kind = _BUNDLE_TYPE if number == 0 else "text/plain"
            pdf.attachments[f"{number}.json"] = AttachedFileSpec(
                pdf, bundle, filename="x.json", mime_type=kind, description="", creation_date="", mod_date=""
            )
        out = BytesIO()
        pdf.save(out, object_stream_mode=mode, encryption=encryption or False)
        return out.getvalue()


def naive_door() -> Door:
    """How most programs read JSON: the control that must be caught."""

    def take(data: bytes) -> object:
        read = json.loads(data)
        if read["version"] != "1":
            raise InputError("json.not_utf8")
        return str(read).encode()

    return Door("naive", 100, _seeds(json.dumps(fhir()).encode()), take)
