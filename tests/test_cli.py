"""What is typed in a terminal: the commands, and one clear sentence for everything that cannot be taken."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import IO

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from needsform import __version__, resources
from needsform.cli import BAD_INPUT, default_store, main
from needsform.demo.office_scan import as_file, scanned
from needsform.export.sheet_reader import bundle_in_sheet
from needsform.models.questionnaire import Questionnaire
from needsform.services.documents import page_count, render_sheet
from needsform.services.incoming import LARGEST_SHEET
from needsform.services.questionnaires import DEFAULT, FOLDER, Questionnaires
from tests.clock import StandingClock
from tools.case_store import CASES, CaseStore, case, play
from tools.translations import compile_changed

SHIPPED = resources.path(f"{FOLDER}/{DEFAULT}")


@dataclass(frozen=True)
class Answer:
    """What a command left behind in the terminal."""

    status: int
    out: str
    err: str


Terminal = Callable[..., Answer]


@pytest.fixture
def terminal(qapp: QApplication, capfd: pytest.CaptureFixture[str]) -> Iterator[Terminal]:
    """Type a command; the program speaks English unless told."""
    compile_changed()

    def type_command(*words: str | Path) -> Answer:
        capfd.readouterr()
        try:
            status = main(["--language", "en", *map(str, words)])
        except SystemExit as left:
            status = int(left.code or 0)
        said = capfd.readouterr()
        return Answer(status, said.out, said.err)

    yield type_command
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale.system())


def is_refused(answer: Answer, about: Path | str) -> bool:
    """Whether the command was refused in one sentence that names the file."""
    lines = answer.err.splitlines()
    is_told = len(lines) == 1 and lines[0].startswith(f"needsform: {about}: ") and lines[0].endswith(".")
    return answer.status == BAD_INPUT and is_told


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The signed sheet of the first case."""
    told = case(1)
    store = CaseStore.found(tmp_path_factory.mktemp("store"), told)
    session = store.open()
    try:
        return render_sheet(session.documents.content(*play(session, told)))
    finally:
        session.close()
        store.access.leave()


# Reading a sheet ---------------------------------------------------------------------------------------------------


def test_the_bundle_in_a_sheet_is_printed(terminal: Terminal, sheet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ark.pdf"
    path.write_bytes(sheet)
    answer = terminal("read", path)
    bundle = json.loads(answer.out)
    assert answer.status == 0
    assert bundle["resourceType"] == "Bundle"
    assert "Kan ikke holde varmen i fødderne om natten" in answer.out


NOT_A_SHEET: dict[str, bytes] = {
    "empty.pdf": b"",
    "words.pdf": "Kære læge".encode(),
    "header-alone.pdf": b"%PDF-1.7\n",
    "zeros.pdf": bytes(5000),
    "form.json": SHIPPED.read_bytes(),
}


@pytest.mark.parametrize("name", NOT_A_SHEET)
def test_what_is_no_pdf_is_refused_in_one_sentence(terminal: Terminal, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(NOT_A_SHEET[name])
    answer = terminal("read", path)
    assert is_refused(answer, path)
    assert answer.out == ""


def test_a_sheet_that_was_cut_off_is_refused(terminal: Terminal, sheet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "half.pdf"
    path.write_bytes(sheet[: len(sheet) // 3])
    assert is_refused(terminal("read", path), path)


def test_a_pdf_without_a_bundle_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    assert terminal("blank", "--out", path).status == 0
    answer = terminal("read", path)
    assert is_refused(answer, path)
    assert "No code of a front page was found" in answer.err


def test_a_scan_is_printed_as_the_ticks_that_its_code_tells(terminal: Terminal, sheet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(as_file(scanned(sheet, 0, 150, 11)))
    answer = terminal("read", path)
    assert answer.status == 0
    bundle = json.loads(answer.out)
    (entry,) = bundle["entry"]
    assert entry["resource"]["resourceType"] == "QuestionnaireResponse"
    assert '"text":"Træthed"' in answer.out
    assert "Kan ikke holde varmen" not in answer.out, "words do not fit into a code"


def test_the_back_alone_tells_no_answers_and_is_refused(terminal: Terminal, sheet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "back.jpg"
    path.write_bytes(as_file(scanned(sheet, 1, 150, 12), "JPEG"))
    answer = terminal("read", path)
    assert is_refused(answer, path)
    assert "back page alone" in answer.err


def test_a_bundle_file_is_printed_as_it_lies_there(terminal: Terminal, sheet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bundle.json"
    path.write_bytes(bundle_in_sheet(sheet))
    answer = terminal("read", path)
    assert (answer.status, answer.out.encode()) == (0, path.read_bytes() + b"\n")


def test_a_bundle_that_was_altered_after_it_was_signed_is_refused(
    terminal: Terminal, sheet: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "bundle.json"
    path.write_bytes(bundle_in_sheet(sheet).replace(b"Lauridsen", b"Larsen"))
    answer = terminal("read", path)
    assert is_refused(answer, path)
    assert "signature" in answer.err
    assert answer.out == ""


def test_a_file_that_is_not_there_is_named(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "ark.pdf"
    answer = terminal("read", path)
    assert is_refused(answer, path)
    assert "no such file" in answer.err


def test_a_folder_is_not_a_file(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal("read", tmp_path)
    assert is_refused(answer, tmp_path)
    assert "a folder" in answer.err


def test_a_huge_file_is_not_read_to_its_end(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "film.pdf"
    with path.open("wb") as file:
        file.truncate(LARGEST_SHEET * 100)  # takes no room on the disk
    answer = terminal("read", path)
    assert is_refused(answer, path)
    assert "larger than 32 MB" in answer.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever is root may read everything")
def test_a_file_that_may_not_be_read_is_refused(terminal: Terminal, sheet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ark.pdf"
    path.write_bytes(sheet)
    path.chmod(0)
    assert is_refused(terminal("read", path), path)


# The blank form ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_blank_form_has_two_pages(terminal: Terminal, tmp_path: Path, language: str) -> None:
    path = tmp_path / "blank.pdf"
    answer = terminal("blank", "--language", language, "--out", path)
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert page_count(path.read_bytes()) == 2


def test_a_site_s_own_form_is_printed_too(terminal: Terminal, tmp_path: Path) -> None:
    form = own_form(tmp_path)
    path = tmp_path / "blank.pdf"
    assert terminal("blank", "--questionnaire", form, "--out", path).status == 0
    assert page_count(path.read_bytes()) == 2


def test_a_language_that_a_form_has_no_words_in_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    form = tmp_path / "danish.json"
    form.write_text(SHIPPED.read_text(encoding="utf-8").replace('"valueCode": "en"', '"valueCode": "de"'), "utf-8")
    raw = json.loads(form.read_bytes())
    form.write_text(json.dumps({**raw, "version": "1.0-test"}), "utf-8")
    answer = terminal("blank", "--questionnaire", form, "--language", "en", "--out", tmp_path / "blank.pdf")
    assert answer.status == BAD_INPUT
    assert "no words in this language" in answer.err
    assert not (tmp_path / "blank.pdf").exists()


def test_no_blank_form_goes_into_a_folder_that_is_not_there(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "blank.pdf"
    assert is_refused(terminal("blank", "--out", path), path)
    assert not path.parent.exists()


def test_a_blank_form_does_not_replace_a_folder(terminal: Terminal, tmp_path: Path) -> None:
    assert is_refused(terminal("blank", "--out", tmp_path), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_blank_form_cannot_stand_below_a_file(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / "file" / "blank.pdf"
    assert is_refused(terminal("blank", "--out", path), path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/sys takes no files, not even from root")
def test_no_blank_form_goes_where_nobody_may_write(terminal: Terminal) -> None:
    path = Path("/sys/blank.pdf")
    answer = terminal("blank", "--out", path)
    assert is_refused(answer, path)
    assert "may not write" in answer.err


def test_a_form_that_cannot_be_shown_is_not_printed(terminal: Terminal, tmp_path: Path) -> None:
    form = own_form(tmp_path, status="retired")
    answer = terminal("blank", "--questionnaire", form, "--out", tmp_path / "blank.pdf")
    assert is_refused(answer, form)
    assert not (tmp_path / "blank.pdf").exists()


# A form of one's own -----------------------------------------------------------------------------------------------


def test_a_form_that_can_be_used_is_summed_up(terminal: Terminal) -> None:
    answer = terminal("questionnaire", "check", SHIPPED)
    form: Questionnaire = Questionnaires().default()
    assert (answer.status, answer.err) == (0, "")
    assert f"topics: {len(form.topics)}" in answer.out
    assert "da, en" in answer.out


def test_every_fault_stands_on_a_line_with_file_and_link_id(terminal: Terminal, tmp_path: Path) -> None:
    raw = json.loads(SHIPPED.read_bytes())
    areas = [item for item in raw["item"] if item["type"] == "group"]
    areas[0]["item"][0]["linkId"] = areas[0]["item"][1]["linkId"]
    areas[1]["item"][0]["required"] = True
    path = tmp_path / "own.json"
    path.write_text(json.dumps({**raw, "version": "1.0-test"}), "utf-8")
    answer = terminal("questionnaire", "check", path)
    lines = answer.out.splitlines()
    assert is_refused(answer, path)
    assert all(line.startswith("own.json: ") and line.endswith(".") for line in lines)
    assert f"own.json: {areas[1]['item'][0]['linkId']}: required cannot be used" in answer.out
    assert f"faults: {len(lines)}" in answer.err


@pytest.mark.parametrize(
    "content",
    [b"", b"[", b"\xff\xfe", b"[]", b'{"a": NaN}', b"[" * 100_000, b'{"resourceType": "Patient"}', b'{"a": 1, "a": 2}'],
)
def test_what_is_no_form_is_refused(terminal: Terminal, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.json"
    path.write_bytes(content)
    answer = terminal("questionnaire", "check", path)
    assert is_refused(answer, path)
    assert len(answer.out.splitlines()) == 1


def test_another_form_under_a_known_version_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_bytes(SHIPPED.read_bytes() + b"\n")
    assert is_refused(terminal("questionnaire", "check", path), path)


def own_form(folder: Path, **changes: str) -> Path:
    """The shipped form under a version of one's own."""
    raw = json.loads(SHIPPED.read_bytes())
    path = folder / "own.json"
    path.write_text(json.dumps({**raw, "version": "1.0-test", **changes}), "utf-8")
    return path


# A case that cannot be played --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"citizen": {}}, "citizen.name"),
        ({"front": {"problem": "some"}}, "front.problem"),
        ({"assessment": {}}, "assessment.occasion"),
    ],
)
def test_the_place_of_a_mistake_in_a_case_is_told(
    terminal: Terminal, tmp_path: Path, change: dict[str, object], place: str
) -> None:
    path = written_case(tmp_path, change)
    answer = terminal("demo", "--case", path, "--out", tmp_path / "out")
    assert is_refused(answer, path)
    assert place in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"front": {"problem": ["homesickness"]}},
        {"front": {"none_in_areas": ["fatigue"]}},
        {"front": {"other": {"fatigue": "hjemve"}}},
        {"back": {"needs": [{"topic": "homesickness"}]}},
    ],
)
def test_a_topic_that_is_not_on_the_form_is_named_before_anything_is_made(
    terminal: Terminal, tmp_path: Path, change: dict[str, object]
) -> None:
    path = written_case(tmp_path, change)
    answer = terminal("demo", "--case", path, "--out", tmp_path / "out")
    assert answer.status == BAD_INPUT
    assert "homesickness" in answer.err or "fatigue" in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("part", "change", "place"),
    [
        ("citizen", {"cpr": "3002609995"}, "citizen.cpr"),
        ("citizen", {"cpr": "0101154000"}, "citizen.cpr"),  # a child at a hospital
        ("citizen", {"municipality_code": "9999"}, "citizen.municipality_code"),
        ("citizen", {"name": "\u200b "}, "citizen.name"),
        ("assessment", {"unit": ""}, "assessment.unit"),
        ("assessment", {"professional": {"name": ""}}, "assessment.professional.name"),
        ("assessment", {"offered": "declined"}, "assessment.offered"),
        ("front", {"priority": ["housing"]}, "front.priority"),
        ("front", {"priority": ["fatigue", "sleep", "muscle_strength", "work"]}, "front.priority"),
        ("front", {"notes": {"housing": "Trappen"}}, "front.notes"),
        ("back", {"told_that_authority_decides": False}, "back.told_that_authority_decides"),
    ],
)
def test_a_case_that_comes_to_no_sheet_is_refused_before_anything_is_made(
    terminal: Terminal, tmp_path: Path, part: str, change: dict[str, object], place: str
) -> None:
    raw = json.loads(next(CASES.glob("1-*.json")).read_bytes())
    answer = terminal(
        "demo", "--case", written_case(tmp_path, {part: {**raw[part], **change}}), "--out", tmp_path / "out"
    )
    assert is_refused(answer, tmp_path / "out")
    assert place in answer.err
    assert not (tmp_path / "out").exists()


def test_a_case_that_is_no_json_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text("Einer kommer på mandag", "utf-8")
    answer = terminal("demo", "--case", path, "--out", tmp_path / "out")
    assert is_refused(answer, path)
    assert "line 1, column 1" in answer.err


def test_a_folder_with_something_else_in_it_is_left_alone(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(b"mine")
    answer = terminal("demo", "--case", written_case(tmp_path.parent), "--out", tmp_path)
    assert is_refused(answer, tmp_path)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"mine"]


def test_a_journey_between_two_places_leaves_somebody_elses_folder_alone_too(
    terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"mine")
    answer = terminal("demo", "--journey", "handover", "--out", tmp_path)
    assert is_refused(answer, tmp_path)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"mine"]


def test_a_file_is_no_folder_for_a_demo(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"mine")
    assert is_refused(terminal("demo", "--case", written_case(tmp_path), "--out", path), path)
    assert path.read_bytes() == b"mine"


def written_case(folder: Path, change: dict[str, object] | None = None) -> Path:
    """The first case, with some of it changed."""
    raw = json.loads(next(CASES.glob("1-*.json")).read_bytes())
    path = folder / "case.json"
    path.write_text(json.dumps({**raw, **(change or {})}), "utf-8")
    return path


# The program itself ------------------------------------------------------------------------------------------------


def test_sentences_are_danish_where_danish_is_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    english, danish = terminal("read", tmp_path), terminal("read", tmp_path, "--language", "da")
    assert is_refused(danish, tmp_path)
    assert danish.err != english.err


def test_the_installation_looks_itself_over(terminal: Terminal) -> None:
    answer = terminal("self-check")
    assert (answer.status, answer.err) == (0, "")
    assert __version__ in answer.out


def test_a_command_that_does_not_exist_is_refused(terminal: Terminal) -> None:
    answer = terminal("frobnicate")
    assert answer.status == BAD_INPUT
    assert "frobnicate" in answer.err


def test_the_version_is_the_package_s(terminal: Terminal) -> None:
    assert terminal("--version").out == f"needsform {__version__}\n"


def test_the_usual_store_is_named_after_the_program() -> None:
    assert default_store().name.casefold() == "needsform"


@pytest.mark.parametrize("words", [["read", "nowhere.pdf"], ["self-check"], ["--self-check"]])
def test_a_windowed_program_without_a_terminal_ends_with_the_same_status(words: list[str], tmp_path: Path) -> None:
    deaf = "import sys; sys.stdout = sys.stderr = None; from needsform.cli import main; sys.exit(main(sys.argv[1:]))"
    ended = subprocess.run([sys.executable, "-c", deaf, *words], cwd=tmp_path, env=outside(), check=False)
    assert ended.returncode == (BAD_INPUT if words[0] == "read" else 0)


def test_python_m_needsform_is_the_same_command(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "needsform", "--language", "en", "read", "nowhere.pdf"],
        cwd=tmp_path,
        env=outside(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (BAD_INPUT, "needsform: nowhere.pdf: There is no such file.\n")


# Where it is said ----------------------------------------------------------------------------------------------------


def typed(
    *words: str | Path, stdout: int | IO[bytes] = subprocess.PIPE, code_page: str = ""
) -> CompletedProcess[bytes]:
    """Type a command in a process of its own; what it says goes to `stdout`."""
    command = [sys.executable, "-m", "needsform", "--language", "en", *map(str, words)]
    environment = {**outside(), "PYTHONIOENCODING": code_page}
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=environment, check=False)


@pytest.mark.parametrize("code_page", ["ascii", "cp437", "cp1252"])
def test_a_letter_that_the_terminal_does_not_have_ends_nothing(tmp_path: Path, code_page: str) -> None:
    form = json.loads(SHIPPED.read_bytes())
    form["item"][1]["linkId"] = "Łódź mad"
    (tmp_path / "skema.json").write_text(json.dumps(form), encoding="utf-8")
    answer = typed("questionnaire", "check", tmp_path / "skema.json", code_page=code_page)
    assert answer.returncode == BAD_INPUT
    assert b"\\u0141" in answer.stdout
    assert len(answer.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no full device")
@pytest.mark.parametrize("is_read", [True, False])
def test_output_that_a_full_disk_does_not_take_is_told_in_one_sentence(
    sheet: bytes, tmp_path: Path, is_read: bool
) -> None:
    (tmp_path / "sheet.pdf").write_bytes(sheet)
    words = ("read", tmp_path / "sheet.pdf") if is_read else ("questionnaire", "check", SHIPPED)
    with Path("/dev/full").open("wb") as full:
        answer = typed(*words, stdout=full)
    assert answer.returncode == BAD_INPUT
    (said,) = answer.stderr.decode().splitlines()
    assert said.startswith("needsform: The disk is full.")


def test_whoever_stops_reading_has_heard_enough(sheet: bytes, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(sheet)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        answer = typed("read", tmp_path / "sheet.pdf", stdout=writing)
    finally:
        os.close(writing)
    assert (answer.returncode, answer.stderr) == (0, b"")


def test_a_name_that_no_file_can_have_is_told(terminal: Terminal, tmp_path: Path) -> None:
    wanted = tmp_path / f"{'a' * 300}.pdf"
    assert is_refused(terminal("blank", "--out", wanted), wanted)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such pipes")
def test_a_blank_form_does_not_replace_a_pipe(terminal: Terminal, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert is_refused(terminal("blank", "--out", pipe), pipe)
    assert pipe.is_fifo()


def test_a_file_is_no_folder_for_a_store(terminal: Terminal, tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.write_text("Indkøb", encoding="utf-8")
    assert is_refused(terminal("--store", store), store)
    assert store.read_text(encoding="utf-8") == "Indkøb"


def test_reading_the_command_line_brings_no_windows_and_no_models() -> None:
    heavy = ("PySide6", "pydantic", "reportlab", "pikepdf", "sqlite_utils", "cryptography")
    code = f"import sys, needsform.cli; print([name for name in {heavy} if name in sys.modules])"
    asked = subprocess.run([sys.executable, "-c", code], env=outside(), capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "[]"


def outside() -> dict[str, str]:
    """The environment of a process of its own, in which the checkout is found."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1]), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture(autouse=True)
def _nothing_asks_the_real_time(clock: StandingClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("needsform.services.clock.system_clock", clock)
