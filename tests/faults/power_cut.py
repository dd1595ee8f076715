"""What a power cut can leave of recorded changes: of all that was not synced yet, some, torn, and in another order.

The model: what was synced stays. Of the writes and truncations of a file since its last sync any part may have
reached the disk, sector by sector and in any order; a sector that was being written may hold rubbish. Of the names in
a folder since its last sync the disk has either a beginning of the changes, as a journal keeps it, or any of them.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.shim import Act, Change

SECTOR = 512
"""Bytes that a disk writes at once, or not at all."""
RUBBISH = 0.05
"""How often a torn sector holds neither the old nor the new."""
_NAMES = {Act.CREATE, Act.RENAME, Act.UNLINK, Act.MAKE_DIR, Act.REMOVE_DIR}


@dataclass
class File:
    """One file: what the disk surely has of it, and the writes and truncations that it may or may not have."""

    kept: bytearray
    pending: list[Change] = field(default_factory=list)

    def sync(self) -> None:
        """All of it is on the disk."""
        for change in self.pending:
            _apply(self.kept, change)
        self.pending = []

    def after_cut(self, chance: Random) -> bytes:
        """What may be left of it."""
        content = bytearray(self.kept)
        match chance.randrange(4):
            case 0:
                reached = []
            case 1:  # a beginning of them, the last one torn
                reached = self.pending[: chance.randrange(len(self.pending) + 1)]
                self._tear(content, reached[:-1], reached[-1:], chance)
                return bytes(content)
            case 2:  # some of them
                reached = [change for change in self.pending if chance.random() < 0.5]
            case _:  # some of them, and an older one over a newer one
                reached = [change for change in self.pending if chance.random() < 0.7]
                chance.shuffle(reached)
        torn = [change for change in reached if chance.random() < 0.3]
        self._tear(content, [change for change in reached if change not in torn], torn, chance)
        return bytes(content)

    def _tear(self, content: bytearray, whole: list[Change], torn: list[Change], chance: Random) -> None:
        for change in whole:
            _apply(content, change)
        for change in torn:
            if change.act is Act.TRUNCATE:
                _apply(content, change)
                continue
            for begin in range(0, len(change.data), SECTOR):
                if chance.random() < 0.5:
                    sector = change.data[begin : begin + SECTOR]
                    sector = chance.randbytes(len(sector)) if chance.random() < RUBBISH else sector
                    _put(content, change.offset + begin, sector)


@dataclass
class Folder:
    """The names in a folder: those that the disk surely has, and the changes that it may or may not have."""

    kept: dict[str, int]
    pending: list[Change] = field(default_factory=list)


class PlayedDisk:
    """The disk of a recorded program, change by change; what would be left of it can be laid out at any moment."""

    def __init__(self, root: Path) -> None:
        """`root` is as it was when the recording began; what is in it counts as synced."""
        self._root = root
        self._files: dict[int, File] = {}
        self._folders: dict[str, Folder] = {}
        self._serial: dict[int, int] = {}
        """Inode → file: a number that was given out again is another file."""
        self._next = 0
        self._dead: set[str] = set()
        for path in (root, *sorted(root.rglob("*"))):
            if path.is_dir():
                self._folders[str(path)] = Folder({})
            else:
                serial = self._new_file(path.stat().st_ino, path.read_bytes())
                self._folders[str(path.parent)].kept[path.name] = serial
        self._now: dict[str, dict[str, int]] = {name: dict(folder.kept) for name, folder in self._folders.items()}

    def play(self, change: Change, *, are_syncs_kept: bool = True) -> None:
        """One more change; without keeping syncs the disk is one that promises everything and does nothing."""
        match change.act:
            case Act.CREATE:
                serial = self._new_file(change.inode, b"")
                self._rename_now(change.name, serial)
            case Act.WRITE | Act.TRUNCATE:
                if change.inode in self._serial:
                    self._files[self._serial[change.inode]].pending.append(change)
            case Act.SYNC if are_syncs_kept:
                self._sync(change)
            case _:
                pass
        if change.act in _NAMES:
            self._name(change)

    def _sync(self, change: Change) -> None:
        if change.offset:  # a folder
            folder = self._folders.get(change.name)
            if folder is not None:
                folder.kept, folder.pending = dict(self._now.get(change.name, {})), []
        elif change.inode in self._serial:
            self._files[self._serial[change.inode]].sync()

    def _name(self, change: Change) -> None:
        """A change of names, in the folders that it concerns."""
        first, _, second = change.name.partition("\0")
        if change.act is Act.MAKE_DIR:
            self._folders.setdefault(first, Folder({}))
            self._now.setdefault(first, {})
        elif change.act is Act.UNLINK:
            self._now[_parent(first)].pop(_own(first), None)
        elif change.act is Act.RENAME:
            if first in self._folders:  # a folder with all that is in it; its syncs are not modelled further
                self._move_folder(first, second)
            else:
                self._now[_parent(second)][_own(second)] = self._now[_parent(first)].pop(_own(first))
        for name in {_parent(first), _parent(second) if second else _parent(first)}:
            if name in self._folders:
                self._folders[name].pending.append(change)

    def _move_folder(self, first: str, second: str) -> None:
        for name in [name for name in self._folders if name == first or name.startswith(f"{first}/")]:
            moved = second + name[len(first) :]
            self._folders[moved], self._now[moved] = self._folders.pop(name), self._now.pop(name)

    def _rename_now(self, name: str, serial: int) -> None:
        self._now.setdefault(_parent(name), {})[_own(name)] = serial

    def _new_file(self, inode: int, content: bytes) -> int:
        self._next += 1
        self._serial[inode] = self._next
        self._files[self._next] = File(bytearray(content))
        return self._next

    # The cut ------------------------------------------------------------------------------------------------------

    def lay_out(self, target: Path, chance: Random) -> None:
        """What a power cut now may leave, in an empty folder."""
        shutil.rmtree(target, ignore_errors=True)
        for name, folder in sorted(self._folders.items()):
            place = target / Path(name).relative_to(self._root)
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            for own, serial in self._names_after_cut(name, folder, chance).items():
                path = place / own
                path.write_bytes(self._files[serial].after_cut(chance))
                path.chmod(0o600)

    def _names_after_cut(self, name: str, folder: Folder, chance: Random) -> dict[str, int]:
        names = dict(folder.kept)
        if chance.random() < 0.5:
            reached = folder.pending[: chance.randrange(len(folder.pending) + 1)]
        else:
            reached = [change for change in folder.pending if chance.random() < 0.5]
        for change in reached:
            first, _, second = change.name.partition("\0")
            match change.act:
                case Act.CREATE:
                    names[_own(first)] = self._serial_at(change)
                case Act.UNLINK:
                    names.pop(_own(first), None)
                case Act.RENAME:
                    moved = names.pop(_own(first), None) if _parent(first) == name else None
                    if _parent(second) == name and moved is not None:
                        names[_own(second)] = moved
                case _:
                    pass
        return names

    def _serial_at(self, change: Change) -> int:
        return self._serial[change.inode]


def _apply(content: bytearray, change: Change) -> None:
    if change.act is Act.TRUNCATE:
        if change.offset <= len(content):
            del content[change.offset :]
        else:
            content.extend(bytes(change.offset - len(content)))
        return
    _put(content, change.offset, change.data)


def _put(content: bytearray, offset: int, data: bytes) -> None:
    if offset > len(content):
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _parent(name: str) -> str:
    return name.rpartition("/")[0]


def _own(name: str) -> str:
    return name.rpartition("/")[2]


def cut_points(changes: list[Change]) -> Iterator[int]:
    """After how many changes the power can go: after each that is one."""
    for number, change in enumerate(changes, 1):
        if change.act is not Act.NOTE:
            yield number
