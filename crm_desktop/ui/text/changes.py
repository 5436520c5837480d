"""What was done, in a few words, for the toast and the history."""

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.records.change import Change
from crm_desktop.ui.text.discretion import discreet_name
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

# Codes read "thing.deed"; whole codes that need words of their own stand in _WHOLE.
_THINGS = {
    "client": QT_TRANSLATE_NOOP("Changes", "Client"),
    "clients": QT_TRANSLATE_NOOP("Changes", "Clients"),
    "phone": QT_TRANSLATE_NOOP("Changes", "Phone"),
    "tag": QT_TRANSLATE_NOOP("Changes", "Tag"),
    "note": QT_TRANSLATE_NOOP("Changes", "Note"),
    "fact": QT_TRANSLATE_NOOP("Changes", "Fact"),
    "person": QT_TRANSLATE_NOOP("Changes", "Family member"),
    "family": QT_TRANSLATE_NOOP("Changes", "Family member"),
    "date": QT_TRANSLATE_NOOP("Changes", "Date"),
    "visit": QT_TRANSLATE_NOOP("Changes", "Visit"),
    "bill": QT_TRANSLATE_NOOP("Changes", "Bill"),
    "project": QT_TRANSLATE_NOOP("Changes", "Project"),
    "package": QT_TRANSLATE_NOOP("Changes", "Package"),
    "session": QT_TRANSLATE_NOOP("Changes", "Session"),
    "deposit": QT_TRANSLATE_NOOP("Changes", "Deposit"),
    "gift": QT_TRANSLATE_NOOP("Changes", "Gift"),
    "contact": QT_TRANSLATE_NOOP("Changes", "Contact"),
    "promise": QT_TRANSLATE_NOOP("Changes", "Promise"),
    "complaint": QT_TRANSLATE_NOOP("Changes", "Complaint"),
    "activity": QT_TRANSLATE_NOOP("Changes", "Activity"),
    "campaign": QT_TRANSLATE_NOOP("Changes", "Campaign"),
    "followup": QT_TRANSLATE_NOOP("Changes", "Follow-up"),
    "follow_up": QT_TRANSLATE_NOOP("Changes", "Follow-up"),
    "reminder": QT_TRANSLATE_NOOP("Changes", "Reminder"),
    "points": QT_TRANSLATE_NOOP("Changes", "Points"),
    "consent": QT_TRANSLATE_NOOP("Changes", "Consent"),
    "attachment": QT_TRANSLATE_NOOP("Changes", "Attachment"),
    "photo": QT_TRANSLATE_NOOP("Changes", "Photo"),
    "template": QT_TRANSLATE_NOOP("Changes", "Template"),
    "settings": QT_TRANSLATE_NOOP("Changes", "Settings"),
    "setting": QT_TRANSLATE_NOOP("Changes", "Setting"),
    "festival": QT_TRANSLATE_NOOP("Changes", "Festival"),
    "tier": QT_TRANSLATE_NOOP("Changes", "Tier"),
    "lead": QT_TRANSLATE_NOOP("Changes", "Lead"),
    "plan": QT_TRANSLATE_NOOP("Changes", "Plan"),
    "client_date": QT_TRANSLATE_NOOP("Changes", "Date"),
    "clinic_card": QT_TRANSLATE_NOOP("Changes", "Clinic card"),
    "preference": QT_TRANSLATE_NOOP("Changes", "Preference"),
    "fact_source": QT_TRANSLATE_NOOP("Changes", "Source"),
    "completed_project": QT_TRANSLATE_NOOP("Changes", "Project"),
    "smart_list": QT_TRANSLATE_NOOP("Changes", "List"),
    "potential_project": QT_TRANSLATE_NOOP("Changes", "Project"),
    "points_entry": QT_TRANSLATE_NOOP("Changes", "Points"),
    "activity_guest": QT_TRANSLATE_NOOP("Changes", "Invitation"),
    "step": QT_TRANSLATE_NOOP("Changes", "Step"),
    "supplier": QT_TRANSLATE_NOOP("Changes", "Supplier"),
}
_DEEDS = {
    "add": QT_TRANSLATE_NOOP("Changes", "{thing} added"),
    "new": QT_TRANSLATE_NOOP("Changes", "{thing} added"),
    "edit": QT_TRANSLATE_NOOP("Changes", "{thing} saved"),
    "set": QT_TRANSLATE_NOOP("Changes", "{thing} saved"),
    "save": QT_TRANSLATE_NOOP("Changes", "{thing} saved"),
    "delete": QT_TRANSLATE_NOOP("Changes", "{thing} deleted"),
    "remove": QT_TRANSLATE_NOOP("Changes", "{thing} removed"),
    "archive": QT_TRANSLATE_NOOP("Changes", "{thing} archived"),
    "unarchive": QT_TRANSLATE_NOOP("Changes", "{thing} taken out of the archive"),
    "restore": QT_TRANSLATE_NOOP("Changes", "{thing} restored"),
    "trash": QT_TRANSLATE_NOOP("Changes", "{thing} put in the trash"),
    "untrash": QT_TRANSLATE_NOOP("Changes", "{thing} taken out of the trash"),
    "merge": QT_TRANSLATE_NOOP("Changes", "{thing} merged"),
    "done": QT_TRANSLATE_NOOP("Changes", "{thing} done"),
    "tick": QT_TRANSLATE_NOOP("Changes", "{thing} done"),
    "kept": QT_TRANSLATE_NOOP("Changes", "{thing} kept"),
    "snooze": QT_TRANSLATE_NOOP("Changes", "{thing} put off"),
    "dismiss": QT_TRANSLATE_NOOP("Changes", "{thing} dismissed"),
    "order": QT_TRANSLATE_NOOP("Changes", "{thing} ordered"),
    "give": QT_TRANSLATE_NOOP("Changes", "{thing} given"),
    "use": QT_TRANSLATE_NOOP("Changes", "{thing} used"),
    "plan": QT_TRANSLATE_NOOP("Changes", "{thing} planned"),
    "close": QT_TRANSLATE_NOOP("Changes", "{thing} closed"),
    "move": QT_TRANSLATE_NOOP("Changes", "{thing} moved"),
    "redeem": QT_TRANSLATE_NOOP("Changes", "{thing} redeemed"),
}
_WHOLE = {
    "activity.invite": QT_TRANSLATE_NOOP("Changes", "Invited to an activity"),
    "attachment.remove_photos": QT_TRANSLATE_NOOP("Changes", "Photos removed"),
    "client.merge": QT_TRANSLATE_NOOP("Changes", "Two entries made one client"),
    "client.not_same": QT_TRANSLATE_NOOP("Changes", "Noted as two people"),
    "person.part": QT_TRANSLATE_NOOP("Changes", "Parted: those dates have ended"),
    "gift.confirm": QT_TRANSLATE_NOOP("Changes", "Delivery confirmed"),
    "contact.call": QT_TRANSLATE_NOOP("Changes", "Call noted"),
    "step.skip": QT_TRANSLATE_NOOP("Changes", "Step left out"),
    "step.take_up": QT_TRANSLATE_NOOP("Changes", "Step taken up again"),
    "supplier.arrange": QT_TRANSLATE_NOOP("Changes", "Suppliers put in order"),
    "gift.react": QT_TRANSLATE_NOOP("Changes", "Reaction noted"),
    "clients.tag": QT_TRANSLATE_NOOP("Changes", "Tag given to clients"),
    "clients.untag": QT_TRANSLATE_NOOP("Changes", "Tag taken off clients"),
    "clients.owner": QT_TRANSLATE_NOOP("Changes", "Consultant of clients changed"),
    "clients.mark_big": QT_TRANSLATE_NOOP("Changes", "Marked as big clients"),
    "clients.unmark_big": QT_TRANSLATE_NOOP("Changes", "Mark of big clients taken off"),
    "session.use": QT_TRANSLATE_NOOP("Changes", "Session had"),
    "deposit.treat": QT_TRANSLATE_NOOP("Changes", "Treated"),
    "bill.refund": QT_TRANSLATE_NOOP("Changes", "Refund noted"),
    "import.own_list": QT_TRANSLATE_NOOP("Changes", "Client list imported"),
    "import.clinic": QT_TRANSLATE_NOOP("Changes", "Clinic export imported"),
    "import.roundtrip": QT_TRANSLATE_NOOP("Changes", "Our sheet taken in again"),
    "import.take_back": QT_TRANSLATE_NOOP("Changes", "Import taken back"),
    "import.vcards": QT_TRANSLATE_NOOP("Changes", "Contacts imported"),
    "reminder.mend": QT_TRANSLATE_NOOP("Changes", "Days found again"),
    "greeting.sent": QT_TRANSLATE_NOOP("Changes", "Greeting noted as sent"),
    "template.add": QT_TRANSLATE_NOOP("Changes", "Greeting text added"),
    "template.edit": QT_TRANSLATE_NOOP("Changes", "Greeting text saved"),
    "template.remove": QT_TRANSLATE_NOOP("Changes", "Greeting text removed"),
    "template.restore": QT_TRANSLATE_NOOP("Changes", "The text that came with the app is back"),
    "festival.greeted": QT_TRANSLATE_NOOP("Changes", "Greeted"),
    "festival.gift": QT_TRANSLATE_NOOP("Changes", "Ticked off with a gift"),
    "festival.skipped": QT_TRANSLATE_NOOP("Changes", "Left out this time"),
    "festival.unmark": QT_TRANSLATE_NOOP("Changes", "Tick taken back"),
    "profile.save": QT_TRANSLATE_NOOP("Changes", "List remembered"),
    "profile.edit": QT_TRANSLATE_NOOP("Changes", "Known list changed"),
    "profile.delete": QT_TRANSLATE_NOOP("Changes", "Known list removed"),
    "import.demo": QT_TRANSLATE_NOOP("Changes", "Demo clients added"),
}
_NO_WORDS = QT_TRANSLATE_NOOP("Changes", "Saved")


def has_words(action: str) -> bool:
    """Tell whether `action` is said in words of its own."""
    thing, _, deed = action.partition(".")
    return action in _WHOLE or (thing in _THINGS and deed in _DEEDS)


def change_label(change: Change) -> str:
    """Return `Gift added: 王姐`."""
    deed = _deed(change.action)
    if not change.subject:
        return deed
    pattern = QCoreApplication.translate("Changes", "{deed}: {subject}")
    return pattern.format(deed=deed, subject=discreet_name(change.subject))


def thing_word(table: str) -> str:
    """Return what a row of a table is to her: `Visit`; one without a word is a fact."""
    return QCoreApplication.translate("Changes", _THINGS.get(table, _THINGS["fact"]))


def undone_label(change: Change) -> str:
    """Return `Undone: gift added: 王姐`."""
    pattern = QCoreApplication.translate("Changes", "Undone – {change}")
    return pattern.format(change=change_label(change))


def redone_label(change: Change) -> str:
    """Return `Done again: gift added: 王姐`."""
    pattern = QCoreApplication.translate("Changes", "Done again – {change}")
    return pattern.format(change=change_label(change))


def _deed(action: str) -> str:
    if action in _WHOLE:
        return QCoreApplication.translate("Changes", _WHOLE[action])
    if not has_words(action):
        return QCoreApplication.translate("Changes", _NO_WORDS)
    thing, _, deed = action.partition(".")
    pattern = QCoreApplication.translate("Changes", _DEEDS[deed])
    return pattern.format(thing=QCoreApplication.translate("Changes", _THINGS[thing]))
