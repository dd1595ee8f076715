"""Hands random Bundles and the shipped form to other people's FHIR programs: `make interop`.

Outside the quick tests because it needs Node.js and a Chromium, and fetches the packages named in `package.json` and
LHC-Forms. Nothing of it is part of the program. It says what it ran, and exits with 1 if any of them found a fault.
"""

import argparse
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from needsform import resources
from needsform.export.fhir import bundle_json
from needsform.models.sheet import SheetContent
from tests.strategies import SHIPPED_FORM, sheet_contents

HERE = Path(__file__).parent
LHC_FORMS = "lforms@40.1.3"
"""Fetched as an archive and not installed: what it was built from would come along, and it is built already."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def write_bundles(folder: Path, count: int) -> list[Path]:
    """`count` Bundles of random sheets, the same ones every time."""
    files: list[Path] = []

    @settings(
        max_examples=count, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(sheet_contents())
    def write(content: SheetContent) -> None:
        if len(files) < count:
            files.append(folder / f"bundle-{len(files):03}.json")
            files[-1].write_bytes(bundle_json(content))

    write()
    return files


def fetch_lhc_forms(npm: str, folder: Path) -> Path | None:
    """LHC-Forms as its makers built it; the folder that a browser is served from."""
    if not run([npm, "pack", LHC_FORMS, "--silent"], folder):
        return None
    with tarfile.open(next(folder.glob("lforms-*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package" / "dist" / "lforms"


def run(command: list[str], folder: Path) -> bool:
    """Say a command, run it, and tell whether it was content."""
    said = [Path(word).name if word.startswith("/") else word for word in command[:3]]
    print("$", " ".join(said), f"(and {len(command) - 3} words more)" if len(command) > 3 else "", flush=True)
    return subprocess.run(command, cwd=folder, check=False).returncode == 0


def main() -> int:
    """Install, write, hand over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="how many random Bundles")
    parser.add_argument("--picture", type=Path, default=Path("lhc-forms.png"), help="where LHC-Forms' page is drawn")
    asked = parser.parse_args()
    node, npm = shutil.which("node"), shutil.which("npm")
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if node is None or npm is None or browser is None:
        print("This needs Node.js 20 or newer with npm, and Chromium or a relative of it.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in HERE.glob("*.*js*"):
            shutil.copy(file, folder)
        if not run([npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], folder):
            return 1
        bundles = [file.name for file in write_bundles(folder, asked.count)]
        (folder / "questionnaire.json").write_bytes(resources.read_bytes(SHIPPED_FORM))
        is_valid = run([node, "validate.mjs", "questionnaire.json", *bundles], folder)
        is_taken = run([node, "transaction.mjs", *bundles], folder)
        lhc_forms = fetch_lhc_forms(npm, folder)
        picture = str(asked.picture.resolve())
        is_shown = lhc_forms is not None and run(
            [node, "lhc_forms.mjs", browser, str(lhc_forms), "questionnaire.json", picture, *bundles], folder
        )
    return 0 if is_valid and is_taken and is_shown else 1


if __name__ == "__main__":
    sys.exit(main())
