"""Set-up on a machine that lacks something: it is installed, or the line to type is printed in full."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import setup_environment
from tools.setup_environment import SetupError, packages_of_missing, prepare_system

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring what Qt needs")
ABSENT = {"libneedsform-nowhere.so.9": "libneedsform-nowhere9"}


def quiet_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux on which nothing is missing, nobody is root, and there is no display."""
    monkeypatch.setattr(setup_environment, "QT_LIBRARIES", {})
    monkeypatch.setattr(setup_environment, "WINDOW_LIBRARIES", {})
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@linux_only
def test_only_libraries_that_the_loader_cannot_find_are_asked_for() -> None:
    assert packages_of_missing({"libc.so.6": "libc6", **ABSENT}) == ["libneedsform-nowhere9"]


@linux_only
def test_without_root_the_exact_line_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet_machine(monkeypatch)
    monkeypatch.setattr(setup_environment, "QT_LIBRARIES", ABSENT)
    with pytest.raises(SetupError) as told:
        prepare_system(for_build=False)
    assert "\n  sudo apt-get install --no-install-recommends libneedsform-nowhere9\n" in str(told.value)


@linux_only
def test_what_only_a_window_needs_is_asked_for_where_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    quiet_machine(monkeypatch)
    monkeypatch.setattr(setup_environment, "WINDOW_LIBRARIES", ABSENT)
    prepare_system(for_build=False)
    assert capsys.readouterr().out == ""

    monkeypatch.setenv("DISPLAY", ":0")
    prepare_system(for_build=False)
    assert "sudo apt-get install --no-install-recommends libneedsform-nowhere9" in capsys.readouterr().out


@linux_only
def test_with_root_the_packages_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet_machine(monkeypatch)
    installed: list[str] = []
    monkeypatch.setattr(setup_environment, "QT_LIBRARIES", ABSENT)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(setup_environment, "apt_install", installed.extend)
    prepare_system(for_build=False)
    assert installed == ["libneedsform-nowhere9"]


def test_a_failed_step_is_named_in_one_sentence() -> None:
    with pytest.raises(SetupError, match="Set-up stopped at: python"):
        setup_environment.run(Path(sys.executable), "-c", "raise SystemExit(3)")


@pytest.mark.skipif(os.name == "nt", reason="making a link needs a right of its own there")
def test_the_environment_of_another_checkout_is_not_emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    others = tmp_path / "others"
    (others / "bin").mkdir(parents=True)
    (tmp_path / ".venv").symlink_to(others)
    monkeypatch.setattr(setup_environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(setup_environment, "STAMP", tmp_path / ".venv" / "set-up-for.txt")
    with pytest.raises(SetupError, match=r"points to another environment"):
        setup_environment.prepare_venv()
    assert list(others.iterdir()) == [others / "bin"]


def test_setting_up_needs_nothing_that_is_not_in_python_itself() -> None:
    checkout = Path(setup_environment.__file__).resolve().parents[1]
    asked = subprocess.run(
        [sys.executable, "-I", "-S", checkout / "tools/setup_environment.py", "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
