"""Hands random Bundles and the shipped form to other people's FHIR programs: `python -m tools.interop`.

Outside the quick tests because it needs Node and fetches the packages named in `package.json`. Nothing of it is part
of the program. It says what it ran, and exits with 1 if any of them found a fault.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from needsform import resources
from needsform.export.fhir import bundle_json
from needsform.models.sheet import SheetContent
from tests.strategies import SHIPPED_FORM, sheet_contents

HERE = Path(__file__).parent


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


def run(command: list[str], folder: Path) -> bool:
    """Say a command, run it, and tell whether it was content."""
    print("$", " ".join(command[:3]), f"(and {len(command) - 3} files)" if len(command) > 3 else "", flush=True)
    return subprocess.run(command, cwd=folder, check=False).returncode == 0


def main() -> int:
    """Install, write, hand over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="how many random Bundles")
    count = parser.parse_args().count
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        print("This needs Node.js 20 or newer with npm, and neither was found here.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in HERE.glob("*.*js*"):
            shutil.copy(file, folder)
        if not run([npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], folder):
            return 1
        bundles = [file.name for file in write_bundles(folder, count)]
        (folder / "questionnaire.json").write_bytes(resources.read_bytes(SHIPPED_FORM))
        is_valid = run([node, "validate.mjs", "questionnaire.json", *bundles], folder)
        is_taken = run([node, "transaction.mjs", *bundles], folder)
    return 0 if is_valid and is_taken else 1


if __name__ == "__main__":
    sys.exit(main())
