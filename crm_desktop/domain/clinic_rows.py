"""A line of a clinic's list of bills, as read and before anything is compared."""

from dataclasses import dataclass

from crm_desktop.domain.drafts import BillDraft, CellProblem, ClientDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class BillRow:
    """One line; `person` is what it says of her it is about, `is_held_back` one never applied."""

    sheet: str
    row_number: int
    draft: BillDraft
    person: ClientDraft
    problems: tuple[CellProblem, ...] = ()
    is_held_back: bool = False

    @property
    def is_arrival(self) -> bool:
        """Return whether nothing was bought and nothing paid: she came, and that is all."""
        return not (self.draft.project or self.draft.paid or self.draft.kind)
