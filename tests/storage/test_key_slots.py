"""One key, many doors: each password opens its own slot and nothing else does."""

import base64
import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from needsform.models.errors import InputError, NeedsformError, WorldError
from needsform.storage.key_file import read_key_file, write_key_file
from needsform.storage.key_slots import (
    KdfParameters,
    KeySlot,
    KeySlots,
    SlotKind,
    new_recovery_key,
    normalised_recovery_key,
)
from tests.ward import CHEAP, entropy


@pytest.fixture
def recovery_key() -> str:
    """What is printed and put into the safe."""
    return new_recovery_key(entropy(7))


@pytest.fixture
def slots(key: bytes, recovery_key: str) -> KeySlots:
    """The doors of a store with two members of staff and a printed recovery key."""
    chance = entropy(3)
    return (
        KeySlots("store")
        .with_slot(SlotKind.PASSWORD, "karin", "kaffe med mælk", key, CHEAP, chance)
        .with_slot(SlotKind.PASSWORD, "mads", "rundstykker", key, CHEAP, chance)
        .with_slot(SlotKind.RECOVERY, "", normalised_recovery_key(recovery_key), key, CHEAP, chance)
    )


def heard(act: Callable[[], object]) -> str:
    """What the user hears when something is refused."""
    with pytest.raises(NeedsformError) as error:
        act()
    return error.value.message.message_id


def test_everybody_opens_with_their_own_password_and_gets_the_same_key(slots: KeySlots, key: bytes) -> None:
    assert slots.unlock("karin", "kaffe med mælk") == slots.unlock("mads", "rundstykker") == (key,)


@pytest.mark.parametrize(
    ("login", "password"),
    [("karin", "rundstykker"), ("karin", ""), ("karin", "Kaffe med mælk"), ("nobody", "kaffe med mælk"), ("", "")],
)
def test_who_is_wrong_is_not_told_in_what(slots: KeySlots, login: str, password: str) -> None:
    with pytest.raises(InputError) as error:
        slots.unlock(login, password)
    assert (error.value.message.message_id, error.value.field) == ("unlock.wrong", "password")


def test_an_unknown_name_costs_a_guesser_as_much_as_a_wrong_password(key: bytes) -> None:
    derived: list[KdfParameters] = []

    class Counted(KdfParameters):
        def derive(self, secret: str, salt: bytes) -> bytes:
            derived.append(self)
            return super().derive(secret, salt)

    counted = KeySlots("store").with_slot(SlotKind.PASSWORD, "karin", "a", key, Counted(32, 1, 1), entropy())
    derived.clear()
    assert heard(lambda: counted.unlock("karin", "b")) == "unlock.wrong"
    assert heard(lambda: counted.unlock("nobody", "b")) == "unlock.wrong"
    assert derived == [Counted(32, 1, 1)] * 2


def test_a_store_without_any_slot_opens_for_nobody() -> None:
    assert heard(lambda: KeySlots("store").unlock("karin", "a")) == "unlock.wrong"
    assert heard(lambda: KeySlots("store").unlock_with_recovery_key("a")) == "unlock.recovery_wrong"


def test_a_password_is_the_same_from_every_keyboard(slots: KeySlots, key: bytes) -> None:
    """A Mac may send "æ" as one character and "å" as two."""
    decomposed = unicodedata.normalize("NFD", "blåbær på grød")
    slots = slots.with_slot(SlotKind.PASSWORD, "åse", decomposed, key, CHEAP, entropy())
    assert slots.unlock("åse", unicodedata.normalize("NFC", decomposed)) == (key,)


def test_half_a_character_in_a_password_is_only_a_wrong_password(slots: KeySlots) -> None:
    assert heard(lambda: slots.unlock("karin", "\ud83d")) == "unlock.wrong"


def test_a_new_password_takes_the_place_of_the_old_one(slots: KeySlots, key: bytes) -> None:
    changed = slots.with_slot(SlotKind.PASSWORD, "karin", "te uden sukker", key, CHEAP, entropy())
    assert changed.unlock("karin", "te uden sukker") == (key,)
    assert heard(lambda: changed.unlock("karin", "kaffe med mælk")) == "unlock.wrong"
    assert len(changed.slots) == len(slots.slots)


def test_taking_a_slot_away_needs_nobody_elses_password(slots: KeySlots, key: bytes, recovery_key: str) -> None:
    without = slots.without_slot("karin")
    assert (slots.has_login("karin"), without.has_login("karin")) == (True, False)
    assert heard(lambda: without.unlock("karin", "kaffe med mælk")) == "unlock.wrong"
    assert without.unlock("mads", "rundstykker") == without.unlock_with_recovery_key(recovery_key) == (key,)


def test_nobody_can_be_called_like_the_recovery_slot(slots: KeySlots, recovery_key: str, key: bytes) -> None:
    assert not slots.has_login("")
    assert slots.without_slot("").unlock_with_recovery_key(recovery_key) == (key,)


@pytest.mark.parametrize(
    "typed",
    [
        lambda printed: printed,
        lambda printed: printed.lower(),
        lambda printed: printed.replace("-", ""),
        lambda printed: printed.replace("-", " "),
        lambda printed: f"  {printed}\n",
        lambda printed: printed.replace("0", "O").replace("1", "l"),
        lambda printed: printed.replace("0", "o").replace("1", "I"),
    ],
)
def test_the_printed_key_opens_as_people_type_it(
    slots: KeySlots, key: bytes, recovery_key: str, typed: Callable[[str], str]
) -> None:
    assert "0" in recovery_key
    assert slots.unlock_with_recovery_key(typed(recovery_key)) == (key,)


def test_a_wrong_recovery_key_opens_nothing(slots: KeySlots, recovery_key: str) -> None:
    other = new_recovery_key(entropy(8))
    for typed in ("", other, recovery_key[:-1], recovery_key + "7"):
        assert heard(partial(slots.unlock_with_recovery_key, typed)) == "unlock.recovery_wrong"


def test_a_recovery_key_is_eight_groups_of_four_and_holds_every_random_bit() -> None:
    printed = new_recovery_key(lambda length: bytes(range(length)))
    assert [len(group) for group in printed.split("-")] == [4] * 8
    number = 0
    for letter in normalised_recovery_key(printed):
        number = number * 32 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(letter)
    assert number.to_bytes(20, "big") == bytes(range(20))


def test_the_usual_cost_of_a_guess_is_the_second_profile_of_rfc_9106() -> None:
    assert KdfParameters() == KdfParameters(memory_kib=64 * 1024, iterations=3, lanes=4)
    assert KdfParameters().are_sound


def test_slots_cannot_be_carried_to_another_store_or_person_or_kind(slots: KeySlots, key: bytes) -> None:
    karins = next(slot for slot in slots.slots if slot.holder == "karin")
    elsewhere = KeySlots("another store", slots.slots)
    assert heard(lambda: elsewhere.unlock("karin", "kaffe med mælk")) == "unlock.wrong"
    renamed = KeySlots("store", (type(karins)("eve", *(getattr(karins, n) for n in karins.__slots__[1:])),))
    assert heard(lambda: renamed.unlock("eve", "kaffe med mælk")) == "unlock.wrong"
    as_recovery = KeySlots("store", (replace(karins, holder="", kind=SlotKind.RECOVERY),))
    assert heard(lambda: as_recovery.unlock_with_recovery_key("KAFFEMEDMK")) == "unlock.recovery_wrong"
    assert slots.unlock("karin", "kaffe med mælk") == (key,)


def first_version(slots: KeySlots, login: str, password: str, key: bytes) -> KeySlots:
    """The same slots, one of them as the first version of the program wrote it: the password wraps the data key."""
    slot = slots.slot_of(login)
    assert slot is not None
    bound = f"needsform|1|{slots.store_id}|password|{login}".encode()
    wrapped = AESGCM(slot.kdf.derive(password, slot.salt)).encrypt(slot.nonce, key, bound)
    return slots.holding(KeySlot(login, SlotKind.PASSWORD, slot.kdf, slot.salt, slot.nonce, wrapped))


def test_a_slot_of_the_first_version_still_opens_and_asks_to_be_renewed(slots: KeySlots, key: bytes) -> None:
    old = first_version(slots, "karin", "kaffe med mælk", key)
    assert old.unlock("karin", "kaffe med mælk") == (key,)
    assert heard(lambda: old.unlock("karin", "rundstykker")) == "unlock.wrong"
    asks = {slot.holder: slot.is_older_than(CHEAP) for slot in old.slots}
    assert asks == {"karin": True, "mads": False, "": False}


def test_a_key_file_of_the_first_version_is_read(slots: KeySlots, key: bytes, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    write_key_file(path, first_version(slots, "karin", "kaffe med mælk", key))
    data = json.loads(path.read_bytes())
    data["format"] = 1
    del data["generation"]
    path.write_text(json.dumps(data), encoding="utf-8")
    read = read_key_file(path)
    assert (read.generation, read.unlock("karin", "kaffe med mælk")) == (0, (key,))


def test_a_new_data_key_reaches_everybody_without_anybodys_password(
    slots: KeySlots, key: bytes, recovery_key: str
) -> None:
    new = bytes(32)
    anew = slots.sealed_anew(new)
    assert anew.unlock("karin", "kaffe med mælk") == anew.unlock("mads", "rundstykker") == (new,)
    assert anew.unlock_with_recovery_key(recovery_key) == (new,)
    assert slots.unlock("karin", "kaffe med mælk") == (key,)
    assert anew.generation > slots.generation


def test_on_the_way_to_a_new_key_each_slot_opens_both(slots: KeySlots, key: bytes, tmp_path: Path) -> None:
    new = bytes(32)
    both = slots.on_the_way_to(slots.sealed_anew(new))
    write_key_file(tmp_path / "keys.json", both)
    read = read_key_file(tmp_path / "keys.json")
    assert read == both
    assert read.unlock("mads", "rundstykker") == (key, new)
    assert (slots.is_on_the_way, read.is_on_the_way) == (False, True)


def test_a_slot_of_the_first_version_does_not_come_along_to_a_new_key(slots: KeySlots, key: bytes) -> None:
    old = first_version(slots, "karin", "kaffe med mælk", key)
    anew = old.sealed_anew(bytes(32))
    assert (anew.has_login("karin"), anew.has_login("mads")) == (False, True)
    assert old.on_the_way_to(anew).unlock("karin", "kaffe med mælk") == (key,)


def test_a_sealed_key_cannot_be_carried_from_slot_to_slot(slots: KeySlots) -> None:
    karins, mads = slots.slot_of("karin"), slots.slot_of("mads")
    assert karins is not None
    assert mads is not None
    mixed = slots.holding(replace(karins, sealed=mads.sealed))
    assert heard(lambda: mixed.unlock("karin", "kaffe med mælk")) == "unlock.wrong"


@pytest.mark.parametrize(
    ("kdf", "is_weaker"),
    [
        (KdfParameters(), False),
        (KdfParameters(memory_kib=128 * 1024), False),
        (KdfParameters(memory_kib=32 * 1024), True),
        (KdfParameters(iterations=2), True),
        (KdfParameters(lanes=1), False),
    ],
)
def test_a_guess_is_cheaper_with_less_memory_or_fewer_passes(kdf: KdfParameters, is_weaker: bool) -> None:
    assert kdf.is_weaker_than(KdfParameters()) is is_weaker


def test_slots_of_people_who_are_not_known_are_let_go(slots: KeySlots, key: bytes, recovery_key: str) -> None:
    kept = slots.of_logins(frozenset({"mads", "nina"}))
    assert (kept.has_login("karin"), kept.has_login("mads")) == (False, True)
    assert kept.unlock_with_recovery_key(recovery_key) == (key,)


def test_a_key_file_gives_back_what_was_written(slots: KeySlots, tmp_path: Path) -> None:
    write_key_file(tmp_path / "keys.json", slots)
    assert read_key_file(tmp_path / "keys.json") == slots


def test_the_key_file_holds_no_key_and_no_password(
    slots: KeySlots, tmp_path: Path, key: bytes, recovery_key: str
) -> None:
    write_key_file(tmp_path / "keys.json", slots)
    written = (tmp_path / "keys.json").read_text(encoding="utf-8")
    secrets = (key.hex(), base64.b64encode(key).decode(), "kaffe", "rundstykker", recovery_key, recovery_key[:9])
    assert [secret for secret in secrets if secret in written] == []
    assert "karin" in written  # so the search does find what is there


def test_a_missing_key_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert heard(lambda: read_key_file(tmp_path / "keys.json")) == "keys.missing"


def test_a_key_file_that_cannot_be_read_is_the_disks_fault(tmp_path: Path) -> None:
    assert heard(lambda: read_key_file(tmp_path)) in ("file.cannot_write", "file.no_permission")


def changed(*path: str | int, to: object) -> Callable[[dict[str, object]], None]:
    """Put something else at a place in the key file."""

    def change(data: dict[str, object]) -> None:
        place: object = data
        for step in path[:-1]:
            place = place[step]  # type: ignore[index]
        place[path[-1]] = to  # type: ignore[index]

    return change


@pytest.mark.parametrize(
    "change",
    [
        changed("format", to="1"),
        changed("format", to=0),
        changed("store", to=7),
        changed("slots", to={}),
        changed("slots", 0, to="karin"),
        changed("slots", 0, "holder", to=None),
        changed("slots", 0, "kind", to="master"),
        changed("slots", 0, "kdf", to="argon2id"),
        changed("slots", 0, "kdf", "name", to="md5"),
        changed("slots", 0, "kdf", "memory_kib", to=2**40),
        changed("slots", 0, "kdf", "memory_kib", to=7),
        changed("slots", 0, "kdf", "iterations", to=0),
        changed("slots", 0, "kdf", "iterations", to=10**9),
        changed("slots", 0, "kdf", "lanes", to=0),
        changed("slots", 0, "kdf", "lanes", to=10**6),
        changed("slots", 0, "salt", to="not base64!"),
        changed("slots", 0, "salt", to="AAAA"),
        changed("slots", 0, "nonce", to=""),
        changed("slots", 0, "wrapped", to="AAAA"),
        changed("slots", 0, "public", to="AAAA"),
        changed("slots", 0, "sealed", to=7),
        changed("slots", 0, "sealed_next", to="AAAA"),
        changed("generation", to="7"),
    ],
)
def test_a_key_file_with_anything_wrong_in_it_is_called_damaged(
    slots: KeySlots, tmp_path: Path, change: Callable[[dict[str, object]], None]
) -> None:
    path = tmp_path / "keys.json"
    write_key_file(path, slots)
    data = json.loads(path.read_bytes())
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")
    assert heard(lambda: read_key_file(path)) == "keys.damaged"


def test_a_key_file_of_a_newer_program_is_called_newer(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text('{"format": 3, "doors": []}', encoding="utf-8")
    assert heard(lambda: read_key_file(path)) == "keys.newer"


@given(st.binary(max_size=200) | st.text(alphabet='[]{}":,01formatslots ', max_size=80).map(str.encode))
def test_nothing_that_lies_there_instead_of_keys_is_more_than_damage(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("keys") / "keys.json"
    path.write_bytes(data)
    with pytest.raises(WorldError) as error:
        read_key_file(path)
    assert error.value.message.message_id in ("keys.damaged", "keys.newer")
