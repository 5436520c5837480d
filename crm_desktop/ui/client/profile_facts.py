"""The fields of the client herself, in the groups the page shows them in."""

from typing import Final

from crm_desktop.domain.records import LeadState, Sex, Tier
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
    text,
)
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_CHILDREN: Final = (0, 40)

CHARACTER: Final[tuple[Spec, ...]] = (
    long("personality", QT_TRANSLATE_NOOP("Facts", "Character, how to talk with her")),
    long("health_notes", QT_TRANSLATE_NOOP("Facts", "Health")),
)
"""What must be seen at once, beside what she likes."""

NOTES: Final[tuple[Spec, ...]] = (
    long("notes", QT_TRANSLATE_NOOP("Facts", "Notes")),
    long("private_notes", QT_TRANSLATE_NOOP("Facts", "Private notes, never exported")),
)
"""What she writes in free words."""

PROFILE: Final[tuple[Spec, ...]] = (
    text("name", QT_TRANSLATE_NOOP("Facts", "Name"), needed=True),
    text("display_name", QT_TRANSLATE_NOOP("Facts", "Called")),
    one_of("sex", QT_TRANSLATE_NOOP("Facts", "Sex"), Sex, optional=True),
    text("wechat", QT_TRANSLATE_NOOP("Facts", "WeChat")),
    text("qq", QT_TRANSLATE_NOOP("Facts", "QQ")),
    text("occupation", QT_TRANSLATE_NOOP("Facts", "Occupation")),
    money("income", QT_TRANSLATE_NOOP("Facts", "Yearly income")),
    text("address", QT_TRANSLATE_NOOP("Facts", "Address")),
    one_of("tier", QT_TRANSLATE_NOOP("Facts", "Tier"), Tier, optional=True),
    flag("vip", QT_TRANSLATE_NOOP("Facts", "VIP")),
    flag("marked_big", QT_TRANSLATE_NOOP("Facts", "Marked as big client")),
    one_of("lead_state", QT_TRANSLATE_NOOP("Facts", "How far she came"), LeadState, optional=True),
    text("source", QT_TRANSLATE_NOOP("Facts", "Source")),
    of_kind("referred_by_id", QT_TRANSLATE_NOOP("Facts", "Brought by"), Kind.CLIENT),
    day("first_contact_on", QT_TRANSLATE_NOOP("Facts", "First contact")),
    text("owner", QT_TRANSLATE_NOOP("Facts", "Whose client")),
    text("dialect", QT_TRANSLATE_NOOP("Facts", "Language, dialect")),
    text("affordability", QT_TRANSLATE_NOOP("Facts", "What she can afford")),
    text("risk_attitude", QT_TRANSLATE_NOOP("Facts", "Attitude to risk")),
    text("appearance_expectation", QT_TRANSLATE_NOOP("Facts", "How she wants to look")),
    number("children_count", QT_TRANSLATE_NOOP("Facts", "Number of children"), _CHILDREN),
    number("visits_stated", QT_TRANSLATE_NOOP("Facts", "Visits as stated")),
)
"""Every other fact of hers, but the days on which reminders stop: those stand in the menu."""

OF_CLIENT: Final[tuple[Spec, ...]] = (*PROFILE, *CHARACTER, *NOTES)
"""Every field of the client herself."""
