"""A hospital may install the program: its libraries are all named, and none is under the GPL or AGPL alone."""

import re
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[2]
GPL = re.compile(r"(?<![a-z])a?gpl|gnu (?:affero )?general public", re.IGNORECASE)


def runtime_closure() -> dict[NormalizedName, Distribution]:
    """Every installed package that the program needs here with all its extras, directly or through another."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    waiting = [Requirement(line) for line in [*project["dependencies"], *extras]]
    closure: dict[NormalizedName, Distribution] = {}
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in closure or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        closure[name] = distribution(requirement.name)
        waiting += [Requirement(line) for line in closure[name].requires or []]
    return closure


def stated_licence(package: Distribution) -> str:
    """What a package says of its licence: an expression, a field or classifiers, else the head of its licence file."""
    fields = package.metadata
    said: list[str] = fields.get_all("License-Expression") or fields.get_all("License") or []
    if said:
        return said[0]
    classifiers: list[str] = [line for line in fields.get_all("Classifier") or [] if line.startswith("License ::")]
    if classifiers:
        return " OR ".join(classifiers)
    files = [path for path in package.files or [] if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING"))]
    return " AND ".join(path.read_text(encoding="utf-8") for path in files)


def may_be_shipped(licence: str) -> bool:
    """Say whether one of the alternatives that a licence offers is free of GPL and AGPL; the LGPL may be shipped."""
    return bool(licence.strip()) and any(not GPL.search(choice) for choice in re.split(r"\bOR\b", licence))


def noticed() -> dict[NormalizedName, str]:
    """The run-time table of THIRD_PARTY_NOTICES.md: package → licence."""
    text = (CHECKOUT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    table = text.split("## Libraries at run time")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([A-Za-z0-9_.-]+)(?: \([^|]*\))? \| ([^|]+) \| https://\S+ \|$", table, re.MULTILINE)
    return {canonicalize_name(name): licence for name, licence in rows}


def test_every_library_that_the_program_runs_on_is_named() -> None:
    assert sorted(set(runtime_closure()) - set(noticed())) == []


def test_no_library_is_named_that_the_lock_file_does_not_hold() -> None:
    lock = (CHECKOUT / "requirements.lock").read_text(encoding="utf-8")
    locked = {canonicalize_name(name) for name in re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.MULTILINE)}
    assert sorted(set(noticed()) - locked) == []


def test_no_library_is_under_the_gpl_alone() -> None:
    closure = runtime_closure()
    assert {
        name: said for name, package in closure.items() if not may_be_shipped(said := stated_licence(package))
    } == {}
    assert {name: said for name, said in noticed().items() if not may_be_shipped(said)} == {}


@pytest.mark.parametrize(
    ("licence", "shipped"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("License :: OSI Approved :: GNU Library or Lesser General Public License (LGPL)", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("GNU AFFERO GPL 3.0", False),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", False),
        ("", False),
    ],
)
def test_the_gpl_is_recognised_and_the_lgpl_is_not_mistaken_for_it(licence: str, *, shipped: bool) -> None:
    assert may_be_shipped(licence) is shipped


def test_the_fonts_travel_with_their_licence() -> None:
    assert list((CHECKOUT / "resources/fonts").glob("*.ttf"))
    assert "SIL OPEN FONT LICENSE" in (CHECKOUT / "resources/fonts/OFL.txt").read_text(encoding="utf-8")
