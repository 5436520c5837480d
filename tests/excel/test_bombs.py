import time
from collections.abc import Callable

import pytest

from crm_desktop.domain.errors import CrmError
from crm_desktop.excel.reading import read_workbook
from tests.excel.bombs import BOMBS

MOST_SECONDS = 60.0
resource = pytest.importorskip("resource", reason="Windows does not tell the most memory held")
READ = {"zip_in_zip", "merged_a_million_times", "styles_everywhere", "old_book_of_absurd_counts"}
"""These say something once what is absurd about them is passed over."""
ENDLESS = {"open_comments"}
"""These are ended by the clock, which the test does not wait for."""


@pytest.mark.parametrize(("name", "made"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_or_read_within_bounds(
    name: str, made: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    if made.__name__ in ENDLESS:
        monkeypatch.setattr("crm_desktop.excel.child.MOST_SECONDS", 3.0)
    data = made()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.monotonic()

    try:
        read_workbook(data, name)
        outcome = "read"
    except CrmError as error:
        outcome = type(error).__name__

    assert (outcome == "read") is (made.__name__ in READ), outcome
    assert time.monotonic() - began < MOST_SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1024**2
