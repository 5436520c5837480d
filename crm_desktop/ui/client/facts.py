"""The fields of every record of the client file, as the page shows them."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain import records as kinds
from crm_desktop.domain.occasions import Kind as OccasionKind
from crm_desktop.services.records import Record
from crm_desktop.ui.client.profile_facts import OF_CLIENT
from crm_desktop.ui.client.specs import (
    Kind,
    Spec,
    day,
    flag,
    long,
    money,
    number,
    of_kind,
    one_of,
    picked,
    text,
)
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_VISIT: Final = kinds.VisitType
_POINTS: Final = (0, 9_999_999)
_SCORE: Final = (1, 5)
_LEADS: Final = (*range(1, 11), 14, 21, 30, 40)
_PEOPLE: Final = (0, 40)

_LEARNT: Final = (
    day("learnt_on", QT_TRANSLATE_NOOP("Facts", "Learnt on")),
    text("learnt_from", QT_TRANSLATE_NOOP("Facts", "Learnt from")),
)


def occasions() -> list[tuple[object, str]]:
    """Return the occasions of gifts by the code that is stored."""
    return [("", "—"), *((kind.value, choice(kind)) for kind in OccasionKind)]


def leads() -> list[tuple[object, str]]:
    """Return how long ahead a date may be told: as the table says it, or by a lead of its own."""
    ahead = QCoreApplication.translate("Facts", "{days} days ahead and on the day")
    return [
        (None, QCoreApplication.translate("Facts", "As the table of leads says")),
        (0, QCoreApplication.translate("Facts", "On the day only")),
        *((days, ahead.format(days=days)) for days in _LEADS),
    ]


def client_fields() -> list[tuple[object, str]]:
    """Return the facts of the client herself by the name of their field."""
    return [("", "—"), *((spec.name, spec.words) for spec in OF_CLIENT)]


SPECS: Final[dict[type[Record], tuple[Spec, ...]]] = {
    kinds.Phone: (
        text("digits", QT_TRANSLATE_NOOP("Facts", "Phone"), needed=True),
        text("label", QT_TRANSLATE_NOOP("Facts", "Whose, what for"), first=True),
        flag("is_main", QT_TRANSLATE_NOOP("Facts", "Main number")),
        *_LEARNT,
    ),
    kinds.ClinicCard: (
        text("number", QT_TRANSLATE_NOOP("Facts", "Card number"), needed=True),
        text("source", QT_TRANSLATE_NOOP("Facts", "Of which system"), first=True),
    ),
    kinds.Preference: (
        text("text", QT_TRANSLATE_NOOP("Facts", "What"), needed=True),
        one_of("kind", QT_TRANSLATE_NOOP("Facts", "Kind"), kinds.PreferenceKind, first=True),
        of_kind("person_id", QT_TRANSLATE_NOOP("Facts", "Of whom"), Kind.PERSON, first=True),
        text("category", QT_TRANSLATE_NOOP("Facts", "Category"), first=True),
        *_LEARNT,
    ),
    kinds.Consent: (
        one_of("kind", QT_TRANSLATE_NOOP("Facts", "Consent to"), kinds.ConsentKind, first=True),
        text("purpose", QT_TRANSLATE_NOOP("Facts", "In her words"), first=True),
        day("given_on", QT_TRANSLATE_NOOP("Facts", "Given on"), first=True),
        text("channel", QT_TRANSLATE_NOOP("Facts", "How given"), first=True),
        text("text_version", QT_TRANSLATE_NOOP("Facts", "Wording")),
        day("withdrawn_on", QT_TRANSLATE_NOOP("Facts", "Withdrawn on")),
    ),
    kinds.FactSource: (
        picked("field", QT_TRANSLATE_NOOP("Facts", "Fact"), client_fields),
        day("learnt_on", QT_TRANSLATE_NOOP("Facts", "Learnt on"), first=True),
        text("learnt_from", QT_TRANSLATE_NOOP("Facts", "Learnt from"), first=True),
    ),
    kinds.Person: (
        one_of("relation", QT_TRANSLATE_NOOP("Facts", "Relation"), kinds.Relation, first=True),
        text("nickname", QT_TRANSLATE_NOOP("Facts", "Called"), first=True),
        text("name", QT_TRANSLATE_NOOP("Facts", "Name")),
        one_of("knows", QT_TRANSLATE_NOOP("Facts", "Treatments"), kinds.Knows, first=True),
        text("occupation", QT_TRANSLATE_NOOP("Facts", "Occupation or school")),
        one_of("sex", QT_TRANSLATE_NOOP("Facts", "Sex"), kinds.Sex, optional=True),
        money("income", QT_TRANSLATE_NOOP("Facts", "Yearly income")),
        number(
            "position", QT_TRANSLATE_NOOP("Facts", "Place in the list"), _PEOPLE, optional=False
        ),
        long("notes", QT_TRANSLATE_NOOP("Facts", "Notes")),
        *_LEARNT,
        of_kind("also_client_id", QT_TRANSLATE_NOOP("Facts", "Is a client too"), Kind.CLIENT),
    ),
    kinds.ClientDate: (
        of_kind("fact", QT_TRANSLATE_NOOP("Facts", "Date"), Kind.FACT, first=True, needed=True),
        one_of("kind", QT_TRANSLATE_NOOP("Facts", "Kind"), kinds.DateKind, first=True),
        text("label", QT_TRANSLATE_NOOP("Facts", "Own name"), first=True),
        text("origin", QT_TRANSLATE_NOOP("Facts", "On the ID card or celebrated"), first=True),
        picked("lead_days", QT_TRANSLATE_NOOP("Facts", "Told ahead"), leads),
        flag("is_main", QT_TRANSLATE_NOOP("Facts", "Reminds")),
        flag("is_ended", QT_TRANSLATE_NOOP("Facts", "Not kept any more")),
        of_kind("policy", QT_TRANSLATE_NOOP("Facts", "In years without that day"), Kind.POLICY),
        *_LEARNT,
    ),
    kinds.Visit: (
        day("on", QT_TRANSLATE_NOOP("Facts", "Day"), first=True, optional=False),
        one_of(
            "type", QT_TRANSLATE_NOOP("Facts", "Why"), kinds.VisitType, first=True, optional=True
        ),
        long("notes", QT_TRANSLATE_NOOP("Facts", "Talked about"), first=True),
        text("doctor", QT_TRANSLATE_NOOP("Facts", "Doctor")),
        number("satisfaction", QT_TRANSLATE_NOOP("Facts", "Satisfaction, 1 to 5"), _SCORE),
        text("next_step", QT_TRANSLATE_NOOP("Facts", "Next step"), first=True),
        day("next_on", QT_TRANSLATE_NOOP("Facts", "Next day"), first=True),
    ),
    kinds.Bill: (
        text("project", QT_TRANSLATE_NOOP("Facts", "Project"), needed=True),
        money("paid", QT_TRANSLATE_NOOP("Facts", "Paid"), first=True, optional=False),
        day("on", QT_TRANSLATE_NOOP("Facts", "Day"), first=True, optional=False),
        one_of("kind", QT_TRANSLATE_NOOP("Facts", "Kind"), kinds.BillKind, first=True),
        text("category", QT_TRANSLATE_NOOP("Facts", "Category")),
        number("quantity", QT_TRANSLATE_NOOP("Facts", "Quantity"), optional=False),
        number("sessions", QT_TRANSLATE_NOOP("Facts", "Sessions bought")),
        flag("is_treated", QT_TRANSLATE_NOOP("Facts", "Treated")),
        money("list_price", QT_TRANSLATE_NOOP("Facts", "List price")),
        text("order_number", QT_TRANSLATE_NOOP("Facts", "Order number")),
    ),
    kinds.CompletedProject: (
        text("project", QT_TRANSLATE_NOOP("Facts", "Project"), needed=True),
        day("on", QT_TRANSLATE_NOOP("Facts", "Day"), first=True),
        number("times", QT_TRANSLATE_NOOP("Facts", "Times"), optional=False),
        text("doctor", QT_TRANSLATE_NOOP("Facts", "Doctor"), first=True),
        long("notes", QT_TRANSLATE_NOOP("Facts", "Notes")),
    ),
    kinds.PotentialProject: (
        text("project", QT_TRANSLATE_NOOP("Facts", "Project"), needed=True),
        number("interest", QT_TRANSLATE_NOOP("Facts", "Interest, 1 to 5"), _SCORE, first=True),
        money("budget", QT_TRANSLATE_NOOP("Facts", "Budget"), first=True),
        text("obstacle", QT_TRANSLATE_NOOP("Facts", "Obstacle"), first=True),
        text("idea_from", QT_TRANSLATE_NOOP("Facts", "Whose idea")),
        text("next_step", QT_TRANSLATE_NOOP("Facts", "Next step")),
        day("next_on", QT_TRANSLATE_NOOP("Facts", "Next day")),
        day("closed_on", QT_TRANSLATE_NOOP("Facts", "Closed on")),
        day("learnt_on", QT_TRANSLATE_NOOP("Facts", "Learnt on")),
    ),
    kinds.Package: (
        text("project", QT_TRANSLATE_NOOP("Facts", "Project"), needed=True),
        number("bought", QT_TRANSLATE_NOOP("Facts", "Sessions bought"), first=True, optional=False),
        number("used", QT_TRANSLATE_NOOP("Facts", "Sessions used"), first=True, optional=False),
        money("paid", QT_TRANSLATE_NOOP("Facts", "Paid"), first=True),
        day("bought_on", QT_TRANSLATE_NOOP("Facts", "Bought on")),
        day("expires_on", QT_TRANSLATE_NOOP("Facts", "Expires on"), first=True),
    ),
    kinds.Deposit: (
        text("project", QT_TRANSLATE_NOOP("Facts", "Project"), needed=True),
        money("amount", QT_TRANSLATE_NOOP("Facts", "Amount"), first=True, optional=False),
        one_of("state", QT_TRANSLATE_NOOP("Facts", "State"), kinds.DepositState, first=True),
        day("on", QT_TRANSLATE_NOOP("Facts", "Day"), first=True),
        long("notes", QT_TRANSLATE_NOOP("Facts", "Notes")),
    ),
    kinds.Gift: (
        text("item", QT_TRANSLATE_NOOP("Facts", "Gift"), needed=True),
        of_kind("person_id", QT_TRANSLATE_NOOP("Facts", "For whom"), Kind.PERSON, first=True),
        one_of("state", QT_TRANSLATE_NOOP("Facts", "State"), kinds.GiftState, first=True),
        money("cost", QT_TRANSLATE_NOOP("Facts", "Cost"), first=True),
        picked("occasion", QT_TRANSLATE_NOOP("Facts", "Occasion"), occasions, first=True),
        day("on", QT_TRANSLATE_NOOP("Facts", "Day of giving"), first=True),
        day("ordered_on", QT_TRANSLATE_NOOP("Facts", "Ordered on")),
        day("confirmed_on", QT_TRANSLATE_NOOP("Facts", "Confirmed on")),
        day("delivered_on", QT_TRANSLATE_NOOP("Facts", "Delivered on")),
        text("sent_as", QT_TRANSLATE_NOOP("Facts", "Sent as")),
        text("reaction", QT_TRANSLATE_NOOP("Facts", "Reaction")),
        text("notes", QT_TRANSLATE_NOOP("Facts", "Notes for the shop")),
        long("card_text", QT_TRANSLATE_NOOP("Facts", "Words on the card"), first=True),
        flag("month_only", QT_TRANSLATE_NOOP("Facts", "Only the month is known")),
    ),
    kinds.Contact: (
        text("outcome", QT_TRANSLATE_NOOP("Facts", "What came of it"), needed=True),
        day("on", QT_TRANSLATE_NOOP("Facts", "Day"), first=True, optional=False),
        text("channel", QT_TRANSLATE_NOOP("Facts", "How: call, WeChat, meeting"), first=True),
        day("next_on", QT_TRANSLATE_NOOP("Facts", "Next day"), first=True),
        long("notes", QT_TRANSLATE_NOOP("Facts", "Notes")),
    ),
    kinds.Promise: (
        text("what", QT_TRANSLATE_NOOP("Facts", "Promised"), needed=True),
        day("due_on", QT_TRANSLATE_NOOP("Facts", "Until"), first=True),
        one_of("state", QT_TRANSLATE_NOOP("Facts", "State"), kinds.PromiseState),
        day("made_on", QT_TRANSLATE_NOOP("Facts", "Promised on")),
    ),
    kinds.Complaint: (
        text("what", QT_TRANSLATE_NOOP("Facts", "What"), needed=True),
        day("on", QT_TRANSLATE_NOOP("Facts", "Day"), first=True, optional=False),
        text("direction", QT_TRANSLATE_NOOP("Facts", "About whom or what"), first=True),
        number("severity", QT_TRANSLATE_NOOP("Facts", "Severity, 1 to 5"), _SCORE, first=True),
        one_of("state", QT_TRANSLATE_NOOP("Facts", "State"), kinds.ComplaintState),
        long("resolution", QT_TRANSLATE_NOOP("Facts", "How it was settled")),
    ),
    kinds.ActivityGuest: (
        one_of("state", QT_TRANSLATE_NOOP("Facts", "State"), kinds.GuestState),
        money("spent", QT_TRANSLATE_NOOP("Facts", "Spent there")),
    ),
    kinds.PointsEntry: (
        number(
            "points",
            QT_TRANSLATE_NOOP("Facts", "Points"),
            (0, 9_999_999),
            first=True,
            optional=False,
        ),
        one_of("kind", QT_TRANSLATE_NOOP("Facts", "Kind"), kinds.PointsKind, first=True),
        day("on", QT_TRANSLATE_NOOP("Facts", "Day"), first=True, optional=False),
        day("expires_on", QT_TRANSLATE_NOOP("Facts", "Expires on"), first=True),
        text("notes", QT_TRANSLATE_NOOP("Facts", "Notes")),
    ),
}
"""Every field of every record that hangs on a client; her own stand in `profile_facts`."""
