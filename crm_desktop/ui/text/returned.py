"""Our own workbook come back, in words: its columns, and what she should know of a file."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.import_plan import Caution
from crm_desktop.ui.text.days import day_with_year
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_NAMES: Final[dict[str, str]] = {
    "name": QT_TRANSLATE_NOOP("SheetColumns", "Name"),
    "display_name": QT_TRANSLATE_NOOP("SheetColumns", "What she is called"),
    "sex": QT_TRANSLATE_NOOP("SheetColumns", "Sex"),
    "phone": QT_TRANSLATE_NOOP("SheetColumns", "Phone"),
    "wechat": QT_TRANSLATE_NOOP("SheetColumns", "WeChat"),
    "qq": QT_TRANSLATE_NOOP("SheetColumns", "QQ"),
    "birthday": QT_TRANSLATE_NOOP("SheetColumns", "Birthday"),
    "wedding": QT_TRANSLATE_NOOP("SheetColumns", "Wedding anniversary"),
    "other_dates": QT_TRANSLATE_NOOP("SheetColumns", "Other dates"),
    "tier": QT_TRANSLATE_NOOP("SheetColumns", "Tier"),
    "vip": QT_TRANSLATE_NOOP("SheetColumns", "VIP"),
    "marked_big": QT_TRANSLATE_NOOP("SheetColumns", "Big client"),
    "lead_state": QT_TRANSLATE_NOOP("SheetColumns", "Visit state"),
    "occupation": QT_TRANSLATE_NOOP("SheetColumns", "Occupation"),
    "income": QT_TRANSLATE_NOOP("SheetColumns", "Yearly income"),
    "address": QT_TRANSLATE_NOOP("SheetColumns", "Address"),
    "children_count": QT_TRANSLATE_NOOP("SheetColumns", "How many children"),
    "personality": QT_TRANSLATE_NOOP("SheetColumns", "Personality"),
    "likes": QT_TRANSLATE_NOOP("SheetColumns", "Likes"),
    "taboos": QT_TRANSLATE_NOOP("SheetColumns", "Taboos"),
    "allergies": QT_TRANSLATE_NOOP("SheetColumns", "Allergies"),
    "health_notes": QT_TRANSLATE_NOOP("SheetColumns", "Health notes"),
    "dialect": QT_TRANSLATE_NOOP("SheetColumns", "Dialect"),
    "affordability": QT_TRANSLATE_NOOP("SheetColumns", "What she can afford"),
    "risk_attitude": QT_TRANSLATE_NOOP("SheetColumns", "Attitude to risk"),
    "appearance_expectation": QT_TRANSLATE_NOOP("SheetColumns", "What she hopes to look like"),
    "tags": QT_TRANSLATE_NOOP("SheetColumns", "Tags"),
    "needs": QT_TRANSLATE_NOOP("SheetColumns", "Needs"),
    "source": QT_TRANSLATE_NOOP("SheetColumns", "How she came to us"),
    "referred_by": QT_TRANSLATE_NOOP("SheetColumns", "Referred by"),
    "first_contact": QT_TRANSLATE_NOOP("SheetColumns", "First contact"),
    "card_number": QT_TRANSLATE_NOOP("SheetColumns", "Clinic card number"),
    "owner": QT_TRANSLATE_NOOP("SheetColumns", "Consultant"),
    "do_not_contact": QT_TRANSLATE_NOOP("SheetColumns", "Do not contact"),
    "deceased_on": QT_TRANSLATE_NOOP("SheetColumns", "Died on"),
    "archived_on": QT_TRANSLATE_NOOP("SheetColumns", "Archived on"),
    "visits_stated": QT_TRANSLATE_NOOP("SheetColumns", "Number of visits as told"),
    "visits_count": QT_TRANSLATE_NOOP("SheetColumns", "Number of visits"),
    "last_visit_on": QT_TRANSLATE_NOOP("SheetColumns", "Last visit"),
    "paid_total": QT_TRANSLATE_NOOP("SheetColumns", "Paid in all"),
    "notes": QT_TRANSLATE_NOOP("SheetColumns", "Notes"),
    "private_notes": QT_TRANSLATE_NOOP("SheetColumns", "Private notes"),
    "relation": QT_TRANSLATE_NOOP("SheetColumns", "Relation"),
    "nickname": QT_TRANSLATE_NOOP("SheetColumns", "Called"),
    "knows": QT_TRANSLATE_NOOP("SheetColumns", "Knows of her treatments"),
    "on": QT_TRANSLATE_NOOP("SheetColumns", "Day"),
    "type": QT_TRANSLATE_NOOP("SheetColumns", "Kind of visit"),
    "order_number": QT_TRANSLATE_NOOP("SheetColumns", "Order number"),
    "bill_kind": QT_TRANSLATE_NOOP("SheetColumns", "Kind of bill"),
    "project": QT_TRANSLATE_NOOP("SheetColumns", "Project"),
    "category": QT_TRANSLATE_NOOP("SheetColumns", "Category"),
    "quantity": QT_TRANSLATE_NOOP("SheetColumns", "Quantity"),
    "list_price": QT_TRANSLATE_NOOP("SheetColumns", "List price"),
    "paid": QT_TRANSLATE_NOOP("SheetColumns", "Paid"),
    "doctor": QT_TRANSLATE_NOOP("SheetColumns", "Doctor"),
    "satisfaction": QT_TRANSLATE_NOOP("SheetColumns", "Satisfaction"),
    "next_step": QT_TRANSLATE_NOOP("SheetColumns", "Next step"),
    "next_on": QT_TRANSLATE_NOOP("SheetColumns", "Next day"),
    "kind": QT_TRANSLATE_NOOP("SheetColumns", "Kind"),
    "times": QT_TRANSLATE_NOOP("SheetColumns", "Times"),
    "used": QT_TRANSLATE_NOOP("SheetColumns", "Used"),
    "left": QT_TRANSLATE_NOOP("SheetColumns", "Left"),
    "expires_on": QT_TRANSLATE_NOOP("SheetColumns", "Expires on"),
    "amount": QT_TRANSLATE_NOOP("SheetColumns", "Amount"),
    "interest": QT_TRANSLATE_NOOP("SheetColumns", "Interest"),
    "obstacle": QT_TRANSLATE_NOOP("SheetColumns", "Obstacle"),
    "idea_from": QT_TRANSLATE_NOOP("SheetColumns", "Idea from"),
    "closed_on": QT_TRANSLATE_NOOP("SheetColumns", "Closed on"),
    "recipient": QT_TRANSLATE_NOOP("SheetColumns", "For whom"),
    "occasion": QT_TRANSLATE_NOOP("SheetColumns", "Occasion"),
    "state": QT_TRANSLATE_NOOP("SheetColumns", "State"),
    "item": QT_TRANSLATE_NOOP("SheetColumns", "Gift"),
    "cost": QT_TRANSLATE_NOOP("SheetColumns", "Cost"),
    "ordered_on": QT_TRANSLATE_NOOP("SheetColumns", "Ordered on"),
    "delivered_on": QT_TRANSLATE_NOOP("SheetColumns", "Delivered on"),
    "sent_as": QT_TRANSLATE_NOOP("SheetColumns", "Sent in whose name"),
    "card_text": QT_TRANSLATE_NOOP("SheetColumns", "Card text"),
    "reaction": QT_TRANSLATE_NOOP("SheetColumns", "Reaction"),
    "overruled": QT_TRANSLATE_NOOP("SheetColumns", "Warning passed over"),
    "confirmed_on": QT_TRANSLATE_NOOP("SheetColumns", "Delivery confirmed on"),
    "channel": QT_TRANSLATE_NOOP("SheetColumns", "Channel"),
    "content": QT_TRANSLATE_NOOP("SheetColumns", "What was said"),
    "outcome": QT_TRANSLATE_NOOP("SheetColumns", "Outcome"),
    "direction": QT_TRANSLATE_NOOP("SheetColumns", "About"),
    "severity": QT_TRANSLATE_NOOP("SheetColumns", "Severity"),
    "client": QT_TRANSLATE_NOOP("SheetColumns", "Client"),
    "keep_in_mind": QT_TRANSLATE_NOOP("SheetColumns", "Mind when you deliver"),
}
"""By the name of a column; most mean the same on every sheet."""

_KEYS: Final[dict[str, str]] = {
    "visit.notes": QT_TRANSLATE_NOOP("SheetColumns", "What was talked about"),
    "visit.which": QT_TRANSLATE_NOOP("SheetColumns", "Is it corrected?"),
    "visit.late": QT_TRANSLATE_NOOP("SheetColumns", "Not in newer lists"),
    "project.state": QT_TRANSLATE_NOOP("SheetColumns", "State of the deposit"),
    "gift.notes": QT_TRANSLATE_NOOP("SheetColumns", "Notes on the order"),
    "delivery.notes": QT_TRANSLATE_NOOP("SheetColumns", "Notes on the order"),
    "action": QT_TRANSLATE_NOOP("SheetColumns", "The whole row"),
}
_MONEY: Final = frozenset({"income", "list_price", "paid", "amount", "cost"})

_CAUTIONS: Final[dict[Caution, str]] = {
    Caution.SAME_FILE: QT_TRANSLATE_NOOP("Cautions", "You have taken this very file in before."),
    Caution.OLDER_FILE: QT_TRANSLATE_NOOP(
        "Cautions",
        "There is a newer sheet than this one. "
        "Nothing you changed since is put back to what it was.",
    ),
    Caution.ANOTHER_BOOK: QT_TRANSLATE_NOOP(
        "Cautions", "This sheet is from somebody else's client book."
    ),
    Caution.NEWER_VERSION: QT_TRANSLATE_NOOP(
        "Cautions", "A newer version of this program wrote the sheet; what it adds is left out."
    ),
    Caution.PHONES_MASKED: QT_TRANSLATE_NOOP(
        "Cautions", "Phone numbers are masked in this sheet; yours stay as they are."
    ),
}


def column_word(key: str) -> str:
    """Return `Occupation` for `client.occupation`."""
    name = key.rpartition(".")[2]
    text = _KEYS.get(key) or _NAMES.get(name) or QT_TRANSLATE_NOOP("SheetColumns", "Cell")
    return QCoreApplication.translate("SheetColumns", text)


def is_money(key: str) -> bool:
    """Return whether a column holds fen."""
    return "." in key and key.rpartition(".")[2] in _MONEY


def caution_text(caution: Caution, known_at: dt.datetime | None) -> str:
    """Return what she should know of a file before she takes it in, and when it was before."""
    if caution is not Caution.SAME_FILE or known_at is None:
        return QCoreApplication.translate("Cautions", _CAUTIONS[caution])
    words = QCoreApplication.translate(
        "Cautions", "You have taken this very file in before, on {day} at {time}."
    )
    return words.format(day=day_with_year(known_at.date()), time=f"{known_at:%H:%M}")
