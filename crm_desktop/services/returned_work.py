"""One row of our workbook come back while it is merged."""

from dataclasses import dataclass, field

from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.import_plan import Difference
from crm_desktop.domain.returned import ReturnedRow, SaidValue
from crm_desktop.services.returned_sides import RowHad, SheetSides
from crm_desktop.services.returned_sorting import Touched
from crm_desktop.services.sync_bases import Cells


@dataclass(slots=True)
class RowWork:
    """One row under way: what it asks of the book, and what comes of it.

    `part` is the record it is about today, "" for the client or one that is to be.
    """

    touched: Touched
    sides: SheetSides
    part: str = ""
    stated: Cells | None = None
    last: Cells | None = None
    values: dict[str, SaidValue] = field(default_factory=dict)
    cleared: set[str] = field(default_factory=set)
    differences: list[Difference] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    undecided: set[str] = field(default_factory=set)
    removes: bool = False
    is_new: bool = False
    is_refused: bool = False
    is_question: bool = False
    is_gone: bool = False

    @property
    def had(self) -> RowHad:
        """Return what the other side had of the row."""
        return RowHad(self.stated, self.last)

    @property
    def is_typed(self) -> bool:
        """Return whether it was written in by hand among rows that left with identities."""
        return not self.row.stated_hash and self.sides.said.has_identities

    @property
    def row(self) -> ReturnedRow:
        """Return what the row says."""
        return self.touched.row

    @property
    def is_idle(self) -> bool:
        """Return whether nothing is to be written."""
        return not (self.values or self.cleared or self.removes or self.is_new)

    def refuse(self) -> None:
        """Take nothing of a row that was written in: without its amount a line says too much."""
        self.is_new, self.is_refused = False, True
        self.values.clear()
        self.differences.clear()
