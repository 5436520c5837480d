"""A fact that cannot be true, or does not fit, is not written."""

from collections.abc import Iterable

from crm_desktop.domain.errors.base import CrmError
from crm_desktop.domain.findings import Finding


class FactRefused(CrmError):
    """A record was not written for what was found about its fields; what was typed is kept."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(", ".join(f"{found.field}: {found.code}" for found in self.findings))


class DayIsFixed(CrmError):
    """It falls on its day by itself, as a birthday does: only follow-ups and promises move."""
