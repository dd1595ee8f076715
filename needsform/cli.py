"""The command line: without a command it opens the window. Cheap to import, because every start goes through here.

What a command needs is imported by the function that carries it out; that is the one reason for the imports inside
functions here. Bad input is told in one sentence on stderr, with exit status 2, and nothing is written half.
"""

import argparse
import contextlib
import errno
import gc
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from needsform import __version__, resources
from needsform.models.errors import FileFaults, InputError, Message, NeedsformError

if TYPE_CHECKING:
    from needsform.models.questionnaire import Questionnaire

BAD_INPUT = 2
"""The exit status of argparse, and ours, for what cannot be taken."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked for; returns the exit status, 2 for bad input."""
    _say_what_the_terminal_cannot()
    asked = _parser().parse_args(arguments)
    try:
        if asked.self_check or asked.command == "self-check":
            return _look_itself_over(asked)
        if asked.command is None:
            return _open_window(asked.store or default_store(), asked.language)
        status: int = asked.carry_out(asked)
    except NeedsformError as error:
        _complain(error, asked.language)
        return BAD_INPUT
    return status


def default_store() -> Path:
    """Where the store lies unless told otherwise: on Windows `%LOCALAPPDATA%\\Needsform`, never a roaming profile."""
    from platformdirs import user_data_path

    return user_data_path("Needsform", appauthor=False, roaming=False)


def _parser() -> argparse.ArgumentParser:
    language = argparse.ArgumentParser(add_help=False)
    language.add_argument(
        "--language",
        choices=("da", "en"),
        default=argparse.SUPPRESS,  # so that it may stand before the command or after it
        help="the language of the program and of the form, for this time",
    )
    parser = argparse.ArgumentParser(
        prog="needsform",
        description="Collects, stores, shows and prints needs assessments for rehabilitation.",
        parents=[language],
    )
    parser.set_defaults(language=None)
    parser.add_argument("--version", action="version", version=f"needsform {__version__}")
    parser.add_argument(
        "--store",
        type=Path,
        metavar="DIR",
        help="the folder of the store, made on the first run; without it, Needsform in the user's own data folder",
    )
    parser.add_argument("--self-check", action="store_true", help="the same as the command")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands; without one the window opens")

    demo = commands.add_parser(
        "demo",
        parents=[language],
        help="drive the real windows through a whole case, out of sight",
        description="Drives the real windows through a whole case and leaves the encrypted store, sheet.pdf, "
        "bundle.json and a numbered picture of every screen. The journey 'handover' goes on at a municipality with a "
        "store of its own: the sheet is scanned, taken in, and a plan is made.",
    )
    demo.add_argument(
        "--journey",
        choices=("assessment", "handover"),
        default="assessment",
        help="one place, or a ward and then another",
    )
    demo.add_argument("--case", type=Path, metavar="FILE", help="who comes and what is agreed (JSON); else one of ours")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder, or that of a former demo")
    demo.set_defaults(carry_out=_demonstrate)

    blank = commands.add_parser(
        "blank",
        parents=[language],
        help="write the form without marks as a PDF, to be filled in with a pen",
        description="Writes the form without marks as a PDF of two pages, to be filled in with a pen.",
    )
    blank.add_argument("--out", type=Path, required=True, metavar="FILE", help="the PDF to write")
    blank.add_argument("--questionnaire", type=Path, metavar="FILE", help="your own form instead of the shipped one")
    blank.set_defaults(carry_out=_print_blank)

    read = commands.add_parser(
        "read",
        parents=[language],
        help="print the FHIR Bundle of a sheet: its PDF, a scan, a photograph or a Bundle file",
        description="Prints the FHIR R4 Bundle (JSON) that a sheet's PDF carries, or that a file is, exactly as it "
        "lies there. Of a scan or a photograph (PDF, PNG, JPEG, TIFF) it prints what the codes tell: ticks alone. "
        "A sheet whose signature does not hold is refused.",
    )
    read.add_argument("file", type=Path, metavar="FILE", help="a PDF, a picture or a Bundle")
    read.set_defaults(carry_out=_read_sheet)

    questionnaire = commands.add_parser("questionnaire", help="look at a form of your own")
    tasks = questionnaire.add_subparsers(dest="task", metavar="TASK", required=True)
    check = tasks.add_parser(
        "check",
        parents=[language],
        help="name everything in a form that the program could not show, with its linkId",
        description="Names everything in a FHIR R4 Questionnaire that the program could not show, with its linkId.",
    )
    check.add_argument("file", type=Path, metavar="FILE", help="the FHIR R4 Questionnaire (JSON)")
    check.set_defaults(carry_out=_check_questionnaire)

    commands.add_parser(
        "self-check",
        parents=[language],
        help="try store, forms, words, sheet and windows of this installation",
        description="Tries store, forms, words, sheet and windows of this installation, out of sight.",
    )
    return parser


def _open_window(directory: Path, language: str | None) -> int:
    from needsform.services.one_program import claim, ring
    from needsform.services.store_place import refusal_of, this_machine
    from needsform.storage.files import told

    with _about(directory), told():
        if directory.exists() and not directory.is_dir():
            raise InputError("file.is_no_folder")
    lock, fault = None, refusal_of(directory, this_machine())
    if fault is None:
        try:
            lock = claim(directory)
        except NeedsformError as error:
            if error.message.message_id == "store.in_use" and ring(directory):
                return 0  # the window that is open has come to the front
            fault = error.message
    gc.disable()  # until the first job of the worker is over (`ui.background`): all that is made until then stays
    from needsform.app import run  # Qt is imported only when there is a window to open

    return run(directory, language, lock, fault)


def _look_itself_over(asked: argparse.Namespace) -> int:
    _draw_out_of_sight()
    from needsform.self_check import find_fault

    fault = find_fault(_spoken(asked.language))
    if fault:
        print(fault, file=sys.stderr)
        return 1
    _say(Message("self_check.passed", {"version": __version__}), asked.language)
    return 0


def _demonstrate(asked: argparse.Namespace) -> int:
    from needsform.demo.case import LARGEST_CASE, read_case
    from needsform.services.incoming import read_incoming

    file = asked.case or resources.path("cases/1-ward-start.json")
    with _about(file):
        case = read_case(read_incoming(file, LARGEST_CASE))
    _draw_out_of_sight()
    language = asked.language or "da"
    if asked.journey == "assessment":
        from needsform.demo.journey import play

        with _about(asked.out):
            play(case, asked.out, language)
    else:
        from needsform.demo.two_places import play_two_places

        receiver = read_case(resources.read_bytes("cases/4-municipality-handover.json"))
        with _about(asked.out):
            play_two_places(case, receiver, asked.out, language)
    return 0


def _print_blank(asked: argparse.Namespace) -> int:
    from needsform.services.clock import system_clock
    from needsform.services.documents import render_blank
    from needsform.services.questionnaires import Questionnaires
    from needsform.storage.files import told, write_atomically

    language = asked.language or "da"
    form = _own_form(asked.questionnaire) if asked.questionnaire else Questionnaires().default()
    if language not in form.languages:
        raise InputError("assessment.language", at="language")
    pdf = render_blank(form, language, printed_at=system_clock())
    with _about(asked.out), told():
        if asked.out.is_dir():
            raise InputError("file.is_folder")
        if asked.out.exists() and not asked.out.is_file():
            raise OSError(errno.EINVAL, "a device or a pipe would be gone afterwards")
        write_atomically(asked.out, pdf)
    return 0


def _read_sheet(asked: argparse.Namespace) -> int:
    from needsform.services.incoming import LARGEST_SHEET, read_incoming
    from needsform.services.questionnaires import Questionnaires
    from needsform.services.reading import bundle_in_file

    with _about(asked.file):
        bundle = bundle_in_file(read_incoming(asked.file, LARGEST_SHEET), Questionnaires().released())
    if sys.stdout is not None:  # a windowed program on Windows has none
        with _output():
            sys.stdout.buffer.write(bundle + b"\n")  # the very bytes: a console's code page would change the letters
    return 0


def _check_questionnaire(asked: argparse.Namespace) -> int:
    form = _own_form(asked.file)
    topics, areas = str(len(form.topics)), str(len(form.areas))
    languages = ", ".join(form.languages)
    parameters = {"version": form.version, "areas": areas, "topics": topics, "languages": languages}
    _say(Message("questionnaire.can_be_used", parameters), asked.language)
    return 0


def _own_form(path: Path) -> "Questionnaire":
    from needsform.services.incoming import LARGEST_FORM, read_incoming
    from needsform.services.questionnaires import Questionnaires

    with _about(path):
        return Questionnaires().check(read_incoming(path, LARGEST_FORM), path.name)


@contextlib.contextmanager
def _about(path: Path) -> Iterator[None]:
    """Whatever is wrong inside is told together with the path, as it was typed."""
    try:
        yield
    except NeedsformError as error:
        error.add_note(str(path))
        raise


def _draw_out_of_sight() -> None:
    """No display is asked for unless somebody names one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _say_what_the_terminal_cannot() -> None:
    """A letter that a terminal's code page does not have is written as its number: a name must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextlib.contextmanager
def _output() -> Iterator[None]:
    """What is said inside has been taken when this ends.

    Raises WorldError as `told` where a full disk takes no more. Whoever stops reading has heard enough: that is none.
    """
    from needsform.storage.files import told

    try:
        with told():
            try:
                yield
                if sys.stdout is not None:
                    sys.stdout.flush()
            except BrokenPipeError:
                _drop_output()
    except NeedsformError:
        _drop_output()
        raise


def _drop_output() -> None:
    """Nothing that is left to say is tried again when the program ends."""
    sys.stdout = None  # as a windowed program on Windows has none


def _say(message: Message, language: str | None) -> None:
    with _output():
        print(_in_words(message, language))


def _complain(error: NeedsformError, language: str | None) -> None:
    """Every fault of a file on a line of its own, then the one sentence."""
    with contextlib.suppress(NeedsformError), _output():
        for fault in error.faults if isinstance(error, FileFaults) else ():
            place = (fault.file, fault.link_id, _in_words(fault.message, language))
            print(": ".join(part for part in place if part))
    about = getattr(error, "__notes__", [])
    print(": ".join(["needsform", *about, _in_words(error.message, language)]), file=sys.stderr)


def _in_words(message: Message, language: str | None) -> str:
    """The sentence that the windows would say, in the language asked for or else the computer's."""
    from PySide6.QtCore import QCoreApplication

    from needsform.ui.messages import sentence
    from needsform.ui.translation import Translation

    app = QCoreApplication.instance() or QCoreApplication(["needsform"])
    Translation(app).use(_spoken(language))
    return sentence(message)


def _spoken(language: str | None) -> str:
    """The language that was asked for, or else that of the computer where the program speaks it."""
    from PySide6.QtCore import QLocale

    return language or ("da" if QLocale.system().language() is QLocale.Language.Danish else "en")
