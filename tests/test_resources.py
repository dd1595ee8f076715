"""Shipped files are found by the same name wherever the program runs from."""

import shutil
import subprocess
import sys
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from needsform import resources

CHECKOUT = Path(__file__).parent.parent


def _loaded_from(module_file: Path) -> ModuleType:
    """`resources.py` as it finds itself when it lies in `module_file`."""
    spec = spec_from_file_location("resources_elsewhere", module_file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _files_under(folder: Path) -> set[Path]:
    return {file.relative_to(folder) for file in folder.rglob("*") if file.is_file()}


def test_a_checkout_reads_the_folder_beside_the_package() -> None:
    assert resources.path("fonts/OFL.txt") == CHECKOUT / "resources" / "fonts" / "OFL.txt"
    assert "SIL OPEN FONT LICENSE" in resources.read_text("fonts/OFL.txt")
    assert resources.read_bytes("fonts/NotoSans-Regular.ttf").startswith(b"\x00\x01\x00\x00")


def test_an_installed_wheel_reads_the_folder_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "needsform"
    (package / "_resources").mkdir(parents=True)
    (package / "_resources" / "note.txt").write_text("fra hjulet", encoding="utf-8")
    shutil.copy(resources.__file__, package / "resources.py")
    assert _loaded_from(package / "resources.py").read_text("note.txt") == "fra hjulet"


def test_a_frozen_program_reads_the_folder_of_its_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "note.txt").write_text("fra installationen", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.read_text("note.txt") == "fra installationen"


@pytest.mark.parametrize(
    "name", ["../pyproject.toml", "fonts/../../README.md", "/etc/hosts", "fonts\\OFL.txt", "C:note"]
)
def test_a_name_cannot_leave_the_folder(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a shipped file"):
        resources.path(name)


def test_a_file_that_was_not_shipped_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/Missing\.ttf"):
        resources.path("fonts/Missing.ttf")


def test_the_wheel_carries_every_shipped_file(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(CHECKOUT / "needsform", source / "needsform", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(CHECKOUT / "resources", source / "resources")
    for name in ("pyproject.toml", "README.md", "LICENSE", "THIRD_PARTY_NOTICES.md"):
        if (CHECKOUT / name).exists():
            shutil.copy(CHECKOUT / name, source)
        else:
            (source / name).write_text("", encoding="utf-8")
    build = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=source, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")

    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    assert _files_under(site / "needsform" / "_resources") == _files_under(CHECKOUT / "resources")

    ask = "from needsform import resources; print(resources.path('fonts/NotoSans-Regular.ttf'))"
    asked = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(site)!r}); {ask}"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(asked.stdout.strip()) == site / "needsform" / "_resources" / "fonts" / "NotoSans-Regular.ttf"
