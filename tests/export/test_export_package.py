"""Knowing that there is an export costs nothing before something is exported."""

import subprocess
import sys


def test_the_libraries_of_the_page_are_loaded_by_who_draws_one() -> None:
    heavy = "{'reportlab', 'pikepdf', 'pypdfium2', 'arabic_reshaper'}"
    ask = f"import sys, needsform.export, needsform.resources; print({heavy} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True, text=True)
    assert answer.stdout.strip() == "set()"
