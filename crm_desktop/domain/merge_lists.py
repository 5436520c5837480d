"""Merging what a row lists: phones, cards, likes, tags, projects, gifts. Nothing is doubled."""

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crm_desktop.domain.drafts import ClientDraft, Field, GiftDraft
from crm_desktop.domain.open_file import Merge, text_key
from crm_desktop.domain.records import (
    ClinicCard,
    CompletedProject,
    Gift,
    Phone,
    PotentialProject,
    Preference,
    PreferenceKind,
    Tag,
)


def merge_lists(merge: Merge, draft: ClientDraft) -> None:
    """Merge every list of the row into the file."""
    _phones(merge, draft.phones)
    _card(merge, draft.card_number)
    _preferences(merge, PreferenceKind.LIKE, Field.LIKES, draft.likes)
    _preferences(merge, PreferenceKind.TABOO, Field.TABOOS, draft.taboos)
    _preferences(merge, PreferenceKind.ALLERGY, Field.ALLERGIES, draft.allergies)
    _tags(merge, draft.tags)
    _level(merge, draft.member_level)
    _potential(merge, draft.potential)
    _completed(merge, draft)
    for gift in draft.gifts:
        _gift(merge, gift, draft.gifts)


def gift_day(draft: GiftDraft) -> dt.date | None:
    """Return the day of a gift, the first of its month where only that is known."""
    if draft.year is None or draft.month is None:
        return None
    last = calendar.monthrange(draft.year, draft.month)[1]
    return dt.date(draft.year, draft.month, min(draft.day or 1, last))


def _phones(merge: Merge, phones: tuple[str, ...]) -> None:
    ours = merge.file.of(Phone)
    known = {phone.digits for phone in ours}
    if ours and phones and known.isdisjoint(phones):
        _other_phone(merge, ours, phones)
        return
    if phones:
        merge.says(Field.PHONE)
    for digits in dict.fromkeys(phones):
        if digits not in known and not merge.was_told(Field.PHONE, digits):
            _add_phone(merge, digits, is_main=not merge.file.of(Phone))
            merge.added(Field.PHONE, digits)


def _other_phone(merge: Merge, ours: Sequence[Phone], theirs: Sequence[str]) -> None:
    """Ask, as a number is never changed silently; the accepted one becomes the main one."""
    main = next((phone for phone in ours if phone.is_main), ours[0])
    if merge.takes(Field.PHONE, main.digits, theirs[0]):
        merge.file.swap(main, replace(main, is_main=False))
        for digits in dict.fromkeys(theirs):
            _add_phone(merge, digits, is_main=digits == theirs[0])


def _add_phone(merge: Merge, digits: str, *, is_main: bool) -> None:
    merge.file.add(Phone(client_id=merge.client_id, digits=digits, is_main=is_main))


def _card(merge: Merge, number: str) -> None:
    source = merge.options.card_source
    ours = [card for card in merge.file.of(ClinicCard) if card.source == source]
    if not number:
        return
    if number in {card.number for card in ours}:
        merge.says(Field.CARD_NUMBER)
        return
    if not ours:
        if merge.was_told(Field.CARD_NUMBER, number):
            return
        merge.filled(Field.CARD_NUMBER, number)
    elif not merge.takes(Field.CARD_NUMBER, ours[0].number, number):
        return
    merge.file.add(ClinicCard(client_id=merge.client_id, source=source, number=number))


def _preferences(merge: Merge, kind: PreferenceKind, field: Field, texts: Iterable[str]) -> None:
    ours = {
        text_key(known.text)
        for known in merge.file.of(Preference)
        if known.kind is kind and known.person_id is None
    }
    for text in _news(merge, field, _missing(texts, ours)):
        merge.added(field, text)
        merge.file.add(
            Preference(
                client_id=merge.client_id,
                kind=kind,
                text=text,
                learnt_on=merge.options.now.date(),
                learnt_from=merge.options.source,
            )
        )


def _tags(merge: Merge, names: tuple[str, ...]) -> None:
    missing = _missing(names, {text_key(tag.name) for tag in merge.file.of(Tag)})
    for name in _news(merge, Field.TAGS, missing):
        merge.added(Field.TAGS, name)
        merge.file.add(Tag(client_id=merge.client_id, name=name))
    gone = merge.gone(Field.TAGS, names)
    for tag in [each for each in merge.file.of(Tag) if each.name in gone]:
        merge.removed(Field.TAGS, tag.name)
        merge.file.drop(tag)


def _level(merge: Merge, level: str) -> None:
    """Keep the level of the clinic's own ladder as a tag; the one it had before makes room."""
    tags = {tag.name: tag for tag in merge.file.of(Tag)}
    is_old = merge.was_told(Field.MEMBER_LEVEL, level) or merge.is_overtaken(Field.MEMBER_LEVEL)
    if not level or level in tags or is_old:
        return
    (before,) = merge.gone(Field.MEMBER_LEVEL, (level,)) or ("",)
    if before in tags:
        merge.file.swap(tags[before], replace(tags[before], name=level))
    else:
        merge.file.add(Tag(client_id=merge.client_id, name=level))
    merge.added(Field.MEMBER_LEVEL, level)


def _potential(merge: Merge, projects: Iterable[str]) -> None:
    ours = {text_key(known.project) for known in merge.file.of(PotentialProject)}
    for project in _news(merge, Field.POTENTIAL, _missing(projects, ours)):
        merge.added(Field.POTENTIAL, project)
        merge.file.add(
            PotentialProject(
                client_id=merge.client_id, project=project, idea_from=merge.options.source
            )
        )


def _news(merge: Merge, field: Field, texts: Iterable[str]) -> list[str]:
    """Return the texts the other side did not have before: what she took out stays out."""
    if merge.is_overtaken(field):
        return []
    return [text for text in texts if not merge.was_told(field, text)]


def _missing(texts: Iterable[str], ours: set[str]) -> list[str]:
    """Return the texts we do not have, each once."""
    theirs: dict[str, str] = {}
    for text in texts:
        theirs.setdefault(text_key(text), text)
    return [text for key, text in theirs.items() if key not in ours]


def _completed(merge: Merge, draft: ClientDraft) -> None:
    """Compare how often each project was done: a stated count is one undated fact of ours."""
    counts: Counter[str] = Counter()
    for done in draft.completed:
        counts[done.project] += done.times
    for project, times in counts.items():
        key = text_key(project)
        ours = [done for done in merge.file.of(CompletedProject) if text_key(done.project) == key]
        stated = next((done for done in ours if done.on is None), None)
        if not ours:
            merge.says(Field.COMPLETED, key)
            merge.added(Field.COMPLETED, project)
            merge.file.add(
                CompletedProject(client_id=merge.client_id, project=project, times=times)
            )
        elif stated is not None:
            kept = merge.value(Field.COMPLETED, stated.times, times, key)
            if kept != stated.times:
                merge.file.swap(stated, replace(stated, times=kept))
        elif sum(done.times for done in ours) < times:
            _more_than_dated(merge, project, times, sum(done.times for done in ours))
        else:
            merge.says(Field.COMPLETED, key)


def _more_than_dated(merge: Merge, project: str, times: int, dated: int) -> None:
    """Ask, where a row counts more sessions than we have days for; the rest comes undated."""
    if merge.takes(Field.COMPLETED, dated, times, text_key(project)):
        merge.file.add(
            CompletedProject(client_id=merge.client_id, project=project, times=times - dated)
        )


def _gift(merge: Merge, draft: GiftDraft, all_of_row: tuple[GiftDraft, ...]) -> None:
    """Add a gift unless we have it: the n-th of equal ones meets our n-th."""
    ours = [gift for gift in merge.file.of(Gift) if _is_gift(gift, draft)]
    if len(ours) < sum(other == draft for other in all_of_row):
        merge.added(Field.GIFTS, draft.item)
        merge.file.add(
            Gift(
                client_id=merge.client_id,
                occasion=_vague_day(draft),
                item=draft.item,
                cost=draft.cost,
                on=gift_day(draft),
                month_only=gift_day(draft) is not None and draft.day is None,
            )
        )
    elif draft.cost is not None and ours[0].cost is None:
        merge.filled(Field.GIFTS, draft.item)
        merge.file.swap(ours[0], replace(ours[0], cost=draft.cost))


def _is_gift(ours: Gift, draft: GiftDraft) -> bool:
    """Return whether a gift of ours is the one of the row, perhaps known to us more exactly."""
    if ours.person_id is not None or text_key(ours.item) != text_key(draft.item):
        return False
    if None not in {ours.cost, draft.cost} and ours.cost != draft.cost:
        return False
    day = gift_day(draft)
    if day is None or ours.on is None:
        return day is ours.on and ours.occasion == _vague_day(draft)
    if draft.day is None or ours.month_only:
        return (ours.on.year, ours.on.month) == (day.year, day.month)
    return ours.on == day


def _vague_day(draft: GiftDraft) -> str:
    """Return what is known of the day where it makes no date: 2025, --03, --03-08."""
    if gift_day(draft) is not None:
        return ""
    if draft.year is not None:
        return str(draft.year)
    month = "" if draft.month is None else f"--{draft.month:02d}"
    return f"{month}-{draft.day:02d}" if month and draft.day else month
