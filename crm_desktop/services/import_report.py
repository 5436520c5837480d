"""What an import came to, as the contract of `import --json` has it."""

from collections.abc import Mapping
from dataclasses import dataclass

from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.import_plan import ImportPlan, ListKind, Outcome, SheetRead
from crm_desktop.services.import_summary import ImportSummary

Json = str | int | bool | None | list["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """The counts, the sheets and every cell that was not taken.

    `undo_id` is the change that took the list in, None for a dry run or where nothing was new;
    `summary` is what it meant and `run_id` its number in the log, None where nothing was written.
    """

    file: str
    counts: Mapping[Outcome, int]
    sheets: tuple[SheetRead, ...]
    problems: tuple[CellProblem, ...]
    applied: bool
    undo_id: int | None = None
    kind: ListKind = ListKind.OWN_LIST
    profile: str | None = None
    summary: ImportSummary | None = None
    run_id: int | None = None

    @property
    def rows(self) -> int:
        """Return how many rows were read."""
        return sum(self.counts.values())

    def to_json(self) -> dict[str, Json]:
        """Return exactly the keys of the contract."""
        return {
            "file": self.file,
            "kind": self.kind.value,
            "profile": self.profile,
            "sheets": [_sheet(sheet) for sheet in self.sheets],
            "rows": self.rows,
            **{outcome.value: self.counts[outcome] for outcome in Outcome},
            "problems": [_problem(problem) for problem in self.problems],
            "applied": self.applied,
            "undo_id": self.undo_id,
        }


def report_of(plan: ImportPlan, *, applied: bool, undo_id: int | None = None) -> ImportReport:
    """Return what `plan` came to, or would come to."""
    return ImportReport(
        file=plan.options.source,
        counts=plan.counts,
        sheets=plan.sheets,
        problems=plan.problems,
        applied=applied,
        undo_id=undo_id,
        kind=plan.options.kind,
        profile=plan.profile or None,
    )


def _sheet(sheet: SheetRead) -> dict[str, Json]:
    return {
        "name": sheet.name,
        "header_row": sheet.header_row,
        "mapping": {heading: str(name) for heading, name in sheet.mapping.items()},
        "ignored": list(sheet.ignored),
    }


def _problem(problem: CellProblem) -> dict[str, Json]:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "field": problem.field,
        "code": problem.code.value,
        "raw": problem.raw,
    }
