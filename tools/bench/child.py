"""What runs in a process of its own to be measured from outside: told by name, it prints one number.

Nothing of Needsform may be imported here before it is asked for: the bare form has to stay bare.
"""

import argparse
import gc
import sys
import time
from functools import partial
from pathlib import Path


def main() -> int:
    """Open the window that was asked for and print when it was painted, or what it takes in memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["start", "bare-start", "memory", "bare-memory"])
    parser.add_argument("folder", type=Path, help="holds topics.txt, and the store")
    asked = parser.parse_args()
    return {
        "start": _start,
        "bare-start": _bare_start,
        "memory": _memory,
        "bare-memory": _bare_memory,
    }[asked.what](asked.folder)


def _start(folder: Path) -> int:
    """As `needsform.cli` and `needsform.app.run` do it."""
    gc.disable()
    from needsform.app import Program
    from needsform.dressing import new_application

    app = new_application(sys.argv[0])
    program = Program(app, folder / "store")
    program.window.painted.connect(partial(_tell_time, program.window.close))
    program.start()
    return app.exec()


def _bare_start(folder: Path) -> int:
    from PySide6.QtWidgets import QApplication

    from tools.bench.bare_form import BareForm

    app = QApplication(sys.argv[:1])
    window = BareForm(_topics(folder))
    window.painted.connect(partial(_tell_time, app.quit))
    window.show()
    return app.exec()


def _memory(folder: Path) -> int:
    from needsform.dressing import new_application
    from tools.bench.open_form import open_form

    app = new_application(sys.argv[0])
    form = open_form(app, folder / "store")
    app.processEvents()
    _tell_memory()
    form.close()
    return 0


def _bare_memory(folder: Path) -> int:
    from PySide6.QtWidgets import QApplication

    from tools.bench.bare_form import BareForm

    app = QApplication(sys.argv[:1])
    window = BareForm(_topics(folder))
    window.show()
    app.processEvents()
    _tell_memory()
    window.close()
    return 0


def _topics(folder: Path) -> list[str]:
    return (folder / "topics.txt").read_text(encoding="utf-8").splitlines()


def _tell_time(then: object) -> None:
    """When the first paint was over, by the clock that all processes share."""
    print(time.monotonic_ns(), flush=True)
    if callable(then):
        then()


def _tell_memory() -> None:
    """Bytes that belong to this process and are in memory now."""
    import psutil

    print(psutil.Process().memory_info().rss, flush=True)


if __name__ == "__main__":
    sys.exit(main())
