"""The client file as frozen records: one class per kind of fact, as the services return them.

Amounts are integers in 分 (fen), days are local days, `id` is `NEW` (0) until stored.
"""

from crm_desktop.domain.records.book import GreetingTemplate, SmartList
from crm_desktop.domain.records.care import (
    Activity,
    ActivityGuest,
    Complaint,
    Contact,
    Gift,
    PointsEntry,
    Promise,
)
from crm_desktop.domain.records.change import Change
from crm_desktop.domain.records.client import (
    Attachment,
    Client,
    ClinicCard,
    Consent,
    FactSource,
    NotSame,
    Phone,
    Preference,
    Tag,
)
from crm_desktop.domain.records.clinic import (
    Bill,
    CompletedProject,
    Deposit,
    Package,
    PotentialProject,
    Visit,
)
from crm_desktop.domain.records.enums import (
    AttachmentKind,
    BillKind,
    ComplaintState,
    ConsentKind,
    DateKind,
    DepositState,
    GiftState,
    GuestState,
    Knows,
    LeadState,
    PointsKind,
    PreferenceKind,
    PromiseState,
    Relation,
    Sex,
    Tier,
    VisitType,
)
from crm_desktop.domain.records.family import ClientDate, Person

NEW = 0

__all__ = [
    "NEW",
    "Activity",
    "ActivityGuest",
    "Attachment",
    "AttachmentKind",
    "Bill",
    "BillKind",
    "Change",
    "Client",
    "ClientDate",
    "ClinicCard",
    "Complaint",
    "ComplaintState",
    "CompletedProject",
    "Consent",
    "ConsentKind",
    "Contact",
    "DateKind",
    "Deposit",
    "DepositState",
    "FactSource",
    "Gift",
    "GiftState",
    "GreetingTemplate",
    "GuestState",
    "Knows",
    "LeadState",
    "NotSame",
    "Package",
    "Person",
    "Phone",
    "PointsEntry",
    "PointsKind",
    "PotentialProject",
    "Preference",
    "PreferenceKind",
    "Promise",
    "PromiseState",
    "Relation",
    "Sex",
    "SmartList",
    "Tag",
    "Tier",
    "Visit",
    "VisitType",
]
