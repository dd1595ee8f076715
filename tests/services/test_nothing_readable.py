"""A stolen computer tells nothing: no file of the store holds a name, a number or an answer that can be read."""

import base64
import sqlite3
from pathlib import Path

from needsform.models.care_plan import CarePlan, Need
from needsform.models.identity import LinkId
from needsform.models.patient import Relative
from needsform.services.access import Access
from needsform.services.unlocked import Unlocked
from tests.ward import FIRST_RUN, citizen, first_talk

MARKERS = ("Einer Test Lauridsen", "0201609995", "Børnebørnene savner mig", "Rejser sig langsomt", "fatigue.note")
"""A name, a CPR, the citizen's words, the professional's words, and which item they stand at."""


def forms_of(marker: str) -> set[bytes]:
    """A marker as it could lie in a file: as text in three encodings, as hexadecimal, and as base64 at any offset."""
    plain = {marker.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")}
    hexadecimal = {form for raw in plain for form in (raw.hex().encode(), raw.hex().upper().encode())}
    # The first and last signs of base64 depend on the neighbours; what is between them does not.
    shifted = {
        base64.b64encode(bytes(offset) + marker.encode())[skipped:-4] for offset, skipped in ((0, 0), (1, 2), (2, 3))
    }
    return plain | hexadecimal | shifted


def readable_in(file: Path) -> set[str]:
    """The markers that somebody with the file and without the key can read."""
    content = file.read_bytes()
    return {marker for marker in MARKERS if any(form in content for form in forms_of(marker))}


def test_no_file_tells_of_a_citizen_while_the_store_is_open_or_after(
    access: Access, unlocked: Unlocked, folder: Path
) -> None:
    session = access.open(unlocked)
    details = citizen().model_copy(update={"relative": Relative(name="Einer Test Lauridsen", phone="0201609995")})
    einer = session.patients.register(details)
    draft = session.assessments.start(einer, first_talk())
    ticked = session.front_pages.set_answer(draft, LinkId("fatigue.problem"), True)
    noted = session.front_pages.set_answer(ticked, LinkId("fatigue.note"), "Børnebørnene savner mig")
    finished = session.front_pages.complete(noted)
    plan = CarePlan(needs=(Need(topic=LinkId("fatigue"), observed="Rejser sig langsomt"),))
    written = session.back_pages.save(finished, plan)
    session.assessments.reopen(written, "Børnebørnene savner mig")
    session.patients.find("Einer Test Lauridsen")

    while_open = {file.name: readable_in(file) for file in folder.iterdir()}
    assert set(while_open) == {
        "needsform.db",
        "needsform.db-wal",
        "needsform.db-shm",
        "needsform.keys.json",
        "needsform.lock",
        "needsform.tries.json",
        "needsform.anchor.json",
        "needsform.door.json",
    }
    assert {name: found for name, found in while_open.items() if found} == {}
    session.close()
    assert {file.name: found for file in folder.iterdir() if (found := readable_in(file))} == {}
    keys = (folder / "needsform.keys.json").read_bytes()
    assert FIRST_RUN.password.encode() not in keys
    assert unlocked.key.hex().encode() not in keys
    assert base64.b64encode(unlocked.key) not in keys


def test_the_same_search_finds_every_marker_in_a_store_without_a_key(tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("CREATE TABLE answers (value TEXT)")
    plain.executemany("INSERT INTO answers VALUES (?)", [[marker] for marker in MARKERS])
    plain.commit()
    found = readable_in(tmp_path / "plain.db-wal")
    plain.close()
    assert found == set(MARKERS)
    for encode in (str.encode, lambda m: m.encode("utf-16"), lambda m: base64.b64encode(b"x" + m.encode())):
        (tmp_path / "other").write_bytes(b"--".join(encode(marker) for marker in MARKERS))
        assert readable_in(tmp_path / "other") == set(MARKERS)
