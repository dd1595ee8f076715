"""A store on a network drive or in a folder that is copied elsewhere is refused with the reason, nothing touched."""

import hashlib
import json
from pathlib import Path, PureWindowsPath

import pytest

from needsform.models.errors import WorldError
from needsform.services.store_place import (
    Surroundings,
    is_network_name,
    kind_in,
    refusal_of,
    require_own_disk,
    service_by_name,
    this_machine,
)

OWN_DISK = Surroundings(lambda _: "ext4")


def refusal(path: Path, surroundings: Surroundings = OWN_DISK) -> tuple[str, dict[str, str]] | None:
    """The reason, or None."""
    message = refusal_of(path, surroundings)
    return None if message is None else (message.message_id, message.parameters)


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb2", "smb3", "fuse.sshfs", "fuse.rclone", "9p", "davfs", "ceph"]
)
def test_a_network_drive_is_refused_by_its_kind(tmp_path: Path, kind: str) -> None:
    assert refusal(tmp_path, Surroundings(lambda _: kind)) == ("store.network_folder", {"kind": kind})


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "ntfs3", "fuseblk", "apfs", ""])
def test_a_disk_of_this_machine_is_taken(tmp_path: Path, kind: str) -> None:
    assert refusal(tmp_path, Surroundings(lambda _: kind)) is None


@pytest.mark.parametrize("name", [r"\\server\share\Needsform", r"\\?\UNC\server\share", "\\\\server\\share"])
def test_a_share_is_refused_by_its_name(name: str) -> None:
    assert is_network_name(name)


@pytest.mark.parametrize("name", [r"C:\Needsform", r"\\?\C:\Needsform", "/srv/needsform", "//srv/needsform", r"\\.\C:"])
def test_a_drive_of_this_machine_is_not_taken_for_a_share(name: str) -> None:
    assert not is_network_name(name)


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (r"C:\People\k\OneDrive\Needsform", "OneDrive"),
        (r"C:\People\k\OneDrive - Region Nord\Needsform", "OneDrive"),
        (r"D:\Dropbox\store", "Dropbox"),
        (r"D:\Dropbox (Personal)\store", "Dropbox"),
        (r"G:\My Drive\store", "Google Drive"),
        (r"C:\People\k\iCloudDrive\store", "iCloud"),
        (r"C:\People\k\Nextcloud\store", "Nextcloud"),
        (r"C:\People\k\AppData\Local\Needsform", ""),
        (r"C:\People\k\Dropboxes of old", ""),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_known_by_its_name(path: str, service: str) -> None:
    assert service_by_name(PureWindowsPath(path)) == service


def test_a_folder_is_known_by_what_windows_says_of_it(tmp_path: Path) -> None:
    at_work = Surroundings(lambda _: "", {"OneDriveCommercial": str(tmp_path)})
    assert refusal(tmp_path / "Needsform", at_work) == ("store.synchronised_folder", {"service": "OneDrive"})
    assert refusal(tmp_path.parent, at_work) is None


def test_a_dropbox_of_any_name_is_known_by_what_dropbox_says_of_it(tmp_path: Path) -> None:
    own = tmp_path / "Papers"
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text(json.dumps({"personal": {"path": str(own)}}))
    at_home = Surroundings(lambda _: "ext4", {}, tmp_path)
    assert refusal(own / "Needsform", at_home) == ("store.synchronised_folder", {"service": "Dropbox"})
    (tmp_path / ".dropbox" / "info.json").write_text("[")
    assert refusal(own / "Needsform", at_home) is None


def test_a_folder_is_known_by_what_lies_in_the_one_above(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert refusal(tmp_path / "deep" / "down") == ("store.synchronised_folder", {"service": "Syncthing"})


def test_a_link_to_a_folder_that_is_copied_elsewhere_does_not_hide_it(tmp_path: Path) -> None:
    cloud = tmp_path / "OneDrive"
    cloud.mkdir()
    (tmp_path / "Needsform").symlink_to(cloud)
    assert refusal(tmp_path / "Needsform") == ("store.synchronised_folder", {"service": "OneDrive"})


def test_the_nearest_and_the_latest_mount_holds() -> None:
    mounts = (
        "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "40 22 0:44 / /mnt rw shared:1 - nfs4 server:/x rw\n"
        "41 40 8:2 / /mnt/a\\040disk rw - xfs /dev/sdb rw\n"
        "42 22 0:45 / /srv rw - ext4 /dev/sdc rw\n"
        "43 42 0:46 / /srv rw - cifs //server/share rw\n"
        "nonsense\n"
    )
    kinds = {
        path: kind_in(mounts, Path(path)) for path in ("/data/k", "/mnt/x", "/mnt/a disk/x", "/srv/needsform", "/mntx")
    }
    assert kinds == {
        "/data/k": "ext4",
        "/mnt/x": "nfs4",
        "/mnt/a disk/x": "xfs",
        "/srv/needsform": "cifs",
        "/mntx": "ext4",
    }


def test_the_machine_itself_says_what_a_folder_lies_on(tmp_path: Path) -> None:
    assert refusal(tmp_path, this_machine()) is None


def test_nothing_is_touched_where_a_store_is_refused(tmp_path: Path) -> None:
    store = tmp_path / "needsform.db"
    store.write_bytes(b"somebody's store")
    before = hashlib.sha256(store.read_bytes()).hexdigest(), store.stat().st_mtime_ns, sorted(tmp_path.iterdir())
    with pytest.raises(WorldError):
        require_own_disk(tmp_path, Surroundings(lambda _: "cifs"))
    assert (
        hashlib.sha256(store.read_bytes()).hexdigest(),
        store.stat().st_mtime_ns,
        sorted(tmp_path.iterdir()),
    ) == before
