"""Gather the words of the program for the translator, and compile what came back.

``update`` brings the .ts files to what the sources say today; ``compile`` makes the .qm files that the program loads.
The words of the form itself are not here: they are released with each questionnaire.
"""

import argparse
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

CHECKOUT = Path(__file__).resolve().parent.parent
TRANSLATIONS = CHECKOUT / "resources" / "translations"
PLURALS_ONLY = "-pluralonly"
# Language of the file name → what lupdate needs to be told. The sources are English, so English needs its plurals only;
# the language is named because lupdate gives a new file the wrong number of plural forms otherwise.
LANGUAGES = {
    "da": ("-target-language", "da_DK"),
    "en": ("-target-language", "en_GB", PLURALS_ONLY),
}


def main() -> int:
    """Do what was asked for and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["update", "compile"])
    if parser.parse_args().task == "update":
        update()
        report_unfinished()
    compile_changed()
    return 0


def update() -> None:
    """Bring every .ts file to the words that the sources hold today; translations of words that are gone go too."""
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    sources = sorted(str(path.relative_to(CHECKOUT)) for path in (CHECKOUT / "needsform").rglob("*.py"))
    for language, options in LANGUAGES.items():
        # Line numbers would make every change of code a change of translation.
        run_qt_tool(
            "lupdate",
            *("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"),
            *options,
            *sources,
            *("-ts", str(TRANSLATIONS / f"needsform_{language}.ts")),
        )


def report_unfinished() -> None:
    """Print each text that still waits for its translation."""
    for path in sorted(TRANSLATIONS.glob("*.ts")):
        texts = unfinished(path)
        print(f"{path.name}: {len(texts)} unfinished" if texts else f"{path.name}: complete")
        for text in texts:
            print(f"  {text}")


def unfinished(path: Path) -> list[str]:
    """Return ``context: source`` of every message of a .ts file that has no finished translation."""
    return [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if not is_finished(message)
    ]


def is_finished(message: ElementTree.Element) -> bool:
    """Say whether a message is translated, in each of its plural forms where it has some."""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return all(form.text for form in forms)


def compile_changed() -> None:
    """Make the .qm file of each .ts file that has none or is newer.

    It takes the place of the one before whole: a program that runs reads its words from the file that it began with.
    """
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            made = source.with_suffix(f".{os.getpid()}.qm")
            run_qt_tool("lrelease", "-silent", str(source), "-qm", str(made))
            made.replace(compiled)


def run_qt_tool(name: str, *arguments: str) -> None:
    """Run one of Qt's programs where PySide6 keeps it; found without importing PySide6, which is slow."""
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("PySide6 is not installed here; `make setup` installs it.")
    program = Path(spec.submodule_search_locations[0]) / name
    subprocess.run([program, *arguments], cwd=CHECKOUT, check=True)


if __name__ == "__main__":
    sys.exit(main())
