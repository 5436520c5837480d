"""How it is stored: one SQLAlchemy mapped class per table, no session and no logic.

What the first page reads is mapped at once, the rest when first asked for (docs/decisions/062).
"""

import importlib
from typing import TYPE_CHECKING

from crm_desktop.models.base import Base
from crm_desktop.models.book import ReminderRow, SettingRow
from crm_desktop.models.derived import (
    CLIENT_INDEX,
    CLIENT_KEYS,
    CLIENT_SEARCH,
    CLIENT_TEXT,
    DATE_BUCKET,
    DERIVED,
    DERIVED_VERSION,
    OPEN_FOLLOW_UP,
    ClientIndexRow,
)
from crm_desktop.models.journal import ChangeEntryRow, ChangeRow

if TYPE_CHECKING:
    from crm_desktop.models.care import (
        ActivityGuestRow,
        ActivityRow,
        ComplaintRow,
        ContactRow,
        FestivalMarkRow,
        GiftRow,
        PointsEntryRow,
        PromiseRow,
        SupplierRow,
    )
    from crm_desktop.models.client import (
        ClientRow,
        ClinicCardRow,
        ConsentRow,
        FactSourceRow,
        PhoneRow,
        PreferenceRow,
        TagRow,
    )
    from crm_desktop.models.clinic import (
        BillRow,
        CompletedProjectRow,
        DepositRow,
        PackageRow,
        PotentialProjectRow,
        VisitRow,
    )
    from crm_desktop.models.exchange import (
        CounterpartRow,
        ImportProfileRow,
        ImportRunRow,
        SyncBaseRow,
        SyncContentRow,
    )
    from crm_desktop.models.family import ClientDateRow, PersonRow
    from crm_desktop.models.kept import (
        ExportRow,
        GreetingTemplateRow,
        SmartListRow,
        TombstoneRow,
    )
    from crm_desktop.models.papers import AttachmentRow, NotSameRow
    from crm_desktop.models.schema import JOURNALLED, create_schema, json_of, renew_triggers

_LATER = ("client", "family", "care", "clinic", "exchange", "kept", "papers", "schema")

__all__ = [
    "CLIENT_INDEX",
    "CLIENT_KEYS",
    "CLIENT_SEARCH",
    "CLIENT_TEXT",
    "DATE_BUCKET",
    "DERIVED",
    "DERIVED_VERSION",
    "JOURNALLED",
    "OPEN_FOLLOW_UP",
    "ActivityGuestRow",
    "ActivityRow",
    "AttachmentRow",
    "Base",
    "BillRow",
    "ChangeEntryRow",
    "ChangeRow",
    "ClientDateRow",
    "ClientIndexRow",
    "ClientRow",
    "ClinicCardRow",
    "ComplaintRow",
    "CompletedProjectRow",
    "ConsentRow",
    "ContactRow",
    "CounterpartRow",
    "DepositRow",
    "ExportRow",
    "FactSourceRow",
    "FestivalMarkRow",
    "GiftRow",
    "GreetingTemplateRow",
    "ImportProfileRow",
    "ImportRunRow",
    "NotSameRow",
    "PackageRow",
    "PersonRow",
    "PhoneRow",
    "PointsEntryRow",
    "PotentialProjectRow",
    "PreferenceRow",
    "PromiseRow",
    "ReminderRow",
    "SettingRow",
    "SmartListRow",
    "SupplierRow",
    "SyncBaseRow",
    "SyncContentRow",
    "TagRow",
    "TombstoneRow",
    "VisitRow",
    "create_schema",
    "json_of",
    "renew_triggers",
]


def __getattr__(name: str) -> object:
    """Return what the modules of `_LATER` define, which are loaded together; PEP 562."""
    if name in __all__:
        for later in _LATER:
            found = vars(importlib.import_module(f"{__name__}.{later}"))
            globals().update((known, found[known]) for known in __all__ if known in found)
        return globals()[name]
    raise AttributeError(name)
