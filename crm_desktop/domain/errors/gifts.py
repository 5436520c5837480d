"""Problems with gifts and with where they come from."""

from collections.abc import Iterable

from crm_desktop.domain.errors.base import CrmError


class GiftWarned(CrmError):
    """The guard warns and nobody has set the reasons aside; `codes` are those of `GuardCode`."""

    def __init__(self, codes: Iterable[str]) -> None:
        self.codes = tuple(codes)
        super().__init__(", ".join(self.codes))


class GiftGoneOn(CrmError):
    """The gift of `called` that a tick left was worked on since: the tick alone cannot go."""

    def __init__(self, called: str) -> None:
        self.called = called
        super().__init__(called)


class SupplierUnnamed(CrmError):
    """A supplier without a name could not be found again; it was not kept."""
