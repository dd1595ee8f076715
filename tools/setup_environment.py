"""Make a fresh clone ready to run: virtual environment, pinned libraries, what Qt asks of the system, translations.

Run by ``make setup`` with any Python from 3.11 on, before anything is installed, so it uses the standard library only.
Everything that is already in place is left alone; a second run looks and returns.
"""

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up-for.txt"
PINNED = ("requirements.lock", "pyproject.toml", "needsform/__init__.py")

# Shared library → Debian package. Without these Qt cannot be imported, not even to draw out of sight.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
# Wanted once a window is to appear on a screen and a page on a printer.
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}


class SetupError(Exception):
    """Something that the person at the keyboard has to do; the text says what, in full."""


def main() -> int:
    """Set up and return the exit status; problems are told in a sentence, not in a traceback."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", action="store_true", help="also prepare for building the installer")
    arguments = parser.parse_args()
    try:
        prepare_system(for_build=arguments.build)
        prepare_venv()
        run(VENV_PYTHON, "-m", "tools.translations", "compile")
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def prepare_system(*, for_build: bool) -> None:
    """Install the Debian packages that are missing, or say which; only Linux leaves this to us."""
    if not sys.platform.startswith("linux"):
        return
    needed = packages_of_missing(QT_LIBRARIES)
    if not has_ensurepip() and not VENV_PYTHON.exists():
        needed.append(f"python3.{sys.version_info.minor}-venv")
    if for_build:
        needed += packages_for_building()
    wished = []
    if for_build:
        needed += packages_of_missing(WINDOW_LIBRARIES)  # they go along in the built folder
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        wished = packages_of_missing(WINDOW_LIBRARIES)
    if not needed and not wished:
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        apt_install(needed + wished)
        return
    line = f"  sudo apt-get install --no-install-recommends {' '.join(needed + wished)}"
    if needed:
        raise SetupError(
            f"Some of what Needsform stands on is missing on this machine. Please type\n{line}\nand try again."
        )
    print(f"A window may not open before you have typed\n{line}")


def packages_of_missing(libraries: dict[str, str]) -> list[str]:
    """Return the Debian packages of those libraries that the loader does not find."""
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def packages_for_building() -> list[str]:
    """Return the Debian packages that PyInstaller lacks: objdump, and Python as a shared library."""
    missing = [] if shutil.which("objdump") else ["binutils"]
    if Path(sys.base_prefix) == Path("/usr"):
        python = f"python3.{sys.version_info.minor}"
        missing += packages_of_missing({f"lib{python}.so.1.0": f"lib{python}"})
    return missing


def has_ensurepip() -> bool:
    """Say whether this Python can make a virtual environment with pip in it; Debian's needs a package more."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return False
    return True


def apt_install(packages: list[str]) -> None:
    """Install packages as root; the lists of a fresh machine may be empty or old, so fetch them if need be."""
    print(f"Installing {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *packages]
    if subprocess.run(install, env=environment, capture_output=True, check=False).returncode == 0:
        return
    subprocess.run(["apt-get", "update", "--quiet=2"], env=environment, check=False)
    if subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=False).returncode != 0:
        raise SetupError(f"apt-get could not install {' '.join(packages)}; its own words are above.")


def prepare_venv() -> None:
    """Bring .venv to what the lock file says, unless it is there already."""
    wanted = fingerprint()
    found = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    if found == wanted and VENV_PYTHON.exists():
        return
    if VENV.is_symlink():  # making it anew would empty the one of another checkout
        raise SetupError(f"{VENV} only points to another environment. Take the link away, and set up again.")
    if not VENV_PYTHON.exists() or not has_pip() or was_moved(found):
        run(Path(sys.executable), "-m", "venv", "--clear", str(VENV))
    STAMP.unlink(missing_ok=True)
    print("Fetching the pinned libraries (some 330 MB the first time)", flush=True)
    pip = (VENV_PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", "install")
    # Wheels only: nothing of what is fetched runs, or asks for a compiler, before its hash is known to be right.
    run(*pip, "--require-hashes", "--only-binary=:all:", "-r", "requirements.lock")
    os.environ["PYTHONWARNINGS"] = "ignore"  # setuptools warns of every editable installation, wanted or not
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    STAMP.write_text(wanted, encoding="utf-8")


def fingerprint() -> str:
    """Return what the environment depends on: where it lies and what the pinned files say."""
    digest = hashlib.sha256(b"".join((CHECKOUT / name).read_bytes() for name in PINNED)).hexdigest()
    return f"{CHECKOUT}\n{digest}\n"


def was_moved(stamp: str) -> bool:
    """Say whether the checkout has been moved since: a virtual environment does not survive that."""
    return bool(stamp) and not stamp.startswith(f"{CHECKOUT}\n")


def has_pip() -> bool:
    """Say whether pip is in .venv; it is not where the making of it was broken off."""
    asked = subprocess.run([VENV_PYTHON, "-c", "import pip"], capture_output=True, check=False)
    return asked.returncode == 0


def run(program: Path, *arguments: str) -> None:
    """Run a step in the checkout; its own output says what went wrong, ours says which step it was."""
    try:
        subprocess.run([program, *arguments], cwd=CHECKOUT, check=True)
    except (subprocess.CalledProcessError, OSError) as problem:
        raise SetupError(f"Set-up stopped at: {program.name} {' '.join(arguments)}") from problem


if __name__ == "__main__":
    sys.exit(main())
