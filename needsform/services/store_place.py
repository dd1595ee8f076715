"""Where a store may not lie: on a network drive, or in a folder that is copied elsewhere while it is written.

Asked before anything there is opened or made. SQLite's log needs memory that programs share on one machine, and a
program that copies the folder copies half of a change (TRUST 2 #6). Standard library only: asked before the first
paint.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from needsform.models.errors import Message, WorldError

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4
"""`DRIVE_REMOTE`, as GetDriveType answers."""
_NETWORK = frozenset(
    {
        "9p",
        "acfs",
        "afp",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "glusterfs",
        "gfs2",
        "gpfs",
        "lustre",
        "ncp",
        "ncpfs",
        "nfs",
        "nfs3",
        "nfs4",
        "ocfs2",
        "orangefs",
        "prl_fs",
        "pvfs2",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "virtiofs",
        "vmhgfs",
        "webdav",
    }
)
_LOCAL_FUSE = frozenset({"fuseblk", "fuse.ext2", "fuse.ext4", "fuse.ntfs-3g", "fuse.exfat", "fuse.gocryptfs"})
"""What is mounted by a program of the user's and yet lies on a disk of this machine. Any other is refused."""
_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "creative cloud files": "Creative Cloud",
}
"""Services by what the name of their folder begins with: "OneDrive - Region Nord" is one too."""
_MARKS = {".dropbox.cache": "Dropbox", ".stfolder": "Syncthing"}
"""Services by what they leave in the folder that they copy."""
_VARIABLES = {"OneDrive": "OneDrive", "OneDriveConsumer": "OneDrive", "OneDriveCommercial": "OneDrive"}
"""Services by the variable in which Windows names their folder."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is asked of the machine about a folder; handed in, so that tests can be any machine."""

    file_system: Callable[[Path], str]
    """The kind of file system that a folder lies on, as the machine names it; "" where it cannot be told."""
    variables: Mapping[str, str] = field(default_factory=dict)
    home: Path | None = None


def this_machine() -> Surroundings:
    """The machine that the program runs on."""
    return Surroundings(_file_system, os.environ, _home())


def require_own_disk(directory: Path, surroundings: Surroundings | None = None) -> None:
    """Raise WorldError `store.network_folder` or `store.synchronised_folder`; nothing is touched."""
    refusal = refusal_of(directory, surroundings or this_machine())
    if refusal is not None:
        raise WorldError(refusal.message_id, **refusal.parameters)


def refusal_of(directory: Path, surroundings: Surroundings) -> Message | None:
    """Why a store may not lie there, or None. The folder need not be there yet."""
    path = directory.absolute()
    if is_network_name(str(directory)):
        return Message("store.network_folder", {"kind": "UNC"})
    resolved = _resolved(path)
    kind = surroundings.file_system(resolved)
    if is_network(kind):
        return Message("store.network_folder", {"kind": kind})
    for place in dict.fromkeys((path, resolved)):
        service = _service_of(place, surroundings)
        if service:
            return Message("store.synchronised_folder", {"service": service})
    return None


def is_network_name(name: str) -> bool:
    r"""Whether a name is a share of another machine: `\\server\share`, also in Windows' long form."""
    told = name.replace("/", "\\")
    if told.lower().startswith("\\\\?\\"):
        return told.lower().startswith("\\\\?\\unc\\")
    return bool(re.match(r"\\\\[^\\.]", told)) and (sys.platform == "win32" or "\\" in name)


def is_network(kind: str) -> bool:
    """Whether a kind of file system lies, or may lie, on another machine."""
    kind = kind.lower()
    if kind in _NETWORK or kind.removeprefix("fuse.") in _NETWORK:
        return True
    return kind.startswith("fuse.") and kind not in _LOCAL_FUSE


def service_by_name(path: PurePath) -> str:
    """The service whose folder a path goes through, by the folders' names; "" if none."""
    for part in path.parts:
        for beginning, service in _CLOUDS.items():
            rest = part.lower().removeprefix(beginning)
            if rest != part.lower() and not rest[:1].isalnum():
                return service
    return ""


def _service_of(path: Path, surroundings: Surroundings) -> str:
    for variable, service in _VARIABLES.items():
        own = surroundings.variables.get(variable, "")
        if own and _is_within(path, Path(own)):
            return service
    if surroundings.home is not None and any(_is_within(path, box) for box in _dropboxes(surroundings)):
        return "Dropbox"
    for folder in (path, *path.parents):
        for mark, service in _MARKS.items():
            if (folder / mark).exists():
                return service
    return service_by_name(path)


def _dropboxes(surroundings: Surroundings) -> Iterator[Path]:
    """The folders of Dropbox, which may have any name; Dropbox tells them in a file of its own."""
    lists = [
        Path(base) / "Dropbox" for name in ("APPDATA", "LOCALAPPDATA") if (base := surroundings.variables.get(name))
    ]
    for folder in (*lists, *([surroundings.home / ".dropbox"] if surroundings.home else [])):
        try:
            accounts = json.loads((folder / "info.json").read_bytes())
        except (OSError, ValueError):
            continue
        for account in accounts.values() if isinstance(accounts, dict) else ():
            if isinstance(account, dict) and isinstance(account.get("path"), str):
                yield Path(account["path"])


def _is_within(path: Path, folder: Path) -> bool:
    if sys.platform == "win32":  # pragma: no cover - Windows
        return PureWindowsPath(path).is_relative_to(PureWindowsPath(folder))
    return PurePosixPath(path).is_relative_to(PurePosixPath(folder))


def _resolved(path: Path) -> Path:
    """Where a folder really lies; of one that is not there yet, where it would be made."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _file_system(path: Path) -> str:
    if sys.platform == "win32":  # pragma: no cover - proved on Windows only
        import ctypes  # not needed before the first paint anywhere else

        remote = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _REMOTE_DRIVE
        return "smb" if remote else ""
    try:
        return kind_in(_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"), path)
    except OSError:  # not Linux
        return ""


def kind_in(mounts: str, path: Path) -> str:
    """The kind of file system that a path lies on, out of the lines of `/proc/self/mountinfo`."""
    nearest, kind = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, told = before.split(" "), after.split(" ")
        if len(fields) < 5:
            continue
        point = Path(_unescaped(fields[4]))
        depth = len(point.parts)
        if depth >= nearest and path.is_relative_to(point):  # the last of two at one place lies on top
            nearest, kind = depth, told[0]
    return kind


def _unescaped(name: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), name)
