"""Wrong tries wait longer and longer, over restarts; nothing is ever wiped."""

import datetime as dt
import pathlib

import pytest

from crm_desktop.domain.errors import MustWait
from crm_desktop.security.tries import Tries, wait_after
from tests.fakes import FixedClock


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 0), (1, 5), (2, 10), (3, 30), (4, 60), (6, 300), (99, 300)]
)
def test_the_waits_grow_to_five_minutes(wrong: int, seconds: int) -> None:
    assert wait_after(wrong) == seconds


def test_the_wait_survives_a_restart_and_ends(tmp_path: pathlib.Path) -> None:
    clock = FixedClock()
    Tries(tmp_path / "tries.json", clock).begin()
    Tries(tmp_path / "other.json", clock)

    clock.advance(dt.timedelta(seconds=2))
    with pytest.raises(MustWait) as caught:
        Tries(tmp_path / "tries.json", clock).begin()
    clock.advance(dt.timedelta(seconds=3))
    again = Tries(tmp_path / "tries.json", clock)
    again.begin()

    assert caught.value.seconds == 3
    assert again.left() == 10


def test_a_right_try_forgets_the_wrong_ones(tmp_path: pathlib.Path) -> None:
    tries = Tries(tmp_path / "tries.json", FixedClock())
    tries.begin()

    tries.succeeded()

    assert tries.left() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_clock_set_back_neither_spares_nor_prolongs(tmp_path: pathlib.Path) -> None:
    clock = FixedClock()
    tries = Tries(tmp_path / "tries.json", clock)
    tries.begin()

    clock.set(clock.now() - dt.timedelta(days=400))
    before = tries.left()
    clock.advance(dt.timedelta(seconds=5))

    assert (before, tries.left()) == (5, 0)


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b'{"wrong": -1, "last": "x"}', b'{"wrong":1,"last":"2026-01-01"}'],
)
def test_a_file_that_makes_no_sense_does_not_lock_her_out(
    tmp_path: pathlib.Path, content: bytes
) -> None:
    (tmp_path / "tries.json").write_bytes(content)

    assert Tries(tmp_path / "tries.json", FixedClock()).left() == 0
