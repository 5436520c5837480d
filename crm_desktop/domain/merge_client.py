"""Merging what a row says of the client herself: her name, single values, notes and marks."""

from typing import Final

from crm_desktop.domain.drafts import ClientDraft, Field
from crm_desktop.domain.matching import name_key
from crm_desktop.domain.open_file import Merge

_SCALARS: Final = (
    Field.SEX,
    Field.WECHAT,
    Field.QQ,
    Field.OCCUPATION,
    Field.INCOME,
    Field.ADDRESS,
    Field.CHILDREN_COUNT,
    Field.PERSONALITY,
    Field.VISITS_STATED,
    Field.SOURCE,
    Field.TIER,
    Field.DIALECT,
    Field.AFFORDABILITY,
    Field.RISK_ATTITUDE,
    Field.APPEARANCE_EXPECTATION,
    Field.OWNER,
)
_TEXTS: Final = (Field.NOTES, Field.HEALTH_NOTES)
_FIRST_CONTACT: Final = "first_contact_on"


def merge_client(merge: Merge, draft: ClientDraft) -> None:
    """Merge name, scalars, notes and marks into the client herself."""
    client = merge.file.client
    called = merge.value(Field.DISPLAY_NAME, client.display_name, draft.display_name)
    values: dict[str, object] = {"display_name": called, "name": _name(merge, draft.name, called)}
    for name in _SCALARS:
        values[name] = merge.value(name, getattr(client, name), getattr(draft, name))
    values[_FIRST_CONTACT] = merge.value(
        Field.FIRST_CONTACT, client.first_contact_on, draft.first_contact_on
    )
    for name in _TEXTS:
        values[name] = _appended(merge, name, getattr(client, name), getattr(draft, name))
    if draft.vip and not client.vip:
        merge.filled(Field.TIER, "VIP")
        values["vip"] = True
    if merge.options.mark_big and not client.marked_big:
        merge.filled("marked_big", 1)
        values["marked_big"] = True
    merge.set_client(**values)


def _name(merge: Merge, theirs: str, called: str) -> str:
    """Return the name that stands; what she is called from now on is no contradiction to it."""
    ours = merge.file.client.name
    if name_key(theirs) in {name_key(ours), name_key(called)}:
        merge.says(Field.NAME)
        return ours
    return merge.value(Field.NAME, ours, theirs)


def _appended(merge: Merge, name: Field, ours: str, theirs: str) -> str:
    """Return our notes with the lines of theirs that we do not have at their end."""
    known = {"", *(line.strip() for line in ours.splitlines())}
    lines = [
        line
        for line in theirs.splitlines()
        if line.strip() not in known and not merge.was_told(name, line)
    ]
    if not lines:
        return ours
    merge.added(name, "\n".join(lines))
    return "\n".join([ours, *lines]) if ours else "\n".join(lines)
