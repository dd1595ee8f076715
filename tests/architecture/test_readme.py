"""What the README names is there: pictures, commands, pages."""

import re
from pathlib import Path

import pytest

from needsform.cli import main

CHECKOUT = Path(__file__).resolve().parents[2]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")


def test_every_picture_and_page_that_is_linked_exists() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [name for name in linked if not (CHECKOUT / name).exists()] == []
    assert any(name.endswith(".png") for name in linked)


def test_every_make_command_is_a_target() -> None:
    targets = re.findall(r"^(\w+):", (CHECKOUT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = set(re.findall(r"\bmake (\w+)`", README)) | set(re.findall(r"^make (\w+)$", README, re.MULTILINE))
    assert {"run", "test", "check", "demo", "help"} <= named
    assert named <= set(targets)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`needsform ([a-z -]+)`", README))))
def test_every_command_of_the_program_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([*command.split(), "--help"])
    assert left.value.code == 0
    assert f"needsform {command}" in capsys.readouterr().out
