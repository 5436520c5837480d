"""Keys, passphrases, the recovery code."""

import itertools

import pytest

from crm_desktop.domain.errors import RecoveryCodeMistyped
from crm_desktop.security import passphrase as passphrases
from crm_desktop.security import recovery
from crm_desktop.security.keys import Keys, Purpose
from crm_desktop.security.passphrase import CEILING, DEFAULT, FLOOR

SECRET = bytes(range(240, 256))
CODE = recovery.written(SECRET)


def test_each_purpose_has_a_key_of_its_own_that_never_changes() -> None:
    keys = Keys(bytes(31) + bytes([1]))

    found = {purpose: bytes(keys.derive(purpose)).hex() for purpose in Purpose}

    assert len(set(found.values())) == len(Purpose)
    assert found[Purpose.DATABASE].startswith("c93990744ff5f6c1")


def test_a_wiped_key_derives_nothing() -> None:
    keys = Keys.new()
    keys.wipe()

    assert keys.is_wiped
    with pytest.raises(ValueError, match="wiped"):
        keys.derive(Purpose.DATABASE)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_vault_key_has_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="32"):
        Keys(bytes(length))


def test_look_alike_forms_of_a_passphrase_are_one() -> None:
    salt = bytes(16)

    assert passphrases.derive("ｌａｍｐ１２", salt, FLOOR) == passphrases.derive(
        "lamp12", salt, FLOOR
    )


@pytest.mark.parametrize(
    ("seconds", "iterations", "memory"),
    [
        (0.7, 3, DEFAULT.memory),
        (0.35, 6, DEFAULT.memory),
        (0.01, CEILING.iterations, DEFAULT.memory),
        (1.3, 3, DEFAULT.memory),
        (5.0, FLOOR.iterations, FLOOR.memory),
    ],
)
def test_the_cost_follows_the_machine(
    monkeypatch: pytest.MonkeyPatch, seconds: float, iterations: int, memory: int
) -> None:
    ticks = itertools.count(step=seconds)
    monkeypatch.setattr(passphrases, "derive", lambda *_: bytearray(32))

    cost = passphrases.calibrated(lambda: float(next(ticks)))

    assert (cost.iterations, cost.memory) == (iterations, memory)
    assert cost.is_within(FLOOR, CEILING)


def test_a_machine_without_the_memory_gets_the_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_: object) -> bytearray:
        raise MemoryError

    monkeypatch.setattr(passphrases, "derive", no_memory)

    assert passphrases.calibrated(lambda: 0.0) == FLOOR


def test_a_code_is_eight_groups_of_six_digits() -> None:
    groups = CODE.split("-")

    assert [len(group) for group in groups] == [6] * 8
    assert recovery.read(CODE) == SECRET
    assert recovery.new_code() != recovery.new_code()


@pytest.mark.parametrize(
    "typed",
    [
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        f"  {CODE}\n",
        CODE.replace("-", "\n"),
        CODE.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}),
        CODE.replace("-", "－"),
    ],
)
def test_a_code_may_be_typed_in_any_shape(typed: str) -> None:
    assert recovery.read(typed) == SECRET


def test_every_wrong_digit_and_swap_shows_in_its_own_group() -> None:
    groups = CODE.split("-")
    for place, group in enumerate(groups):
        slips = {
            group[:at] + str(digit) + group[at + 1 :] for at in range(6) for digit in range(10)
        }
        slips |= {group[:at] + group[at + 1] + group[at] + group[at + 2 :] for at in range(5)}
        for slip in slips - {group}:
            with pytest.raises(RecoveryCodeMistyped) as caught:
                recovery.read("-".join([*groups[:place], slip, *groups[place + 1 :]]))
            assert caught.value.groups == (place + 1,)


def test_groups_in_the_wrong_order_show() -> None:
    groups = CODE.split("-")

    with pytest.raises(RecoveryCodeMistyped) as caught:
        recovery.read("-".join([groups[1], groups[0], *groups[2:]]))

    assert caught.value.groups == (1, 2)


@pytest.mark.parametrize("typed", ["", "123456", f"{CODE}-123456", CODE[:-1], "hello", f"x{CODE}"])
def test_a_code_of_another_shape_names_its_groups(typed: str) -> None:
    with pytest.raises(RecoveryCodeMistyped) as caught:
        recovery.read(typed)

    assert set(caught.value.groups) <= set(range(1, 9))
