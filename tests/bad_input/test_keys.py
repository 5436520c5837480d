"""Wrong passphrases and damaged files of keys: told, kept, nothing half done."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable

import pytest

from tests.shells import Shell
from tests.vaults import PASSPHRASE

WRONG = "not this one at all"
Damage = Callable[[bytes], bytes]


def test_a_wrong_passphrase_says_how_long_to_wait(spoken: Shell) -> None:
    before = spoken.files()

    for seconds in (5, 10, 30):
        assert str(seconds) in spoken.told("due", lines=(WRONG,))
        # A new process knows of the wait as well: the right one is not even looked at.
        assert str(seconds) in spoken.told("due", lines=(PASSPHRASE,))
        spoken.clock.advance(dt.timedelta(seconds=seconds))

    assert spoken.run("due") == 0
    assert spoken.files() == before


def test_the_clock_put_back_does_not_shorten_the_wait(shell: Shell) -> None:
    shell.told("due", lines=(WRONG,))
    shell.clock.set(shell.clock.now() - dt.timedelta(days=400))

    assert "5" in shell.told("due")

    shell.clock.advance(dt.timedelta(seconds=6))
    assert shell.run("due") == 0


@pytest.mark.parametrize("garbage", [b"", b"{", b"[]", b'{"wrong":-1,"last":"x"}', b"\xff" * 99])
def test_a_damaged_count_of_tries_keeps_nobody_out(shell: Shell, garbage: bytes) -> None:
    shell.book.tries.write_bytes(garbage)

    assert shell.run("due") == 0


@pytest.mark.parametrize("lines", [(), ("",), ("\x00",), ("密" * 5000,), ("\ud800",)])
def test_an_odd_passphrase_is_refused_in_one_sentence(
    spoken: Shell, lines: tuple[str, ...]
) -> None:
    spoken.told("due", lines=lines)


DAMAGES: dict[str, Damage] = {
    "empty": lambda _data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "one byte short": lambda data: data[:-1],
    "one byte more": lambda data: data + b"\n",
    "flipped bit": lambda data: bytes([*data[:200], data[200] ^ 1, *data[201:]]),
    "other json": lambda _data: b'{"hello":"world"}',
    "a list": lambda _data: b"[]",
    "deep": lambda _data: b"[" * 10_000,
    "null": lambda _data: b"null",
    "huge": lambda data: data * 100,
    "binary": lambda _data: bytes(range(256)),
    "future": lambda data: data.replace(b'"version":1', b'"version":2'),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("command", [("due",), ("export", "out.json"), ("passphrase",)])
def test_a_damaged_file_of_keys_is_named(
    spoken: Shell, damage: Damage, command: tuple[str, ...]
) -> None:
    for path in (spoken.book.slots, spoken.book.previous_slots):
        path.write_bytes(damage(path.read_bytes()))
    before = spoken.files()

    told = spoken.told(*command)

    assert spoken.book.slots.name in told
    assert spoken.files() == before


def test_no_flipped_bit_of_the_keys_gets_through(shell: Shell) -> None:
    shell.book.previous_slots.unlink()
    whole = shell.book.slots.read_bytes()

    for bit in range(0, len(whole) * 8, 131):
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        shell.book.slots.write_bytes(data)
        assert "slots.json" in shell.told("due")

    shell.book.slots.write_bytes(whole)
    assert shell.run("due") == 0


@pytest.mark.parametrize("damage", [DAMAGES["flipped bit"], DAMAGES["empty"]])
@pytest.mark.parametrize("name", ["slots.json", "slots.previous.json"])
def test_one_damaged_file_of_keys_is_made_whole_by_its_twin(
    shell: Shell, name: str, damage: Damage
) -> None:
    path = shell.book.path / name
    path.write_bytes(damage(path.read_bytes()))

    assert shell.run("due") == 0
    assert shell.run("verify") == 0

    assert len(shell.everything()["clients"]) == 3


def canonical(body: object) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode()


def test_cheaper_keys_forged_with_a_right_sum_are_refused(shell: Shell) -> None:
    for path in (shell.book.slots, shell.book.previous_slots):
        body = json.loads(path.read_bytes())
        body["slots"][0]["cost"]["memory"] = 8
        del body["sum"]
        body["sum"] = hashlib.sha256(canonical(body)).hexdigest()
        path.write_bytes(canonical(body))

    assert "slots.json" in shell.told("due")


def test_a_backup_brings_back_a_book_whose_keys_are_damaged(shell: Shell) -> None:
    safe = shell.folder / "safe"
    shell.done("backup", str(safe))
    for path in (shell.book.slots, shell.book.previous_slots):
        path.write_bytes(b"")

    shell.done("restore", str(next(safe.iterdir())))

    assert len(shell.everything()["clients"]) == 3
