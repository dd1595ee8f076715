"""What is committed belongs to the project, not to the machine on which it was written."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
# Spelt in pieces, so that this file does not find itself.
FOREIGN = re.compile(
    "|".join(
        [
            r"(?<![\w.])/" + r"(?:work|root|Users)/",
            r"(?<![\w.])/home/" + r"\w",
            r"\b[A-Z]:\\" + r"Users\\",
            r"\bpypi" + r"\.(?:org|python\.org)",
            r"\bpythonhosted" + r"\.org",
            r"\bregistry" + r"\.(?:npmjs|yarnpkg)\.",
            r"\b(?:deb|security|snapshot)" + r"\.debian\.org",
            r"\bcrates" + r"\.io",
            r"--(?:extra-)?index" + r"-url",
            r"--find" + r"-links",
        ]
    )
)
# The command that keeps hosts out of the lock file has to say what it keeps out.
EXEMPT = {"tools/lock.py"}


def tracked_files() -> list[Path]:
    """Every file under version control; outside of a git checkout there is nothing to judge."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed here")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("this is not a git checkout")
    return [CHECKOUT / name for name in listed.stdout.split("\0") if name and (CHECKOUT / name).is_file()]


def foreign_words(text: str) -> list[str]:
    """The paths of one machine and the package index hosts that a text names."""
    return [match[0] for match in FOREIGN.finditer(text)]


@pytest.mark.parametrize(
    "line",
    [
        "cd /" + "work/main",
        "/" + "root/.cache",
        "open('/" + "home/ward/skema.pdf')",
        "C:" + "\\Users\\ward",
        "https://pypi" + ".org/simple",
        "--index" + "-url=x",
    ],
)
def test_a_path_of_one_machine_is_noticed(line: str) -> None:
    assert foreign_words(line)


def test_nothing_tracked_names_one_machine_or_an_index_host() -> None:
    found = {}
    for path in tracked_files():
        name = path.relative_to(CHECKOUT).as_posix()
        content = path.read_bytes()
        if b"\0" in content or name in EXEMPT:
            continue
        if words := foreign_words(content.decode("utf-8")):
            found[name] = words
    assert found == {}


def test_what_is_made_from_the_tree_is_not_in_the_tree() -> None:
    made = {".qm", ".pyc", ".spec~", ".db", ".log"}
    assert [str(path) for path in tracked_files() if path.suffix in made or ".egg-info" in str(path)] == []
