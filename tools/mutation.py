"""Plant mistakes in what keeps the store, the trace and the keys, one at a time, and tell which of them no test finds.

mutmut plants them. It is fetched into a directory that is thrown away afterwards, so that it is not one more library of
the project; the checkout is copied there too and is never changed. Needs Linux or macOS, and patience.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
MUTMUT = "mutmut>=3.8"
COPIED = ("needsform", "resources", "tests", "tools", "docs", "pyproject.toml", "Makefile", "CHANGELOG.md")
_RESULT = re.compile(r"^\s*(\S+__mutmut_\d+): (.+)$", re.MULTILINE)
FOUND = frozenset({"killed", "timeout", "segfault", "caught by type check"})
"""What counts as found. `no tests` and `survived` do not."""


@dataclass(frozen=True, slots=True)
class Room:
    """Modules whose mistakes are planted, and the tests that should find them: no more, or it takes for ever."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = {
    "keys": Room(
        ("storage/key_slots", "storage/key_file", "services/unlocked", "services/seal"),
        ("storage/test_key_slots", "services/test_seal", "services/test_staff", "services/test_access"),
    ),
    "trace": Room(
        ("storage/audit", "storage/audit_rows", "storage/audit_anchor", "storage/audit_state"),
        (
            *("storage/test_audit", "storage/test_audit_tampering", "storage/test_audit_retention"),
            *("services/test_trace_review", "services/test_trace"),
        ),
    ),
    "store": Room(("storage/database",), ("storage/test_database", "storage/test_migrations")),
    "files": Room(
        ("storage/files", "storage/outgoing_files"),
        ("storage/test_files", "storage/test_outgoing_files", "storage/test_tombstones", "storage/test_backups"),
    ),
    "door": Room(("services/throttle",), ("services/test_throttle",)),
}


def main() -> int:
    """Plant mistakes in the rooms that are named, or in all; 0 unless a room's tests fail without any."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutation", description=__doc__)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(ROOMS)}; all unless named")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many are tried at once")
    asked = parser.parse_args()
    unknown = set(asked.rooms) - set(ROOMS)
    if unknown:
        parser.error(f"there is no room {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as directory:
        mutmut = _fetched(Path(directory) / "environment")
        for name in asked.rooms or ROOMS:
            if not _try_room(name, mutmut, Path(directory) / name, asked.jobs):
                return 1
    return 0


def _fetched(environment: Path) -> Path:
    """mutmut, in an environment of its own that finds this one's libraries too."""
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "--quiet", "install", MUTMUT], check=True)
    site = sysconfig.get_path("purelib", vars={"base": str(environment)})
    (Path(site) / "project.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs / "mutmut"


def _try_room(name: str, mutmut: Path, copy: Path, jobs: int) -> bool:
    """Plant every mistake of a room in a copy, and tell the score and the survivors; False if it did not come to it."""
    copy.mkdir()
    for part in COPIED:
        source = CHECKOUT / part
        shutil.copytree(source, copy / part) if source.is_dir() else shutil.copy2(source, copy / part)
    with (copy / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(_settings(ROOMS[name]))
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(mutmut), "run", "--max-children", str(jobs)]
    done = subprocess.run(command, cwd=copy, env=surroundings, capture_output=True, text=True, check=False)
    told = subprocess.run(
        [mutmut, "results", "--all", "true"], cwd=copy, env=surroundings, capture_output=True, text=True, check=False
    )
    results = dict(_RESULT.findall(told.stdout))
    if not results or "not checked" in results.values():
        _say(f"{name}: not tried\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return False
    changed = {}
    for mutant in [mutant for mutant, result in results.items() if result not in FOUND]:
        shown = subprocess.run([mutmut, "show", mutant], cwd=copy, capture_output=True, text=True, check=False)
        changed[mutant] = _changed_lines(shown.stdout)
        if _is_the_same_sql(changed[mutant]):
            del changed[mutant], results[mutant]
    found = len(results) - len(changed)
    counted = ", ".join(f"{number} {result}" for result, number in Counter(results.values()).most_common())
    _say(f"\n{name}: {found} of {len(results)} found, {found / len(results):.0%} ({counted})")
    for mutant, lines in changed.items():
        _say("\n".join([f"\n{results[mutant]}: {mutant}", *lines]))
    return True


def _settings(room: Room) -> str:
    modules = [f"needsform/{module}.py" for module in room.modules]
    tests = [f"tests/{test}.py" for test in room.tests]
    return f"""
[tool.mutmut]
source_paths = ["needsform"]
only_mutate = {modules}
also_copy = ["resources", "tools", "docs"]
pytest_add_cli_args = ["-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = {tests}
use_git_change_detection = false
"""


def _changed_lines(difference: str) -> list[str]:
    lines = difference.splitlines()
    return [line for line in lines if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))]


def _is_the_same_sql(lines: list[str]) -> bool:
    """Whether nothing but the case of letters in SQL was changed, which is no mistake."""
    texts = {line[1:].casefold() for line in lines}
    return len(texts) == 1 and any(re.search(r"\b(select|insert|update|delete|pragma)\b", text) for text in texts)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
