"""Projects in a cell: 水光针×3、热玛吉 and the like."""

import re

from crm_desktop.domain.drafts import CompletedDraft
from crm_desktop.excel.parsing.numerals import NUMERAL, number_of
from crm_desktop.excel.parsing.text import parts_of
from crm_desktop.excel.workbook import CellValue

_TIMES = re.compile(
    rf"(?P<project>.*?[^\s(（×xX*✕])\s*[(（]?\s*"
    rf"(?:[×xX*✕]\s*(?P<sign>\d+)\s*次?|(?P<words>\d+|{NUMERAL}+)\s*次)\s*[)）]?"
)


def parse_completed(value: CellValue) -> tuple[CompletedDraft, ...] | None:
    """Return the projects done with how often; one named twice is counted together."""
    times: dict[str, int] = {}
    for part in parts_of(value):
        project, count = _counted(part)
        times[project] = times.get(project, 0) + count
    return tuple(CompletedDraft(project=key, times=n) for key, n in times.items()) or None


def parse_potential(value: CellValue) -> tuple[str, ...] | None:
    """Return the projects she may want, each once; how often does not matter yet."""
    return tuple(dict.fromkeys(_counted(part)[0] for part in parts_of(value))) or None


def _counted(part: str) -> tuple[str, int]:
    found = _TIMES.fullmatch(part)
    if not found:
        return part, 1
    return found["project"].strip(), number_of(found["sign"] or found["words"]) or 1
