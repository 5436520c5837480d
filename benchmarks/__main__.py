"""Every figure in one table: python -m benchmarks, or python -m benchmarks NAME ... for some."""

import importlib
import pathlib
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

_HEAD: Final = ("what", "asked", "measured", "")


def main(names: Sequence[str]) -> int:
    """Measure, print the table, and return 1 if a figure was missed."""
    known = sorted(_modules())
    unknown = set(names) - set(known)
    if unknown:
        print(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
        return 2
    found: list[Figure] = []
    for name in names or known:
        start = time.perf_counter()
        print(f"{name} ...", file=sys.stderr, flush=True)
        figures = list(importlib.import_module(f"benchmarks.{name}").figures())
        print(f"{name} took {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
        found.extend(figures)
    _show(found)
    return 0 if all(reached for *_, reached in found) else 1


def _modules() -> Iterator[str]:
    """Yield the modules beside this one that measure something, without importing any."""
    for path in pathlib.Path(__file__).parent.glob("*.py"):
        if "\ndef figures(" in path.read_text(encoding="utf-8"):
            yield path.stem


def _show(figures: Sequence[Figure]) -> None:
    rows = [_HEAD, *((*words, "reached" if reached else "MISSED") for *words, reached in figures)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        cells = (
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        )
        print("| " + " | ".join(cells) + " |")
        if row is _HEAD:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
