"""The lock file installs the same bytes everywhere, from whatever index the machine is set up for."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

CHECKOUT = Path(__file__).resolve().parents[2]


class Pin(NamedTuple):
    """One package of the lock file."""

    requirement: Requirement
    hashes: list[str]

    @property
    def version(self) -> str:
        """The one version that is allowed, or nothing where the line leaves a choice."""
        match = re.fullmatch(r"==([^*,]+)", str(self.requirement.specifier))
        return match[1] if match else ""


def lock_text() -> str:
    """The lock file as it stands in the checkout."""
    return (CHECKOUT / "requirements.lock").read_text(encoding="utf-8")


def pins(text: str) -> dict[str, Pin]:
    """Read a lock file: normalised name → pin. A line that is neither pin, hash nor remark is refused."""
    found: dict[str, Pin] = {}
    for entry in text.replace("\\\n", " ").splitlines():
        line = entry.split("#", 1)[0].strip()
        if not line:
            continue
        requirement, *hashes = re.split(r"\s+--hash=", line)
        parsed = Requirement(requirement)
        found[canonicalize_name(parsed.name)] = Pin(parsed, hashes)
    return found


def wanted() -> list[Requirement]:
    """What pyproject.toml asks for, to run and to develop."""
    metadata = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    return [Requirement(line) for line in metadata["project"]["dependencies"] + metadata["dependency-groups"]["dev"]]


def test_lock_file_names_no_host() -> None:
    text = lock_text()
    assert "://" not in text
    assert re.findall(r"^\s*-(?!-hash=)\S+", text, re.MULTILINE) == []  # no option but --hash, so no index either
    assert [name for name, pin in pins(text).items() if pin.requirement.url] == []


def test_every_package_has_one_version_and_a_hash() -> None:
    locked = pins(lock_text())
    assert locked
    loose = [
        name
        for name, pin in locked.items()
        if not pin.version or not pin.hashes or not all(re.fullmatch(r"sha256:[0-9a-f]{64}", h) for h in pin.hashes)
    ]
    assert loose == []


def test_locked_versions_are_what_the_project_asks_for() -> None:
    locked = pins(lock_text())
    unmet = [
        str(requirement)
        for requirement in wanted()
        if (pin := locked.get(canonicalize_name(requirement.name))) is None or pin.version not in requirement.specifier
    ]
    assert unmet == []


def test_tests_run_on_the_locked_versions() -> None:
    other = {
        name: installed
        for name, pin in pins(lock_text()).items()
        if (pin.requirement.marker is None or pin.requirement.marker.evaluate())
        and Version(installed := version(name)) != Version(pin.version)
    }
    assert other == {}
