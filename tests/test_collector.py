"""The collector rests for a while and is left as it was found."""

import gc
from collections.abc import Iterator

import pytest

from crm_desktop.collector import collector_resting


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("before", [gc.enable, gc.disable], ids=["on", "off"])
def test_the_collector_rests_and_is_left_as_it_was(before: object) -> None:
    assert callable(before)
    before()
    was_on = gc.isenabled()

    with collector_resting():
        meanwhile = gc.isenabled()

    assert not meanwhile
    assert gc.isenabled() is was_on


def test_the_collector_comes_back_after_an_error() -> None:
    gc.enable()

    with pytest.raises(ZeroDivisionError), collector_resting():
        _ = 1 // 0

    assert gc.isenabled()
