"""Workbooks that broke other programs, each read or refused with its reason.

Run: python -m benchmarks.odd_workbooks
"""

import pathlib
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from crm_desktop.domain.errors import CrmError
from crm_desktop.excel.reading import open_workbook

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

MOST_SECONDS: Final = 60.0
_ODD: Final = pathlib.Path(__file__).resolve().parents[2] / "shared" / "data" / "odd_workbooks"


def figures() -> list[Figure]:
    """Return how many odd workbooks went wrong, each of the ways that are none."""
    if not _ODD.is_dir():
        return [("odd workbooks", "0 / 0 / 0", "the samples are not on this machine", False)]
    lines = (_ODD / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines()[1:]
    paths = [_ODD / line.split("\t")[0] for line in lines]
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(_outcome, paths))
    counted = Counter(outcome for outcome, _ in outcomes)
    longest = max(seconds for _, seconds in outcomes)
    unhandled = counted["unhandled"]
    slow = sum(seconds > MOST_SECONDS for _, seconds in outcomes)
    told = f"0 / {unhandled} / {slow} ({counted['read']} read, longest {longest:.1f} s)"
    return [
        (
            f"{len(paths)} odd workbooks: aborts / unhandled errors / over {MOST_SECONDS:.0f} s",
            "0 / 0 / 0",
            told,
            not unhandled and not slow,
        )
    ]


def _outcome(path: pathlib.Path) -> tuple[str, float]:
    """Return how reading went; an abort would end this whole process, and the figure with it."""
    begun = time.monotonic()
    try:
        open_workbook(path)
    except CrmError:
        return "refused", time.monotonic() - begun
    except BaseException:  # noqa: BLE001 - it counts those nobody expected
        return "unhandled", time.monotonic() - begun
    return "read", time.monotonic() - begun


def main() -> None:
    """Print the figures; exit 1 when one is not reached."""
    found = figures()
    for what, asked, measured, reached in found:
        print(f"{'ok ' if reached else 'NOT'} {what}: {measured} (asked {asked})")
    sys.exit(not all(reached for *_, reached in found))


if __name__ == "__main__":
    main()
