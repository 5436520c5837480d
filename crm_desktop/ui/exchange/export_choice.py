"""What she chose for an export, remembered on this computer: never a fact about a client."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSettings

from crm_desktop.domain.exporting import Recipient

_KIND = "export/kind"
_MASKED = "export/mask_phones"
_COLUMNS = "export/columns"


class Kind(StrEnum):
    """The four files that leave the book."""

    MANAGER = "manager"
    ME = "me"
    FLORIST = "florist"
    JSON = "json"

    @property
    def recipient(self) -> Recipient:
        """Who the file is for."""
        return Recipient.ME if self is Kind.JSON else Recipient(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """Which file, which columns (None for all), whether phones are masked."""

    kind: Kind
    columns: tuple[str, ...] | None = None
    mask_phones: bool = False


def remembered_kind(remembered: QSettings) -> Kind:
    """Return the kind exported last."""
    value = str(remembered.value(_KIND, Kind.MANAGER))
    return Kind(value) if value in set(Kind) else Kind.MANAGER


def remembered_choice(remembered: QSettings, kind: Kind) -> ExportChoice:
    """Return what was chosen for `kind` last time."""
    keys = str(remembered.value(f"{_COLUMNS}/{kind}", ""))
    masked = str(remembered.value(_MASKED, "false")) == "true"
    return ExportChoice(
        kind=kind,
        columns=tuple(keys.split()) or None,
        mask_phones=masked and kind is Kind.MANAGER,
    )


def remember(remembered: QSettings, choice: ExportChoice) -> None:
    """Keep `choice` for next time."""
    remembered.setValue(_KIND, choice.kind.value)
    remembered.setValue(f"{_COLUMNS}/{choice.kind}", " ".join(choice.columns or ()))
    if choice.kind is Kind.MANAGER:
        remembered.setValue(_MASKED, "true" if choice.mask_phones else "false")
