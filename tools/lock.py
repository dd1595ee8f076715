"""Write requirements.lock from pyproject.toml: every version and hash for Windows, macOS and Linux, and no host.

uv is used because it resolves for all systems and Python versions at once; it is fetched into a directory that is
thrown away afterwards, so that it is not one more library of the project.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
UV = "uv>=0.9"


def main() -> int:
    """Resolve and write; arguments are handed on to uv, ``--upgrade`` for one. Return the exit status."""
    with tempfile.TemporaryDirectory() as directory:
        venv.create(directory, with_pip=True)
        programs = Path(directory) / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "--quiet", "install", UV], check=True)
        resolved = subprocess.run(
            [
                programs / "uv",
                *("pip", "compile", "pyproject.toml", "--extra", "camera", "--group", "dev"),
                *("--universal", "--python-version", "3.11", "--generate-hashes"),
                *("--no-header", "--no-emit-index-url", "--no-emit-find-links"),
                *("--quiet", "--output-file", "requirements.lock"),
                *sys.argv[1:],
            ],
            cwd=CHECKOUT,
            check=False,
        )
    return resolved.returncode


if __name__ == "__main__":
    sys.exit(main())
