"""Names say what a thing is for; these are the ones that never do."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "needsform"
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
VAGUE_VERBS = ("handle_", "process_", "do_", "manage_")


def modules() -> list[Path]:
    """Every module of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def functions(module: Path) -> Iterator[str]:
    """The name of every function and method of a module."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def in_drawer(name: str) -> bool:
    """Say whether a module is called after a drawer: ``utils``, or ``text_helpers``."""
    return any(part in DRAWERS for part in name.split("_"))


@pytest.mark.parametrize("name", ["utils", "text_helpers", "base", "window_manager"])
def test_a_drawer_is_recognised(name: str) -> None:
    assert in_drawer(name)


def test_no_module_is_a_drawer_for_what_belongs_nowhere() -> None:
    assert [str(path.relative_to(CHECKOUT)) for path in modules() if in_drawer(path.stem)] == []


def test_functions_are_named_for_what_they_do_on_the_ward() -> None:
    vague = [
        f"{path.relative_to(CHECKOUT)}: {name}"
        for path in modules()
        for name in functions(path)
        if name.lstrip("_").startswith(VAGUE_VERBS)
    ]
    assert vague == []


def test_every_room_is_part_of_the_installed_package() -> None:
    metadata = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = set(metadata["tool"]["setuptools"]["packages"])
    rooms = {".".join(path.parent.relative_to(CHECKOUT).parts) for path in PACKAGE.rglob("__init__.py")}
    assert declared == rooms | {"needsform._resources"}
