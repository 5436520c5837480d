"""The slot file: every flipped bit and every mutation is damaged or refused, never a crash.

`CRM_FLIPS=all` tries every bit instead of every seventh.
"""

import hashlib
import json
import os
import pathlib
import random
from dataclasses import replace

import pytest

from crm_desktop.domain.errors import CrmError, SlotsDamaged, SlotsTampered, SlotsTooNew
from crm_desktop.security import slots, wrapping
from crm_desktop.security.keys import Keys
from crm_desktop.security.passphrase import CEILING, FLOOR
from crm_desktop.security.recovery import new_code
from crm_desktop.security.slots import Slot, SlotFile, SlotKind

PATH = pathlib.Path("slots.json")
STEP = 1 if os.environ.get("CRM_FLIPS") == "all" else 7
MUTATIONS = 3000
KEYS = Keys(bytes(range(32)))
BOOK = bytes(16)
CODE = new_code()
FILE = SlotFile(
    book=BOOK,
    revision=3,
    generation=2,
    salt=bytes(16),
    slots=(
        Slot(kind=SlotKind.PASSPHRASE, salt=bytes(16), wrapped=bytes(60), cost=FLOOR),
        wrapping.for_code(KEYS, BOOK, CODE),
    ),
)
WHOLE = slots.encode(FILE, KEYS)


def resealed(body: dict[str, object]) -> bytes:
    """Return a forged body with a right sum, as somebody would make it who read this code."""
    body.pop("sum", None)
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    body["sum"] = hashlib.sha256(text.encode()).hexdigest()
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode()


def opens(data: bytes) -> bool:
    """Say whether the book would open with this slot file and the right code."""
    try:
        file = slots.decode(data, PATH)
        slot = file.slot(SlotKind.CODE)
        keys = wrapping.open_with_code(slot, file.book, CODE) if slot else None
        if keys is None:
            return False
        slots.check_seal(file, keys, PATH)
    except CrmError:
        return False
    return True


def test_what_was_written_is_read_again() -> None:
    read = slots.decode(WHOLE, PATH)

    assert replace(read, mac=b"") == FILE
    slots.check_seal(read, KEYS, PATH)
    assert opens(WHOLE)


def test_every_flipped_bit_is_damage() -> None:
    passed = []
    for bit in range(0, len(WHOLE) * 8, STEP):
        data = bytearray(WHOLE)
        data[bit // 8] ^= 1 << bit % 8
        try:
            slots.decode(bytes(data), PATH)
        except SlotsDamaged:
            continue
        passed.append(bit)

    assert passed == []


def test_mutations_never_open_and_never_crash() -> None:
    chance = random.Random(7)
    opened = 0
    for _ in range(MUTATIONS):
        data = bytearray(WHOLE)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    del data[place : place + chance.randint(1, 40)]
                case 1:
                    data[place:place] = chance.randbytes(chance.randint(1, 20))
                case 2:
                    data[place] = chance.randrange(256)
                case _:
                    data[place : place + 8] = data[-8:]
            data = data or bytearray(b"{")
        opened += bytes(data) != WHOLE and opens(bytes(data))

    assert opened == 0


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"null", b"[" * 10_000, b"{" * 20_000, "{}".encode("utf-16"), b"\xff" * 99],
)
def test_something_else_is_damaged(data: bytes) -> None:
    with pytest.raises(SlotsDamaged):
        slots.decode(data, PATH)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("memory", FLOOR.memory - 1),
        ("memory", CEILING.memory + 1),
        ("iterations", FLOOR.iterations - 1),
        ("iterations", CEILING.iterations + 1),
        ("lanes", 0),
        ("lanes", CEILING.lanes + 1),
        ("memory", True),
        ("memory", 65536.0),
        ("memory", "65536"),
    ],
)
def test_a_forged_cost_is_refused_before_it_is_worked_out(part: str, value: object) -> None:
    body = json.loads(WHOLE)
    next(slot for slot in body["slots"] if "cost" in slot)["cost"][part] = value

    with pytest.raises(SlotsDamaged):
        slots.decode(resealed(body), PATH)


@pytest.mark.parametrize(
    ("part", "value"),
    [("generation", 1), ("revision", 9), ("salt", "ff" * 16), ("mac", "00" * 32)],
)
def test_a_forged_value_with_a_right_sum_is_tampering(part: str, value: object) -> None:
    body = json.loads(WHOLE)
    body[part] = value
    file = slots.decode(resealed(body), PATH)

    with pytest.raises(SlotsTampered):
        slots.check_seal(file, KEYS, PATH)


def test_a_cost_within_bounds_but_not_ours_does_not_unwrap() -> None:
    slot = wrapping.for_passphrase(KEYS, BOOK, "huhu-tiger-lamp", FLOOR)
    forged = replace(slot, cost=replace(FLOOR, lanes=2))

    assert wrapping.open_with_passphrase(slot, BOOK, "huhu-tiger-lamp") is not None
    assert wrapping.open_with_passphrase(forged, BOOK, "huhu-tiger-lamp") is None


def test_a_slot_of_another_book_does_not_unwrap() -> None:
    slot = wrapping.for_code(KEYS, BOOK, CODE)

    assert wrapping.open_with_code(slot, bytes([1]) * 16, CODE) is None


def test_a_newer_file_is_told_as_newer() -> None:
    body = json.loads(WHOLE)
    body["version"] = slots.VERSION + 1

    with pytest.raises(SlotsTooNew):
        slots.decode(resealed(body), PATH)


@pytest.mark.parametrize("kinds", [(), ("code",), ("passphrase", "passphrase")])
def test_a_book_has_its_passphrase_exactly_once(kinds: tuple[str, ...]) -> None:
    body = json.loads(WHOLE)
    by_kind = {slot["kind"]: slot for slot in body["slots"]}
    body["slots"] = [by_kind[kind] for kind in kinds]

    with pytest.raises(SlotsDamaged):
        slots.decode(resealed(body), PATH)


def test_nothing_in_the_file_is_the_key() -> None:
    assert bytes(KEYS.secret).hex().encode() not in WHOLE
    assert bytes(KEYS.secret) not in WHOLE
