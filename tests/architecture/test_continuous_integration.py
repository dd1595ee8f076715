"""A newcomer who types what the README says does what CI does."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


def makefile() -> str:
    """The Makefile."""
    return (CHECKOUT / "Makefile").read_text(encoding="utf-8")


def commands_of_ci() -> list[str]:
    """The lines of .ci/run that do something to the project."""
    lines = (CHECKOUT / ".ci/run").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]


def test_ci_runs_nothing_that_the_readme_does_not_name() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert "make test" in commands_of_ci()
    assert [
        command for command in commands_of_ci() if f"`{command}`" not in readme and f"\n{command}" not in readme
    ] == []


@pytest.mark.skipif(shutil.which("make") is None, reason="Windows has no make")
def test_help_explains_every_target_and_is_what_make_alone_does() -> None:
    targets = re.search(r"^\.PHONY: (.*)$", makefile(), re.MULTILINE)
    assert targets is not None
    shown = subprocess.run(["make"], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    explained = dict(re.findall(r"^  make (\w+) +(\S.*)$", shown, re.MULTILINE))
    assert list(explained) == targets[1].split()
