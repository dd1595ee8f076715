"""What is in memory stays there: no core dump, no reading by another program of the same user."""

import sys

_PR_SET_DUMPABLE = 4
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x0001, 0x0002
_WER_FAULT_REPORTING_FLAG_NOHEAP = 0x0001


def keep_private() -> None:
    """Called before anybody unlocks; the store's key and citizens' names are in memory only after that.

    Linux: no core file, and not traceable by the same user (prctl(2)). Windows: error reports without the heap
    (werapi.h). macOS: no core file.
    """
    import ctypes  # after the first paint

    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
        ctypes.windll.wer.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
