"""The program collects, stores, shows, prints and hands on; no text may say that it does more with the answers.

Those words, and what they stand for, would make it a medical device (docs/DECISIONS.md). A passage that needs one of
them all the same, to say "no score" for one, is listed in allowed_words.toml with its reason.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
ALLOWED = Path(__file__).parent / "allowed_words.toml"

# Written so that their innocent cousins pass: "det generer mig" (it bothers me), "kontroller" (visits), "mål" (goal).
DANISH = re.compile(
    r"\b(?:alarmer\w*|analyser\w*|beregn\w*|diagnosticer\w*|fortolk\w*|generer(?:e|ing)\w*|kontroller(?:e|ing)\w*"
    r"|konverter\w*|monitorer\w*|måle[rs]?|måling\w*|målt\w*|pointsum\w*|sumscore\w*|kurve[rn]?|kurverne|triager\w*)\b",
    re.IGNORECASE,
)
# The same in English, for what the user reads; "interpreter" and "diagnosis" are things a citizen may have.
ENGLISH = re.compile(
    r"\b(?:alarms?|alarmed|analy[sz](?:e[sd]?|ing)|calculat\w+|diagnos(?:e[sd]?|ing)|interpret(?:s|ed|ing|ation)?"
    r"|generat(?:e[sd]?|ing)|convert(?:s|ed|ing)?|monitor(?:s|ed|ing)?|measur(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
# What no page may promise in either language.
FIGURES = re.compile(
    r"\b(?:scor(?:es?|ed|ing)|sums?|summen|curves?|cut-?offs?|triage[ds]?|trend ?lines?)\b", re.IGNORECASE
)


def texts(checkout: Path) -> Iterator[tuple[str, str, list[re.Pattern[str]]]]:
    """Everything a user may read: name of the file, its text, and the words that it must not hold."""
    for path in sorted((checkout / "resources").rglob("*")):
        if path.suffix in {".json", ".ts", ".csv", ".toml", ".md", ".html"}:
            yield path.relative_to(checkout).as_posix(), path.read_text(encoding="utf-8"), [DANISH, ENGLISH, FIGURES]
    for path in [*sorted(checkout.glob("*.md")), *sorted((checkout / "docs").rglob("*.md"))]:
        yield path.relative_to(checkout).as_posix(), path.read_text(encoding="utf-8"), [DANISH, FIGURES]
    metadata = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    described = [metadata["name"], metadata["description"], *metadata.get("keywords", [])]
    yield "pyproject.toml", "\n".join(described), [DANISH, ENGLISH, FIGURES]
    command_line = checkout / "needsform/cli.py"
    if command_line.exists():
        yield "needsform/cli.py", "\n".join(literals(command_line)), [DANISH, ENGLISH, FIGURES]


def literals(module: Path) -> Iterator[str]:
    """Every text in a module: help and messages that are printed stand in the code itself."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def allowed_passages() -> list[tuple[str, str]]:
    """File and passage of every entry of the allow-list, each of which must give its reason."""
    entries = tomllib.loads(ALLOWED.read_text(encoding="utf-8"))["allowed"]
    assert all(entry["reason"].strip() for entry in entries)
    return [(entry["file"], entry["text"]) for entry in entries]


def forbidden_words(checkout: Path, allowed: list[tuple[str, str]]) -> list[str]:
    """``file: word`` for every word that stands where a user may read it, outside of the allowed passages."""
    found = []
    for name, text, patterns in texts(checkout):
        for file, passage in allowed:
            if file == name:
                text = text.replace(passage, "")
        found += [f"{name}: {match[0]}" for pattern in patterns for match in pattern.finditer(text)]
    return found


def test_no_text_says_that_the_program_judges_the_answers() -> None:
    assert forbidden_words(CHECKOUT, allowed_passages()) == []


def test_the_allow_list_holds_nothing_that_is_not_there() -> None:
    by_name = {name: text for name, text, _ in texts(CHECKOUT)}
    assert [(file, passage) for file, passage in allowed_passages() if passage not in by_name.get(file, "")] == []


@pytest.mark.parametrize(
    "word",
    [
        *("alarmerer", "analyserer", "beregner", "diagnosticerer", "fortolker"),
        *("genererer", "kontrollerer", "konverterer", "monitorerer", "måler", "Beregning", "målt"),
    ],
)
def test_each_forbidden_word_is_found_in_a_form_text(word: str, tmp_path: Path) -> None:
    words = plant(tmp_path, f"Programmet {word} svarene")
    assert forbidden_words(tmp_path, []) == [f"resources/words/da.json: {word}"]
    assert forbidden_words(tmp_path, [(words, f"Programmet {word}")]) == []


@pytest.mark.parametrize("word", ["calculates", "diagnoses", "monitors", "score", "sum", "curve", "triage"])
def test_the_english_words_are_found_too(word: str, tmp_path: Path) -> None:
    plant(tmp_path, f"The {word} of the answers")
    assert forbidden_words(tmp_path, []) == [f"resources/words/da.json: {word}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Det generer mig om natten",
        "Jeg er bange for kontrollerne og næste kontrol",
        "Mål for det næste halve år",
        "Interpreter needed; summary of the diagnosis",
    ],
)
def test_their_innocent_cousins_may_stay(sentence: str, tmp_path: Path) -> None:
    plant(tmp_path, sentence)
    assert forbidden_words(tmp_path, []) == []


def plant(checkout: Path, sentence: str) -> str:
    """Lay out a checkout that holds nothing but one sentence for the user; returns the name of its file."""
    words = checkout / "resources/words/da.json"
    words.parent.mkdir(parents=True)
    words.write_text(f'{{"planted": "{sentence}"}}', encoding="utf-8")
    (checkout / "pyproject.toml").write_text('[project]\nname = "n"\ndescription = "d"\n', encoding="utf-8")
    return words.relative_to(checkout).as_posix()
