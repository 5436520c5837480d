"""The check of reminders in words: when it will pop up, what was told and done, why not."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.book_check import Gap
from crm_desktop.domain.clock_sanity import ClockTrouble
from crm_desktop.domain.occasions import Kept, ReminderState, Source, Stage
from crm_desktop.domain.records import ClientDate, DateKind, Person
from crm_desktop.domain.reminder_check import Later, Line, Raise, Told, Whose, Why
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import dated_fact, day, day_and_relative, day_with_year, relative
from crm_desktop.ui.text.discretion import discreet, discreet_name
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.occasions import called, event, title

_WHY: Final = {
    Why.IN_TRASH: QT_TRANSLATE_NOOP("Check", "Will not remind: she is in the trash"),
    Why.DECEASED: QT_TRANSLATE_NOOP("Check", "Will not remind: she has died"),
    Why.ARCHIVED: QT_TRANSLATE_NOOP("Check", "Will not remind: she is in the archive"),
    Why.DO_NOT_CONTACT: QT_TRANSLATE_NOOP(
        "Check", "Will not remind: she does not want to be contacted"
    ),
    Why.NO_DAY: QT_TRANSLATE_NOOP("Check", "Cannot remind: no day is known"),
    Why.ENDED: QT_TRANSLATE_NOOP("Check", "Will not remind: it is not kept any more"),
    Why.NOT_MAIN: QT_TRANSLATE_NOOP("Check", "Will not remind: it is not the one celebrated"),
    Why.BEYOND_CALENDAR: QT_TRANSLATE_NOOP(
        "Check", "Will not remind: this day does not come again before 2101"
    ),
    Why.LEAD_OFF: QT_TRANSLATE_NOOP(
        "Check", "Will not remind: Settings say so for clients of her tier"
    ),
    Why.LOST: QT_TRANSLATE_NOOP("Check", "Would be forgotten: the book does not find this day"),
}
_SHORT: Final = {
    Why.IN_TRASH: QT_TRANSLATE_NOOP("Check", "in the trash"),
    Why.DECEASED: QT_TRANSLATE_NOOP("Check", "died"),
    Why.ARCHIVED: QT_TRANSLATE_NOOP("Check", "in the archive"),
    Why.DO_NOT_CONTACT: QT_TRANSLATE_NOOP("Check", "not to be contacted"),
    Why.NO_DAY: QT_TRANSLATE_NOOP("Check", "no day is known"),
    Why.ENDED: QT_TRANSLATE_NOOP("Check", "not kept any more"),
    Why.NOT_MAIN: QT_TRANSLATE_NOOP("Check", "none is the one celebrated"),
    Why.BEYOND_CALENDAR: QT_TRANSLATE_NOOP("Check", "does not come again before 2101"),
    Why.LEAD_OFF: QT_TRANSLATE_NOOP("Check", "off in Settings"),
    Why.LOST: QT_TRANSLATE_NOOP("Check", "not found by the book"),
}
_LATER: Final = {
    Later.SKIPS: QT_TRANSLATE_NOOP("Check", "By the choice made for it, it skips years"),
    Later.FIRST_TIME: QT_TRANSLATE_NOOP("Check", "It comes round for the first time"),
}
_SOURCES: Final = {
    Source.TALK: QT_TRANSLATE_NOOP("Check", "Follow-up after a talk"),
    Source.VISIT: QT_TRANSLATE_NOOP("Check", "Follow-up after a visit"),
    Source.PROMISE: QT_TRANSLATE_NOOP("Check", "A promise"),
    Source.POINTS: QT_TRANSLATE_NOOP("Check", "Points that expire"),
    Source.FESTIVAL: QT_TRANSLATE_NOOP("Check", "A festival"),
    Source.MILESTONE: QT_TRANSLATE_NOOP("Check", "A day of the child"),
}
_STAGES: Final = {
    Stage.PREPARE: QT_TRANSLATE_NOOP("Check", "to prepare"),
    Stage.CONFIRM: QT_TRANSLATE_NOOP("Check", "to confirm the delivery"),
    Stage.DAY: QT_TRANSLATE_NOOP("Check", "on the day"),
    Stage.REACTION: QT_TRANSLATE_NOOP("Check", "to ask how it was liked"),
    Stage.POINTS_60: QT_TRANSLATE_NOOP("Check", "60 days ahead"),
    Stage.POINTS_30: QT_TRANSLATE_NOOP("Check", "30 days ahead"),
    Stage.POINTS_7: QT_TRANSLATE_NOOP("Check", "7 days ahead"),
}
_DEEDS: Final[Mapping[ReminderState, str]] = {
    ReminderState.PENDING: QT_TRANSLATE_NOOP("Check", "taken up again"),
    ReminderState.SHOWN: QT_TRANSLATE_NOOP("Check", "told {at}"),
    ReminderState.SNOOZED: QT_TRANSLATE_NOOP("Check", "put off until {until}"),
    ReminderState.ORDERED: QT_TRANSLATE_NOOP("Check", "ordered {changed}"),
    ReminderState.DONE: QT_TRANSLATE_NOOP("Check", "done {changed}"),
    ReminderState.DISMISSED: QT_TRANSLATE_NOOP("Check", "let go {changed}"),
    ReminderState.MISSED: QT_TRANSLATE_NOOP("Check", "missed"),
}
_CLOCK: Final = {
    ClockTrouble.LONG_AGO: QT_TRANSLATE_NOOP(
        "Check", "The clock of this computer says {day}: set date and time right"
    ),
    ClockTrouble.FAR_AHEAD: QT_TRANSLATE_NOOP(
        "Check", "The clock of this computer says {day}: set date and time right"
    ),
    ClockTrouble.BEHIND: QT_TRANSLATE_NOOP(
        "Check", "The clock says {day}, which is before the last time you worked: is it right?"
    ),
    ClockTrouble.AHEAD: QT_TRANSLATE_NOOP(
        "Check", "The clock says {day}, over a year after the last time you worked: is it right?"
    ),
}
_MISSING: Final = {
    Whose.OWN: QT_TRANSLATE_NOOP("Check", "Her birthday"),
    Whose.SPOUSE: QT_TRANSLATE_NOOP("Check", "Birthday of her husband"),
    Whose.CHILD: QT_TRANSLATE_NOOP("Check", "Birthday of her child"),
}

_NEAR: Final = 2


def why_words(why: Why) -> str:
    """Return why nothing will be raised, as a sentence."""
    return QCoreApplication.translate("Check", _WHY[why])


def why_short(why: Why) -> str:
    """Return why nothing will be raised, in a few words beside a name."""
    return QCoreApplication.translate("Check", _SHORT[why])


def clock_words(trouble: ClockTrouble, now: dt.datetime) -> str:
    """Return what seems wrong with the clock of the computer."""
    pattern = QCoreApplication.translate("Check", _CLOCK[trouble])
    return pattern.format(day=day_with_year(now.date()))


def line_title(line: Line) -> str:
    """Return what may remind: `大宝 · 生日`, `结婚纪念日`, `回访`."""
    if line.date is not None:
        return date_title(line.date, line.person)
    if line.whose is not None:
        return _whose_title(line.whose, line.person)
    if line.occasion is not None and line.source is Source.MILESTONE:
        return _of_person(event(line.occasion), line.person)
    return QCoreApplication.translate("Check", _SOURCES[line.source])


def line_fact(line: Line) -> str:
    """Return the day as it was told, or what is to be followed up; "" where there is neither."""
    if line.date is not None:
        return dated_fact(line.date.fact)
    return "" if line.occasion is None else discreet(line.occasion.label)


def person_words(person: Person) -> str:
    """Return what somebody of her family is called, as the first word of a line."""
    name = discreet_name(called(person))
    return name[:1].upper() + name[1:]


def date_title(date: ClientDate, person: Person | None) -> str:
    """Return whose day it is and which."""
    is_named = date.kind is DateKind.VALUED and date.label
    return _of_person(date.label if is_named else choice(date.kind), person)


def gap_title(gap: Gap) -> str:
    """Return what is the matter with a client: the day it is about, or why she is never told."""
    if gap.whose is not None:
        return _whose_title(gap.whose, gap.person)
    if gap.date is not None:
        fact = dated_fact(gap.date.fact)
        pattern = QCoreApplication.translate("Check", "{title}: {fact}")
        return pattern.format(title=date_title(gap.date, gap.person), fact=fact)
    return "" if gap.why is None else why_short(gap.why)


def gap_detail(gap: Gap) -> str:
    """Return when a day that skips years comes next, or why it does not."""
    if gap.why is not None and gap.date is not None:
        return why_words(gap.why)
    if gap.later is None or gap.next_on is None:
        return ""
    return later_words(gap.later, gap.next_on)


def unreadable_words(rows: int) -> str:
    """Return how many entries of one client are passed over."""
    if rows == 1:
        return QCoreApplication.translate("Check", "One entry in her file cannot be read")
    pattern = QCoreApplication.translate("Check", "{count} entries in her file cannot be read")
    return pattern.format(count=f"{rows:,}")


def later_words(later: Later, next_on: dt.date) -> str:
    """Return why the next time is far, and when it is."""
    pattern = QCoreApplication.translate("Check", "{why}: next {day}")
    why = QCoreApplication.translate("Check", _LATER[later])
    return pattern.format(why=why, day=day_with_year(next_on))


def next_words(line: Line, today: dt.date) -> str:
    """Return `Next: Tue 24 Nov · the day after tomorrow, Birthday, turns 8`; `Was due: …`."""
    if line.next_on is None:
        return ""
    pattern = QCoreApplication.translate("Check", "Next: {day}")
    if line.next_on < today:
        pattern = QCoreApplication.translate("Check", "Was due: {day}")
    told = pattern.format(day=day_and_relative(line.next_on, today))
    if line.occasion is None or line.occasion.age is None:
        return told
    more = QCoreApplication.translate("Check", "{next} · {event}")
    return more.format(next=told, event=event(line.occasion))


def raise_words(one: Raise, today: dt.date) -> str:
    """Return `Sun 22 Nov 09:00 to prepare`, as one of a row of pop-ups."""
    pattern = QCoreApplication.translate("Check", "{day} {time} {stage}")
    on = one.at.date()
    told = day(on) if on.year == today.year else day_with_year(on)
    return pattern.format(day=told, time=f"{one.at:%H:%M}", stage=_stage_words(one))


def raises_words(raises: Iterable[Raise], today: dt.date) -> str:
    """Return every pop-up to come in one line, "" where there is none."""
    told = [raise_words(one, today) for one in raises]
    if not told:
        return ""
    between = QCoreApplication.translate("Check", "; ", "between pop-ups")
    pattern = QCoreApplication.translate("Check", "Pops up {times}")
    return pattern.format(times=between.join(told))


def told_words(told: Iterable[Told], today: dt.date, most: int = 3) -> list[str]:
    """Return a line for each of the latest days of which something was told."""
    days = groupby(told, key=_day_told)
    return [_day_words(on, list(rows), today) for on, rows in _first(days, most)]


def entered_words(on: dt.date) -> str:
    """Return that a day was entered once it had passed."""
    pattern = QCoreApplication.translate("Check", "Entered after {day}: not told that time")
    return pattern.format(day=day_with_year(on))


def ahead_words(one: Raise) -> str:
    """Return what pops up, for the list of the coming days."""
    return title(one.reminder.occasion)


def ahead_detail(one: Raise, today: dt.date) -> str:
    """Return when it pops up and for which day."""
    occasion = one.reminder.occasion
    if occasion.on == one.at.date():
        return QCoreApplication.translate("Check", "on the day")
    pattern = QCoreApplication.translate("Check", "for {day}")
    return pattern.format(day=day(occasion.on) + " · " + relative(occasion.on, today))


def moment_words(at: dt.datetime | None, now: dt.datetime) -> str:
    """Return when something last was, or that it never was."""
    if at is None:
        return QCoreApplication.translate("Check", "not yet")
    local = at.astimezone(now.tzinfo)
    pattern = QCoreApplication.translate("Check", "{day} {time}")
    on = local.date()
    told = relative(on, now.date()) if abs((on - now.date()).days) <= _NEAR else day_with_year(on)
    return pattern.format(day=told, time=f"{local:%H:%M}")


def _stage_words(one: Raise) -> str:
    reminder = one.reminder
    if reminder.stage is Stage.PREPARE:
        days = (reminder.on - one.at.date()).days
        pattern = QCoreApplication.translate("Check", "to prepare, {days} days ahead")
        if days == 1:
            pattern = QCoreApplication.translate("Check", "to prepare, the day before")
        return pattern.format(days=days)
    return QCoreApplication.translate("Check", _STAGES[reminder.stage])


def _day_told(told: Told) -> dt.date:
    return told.key.on


def _first(
    days: "Iterable[tuple[dt.date, Iterable[Told]]]", most: int
) -> "Iterable[tuple[dt.date, list[Told]]]":
    for place, (on, rows) in enumerate(days):
        if place == most:
            return
        yield on, list(rows)


def _day_words(on: dt.date, rows: Sequence[Told], today: dt.date) -> str:
    order = list(Stage)
    stages = sorted(rows, key=lambda told: order.index(told.key.stage))
    between = QCoreApplication.translate("Check", " · ", "between what was done")
    deeds = between.join(_deed(told.key.stage, told.kept, today) for told in stages)
    pattern = QCoreApplication.translate("Check", "{day}: {deeds}")
    return pattern.format(day=day_with_year(on), deeds=deeds)


def _deed(stage: Stage, kept: Kept, today: dt.date) -> str:
    pattern = QCoreApplication.translate("Check", _DEEDS[kept.state])
    deed = pattern.format(
        at=_short(kept.shown_at or kept.changed_at, today),
        until=_short(kept.snoozed_until, today),
        changed=_short(kept.changed_at, today),
    )
    both = QCoreApplication.translate("Check", "{stage} – {deed}")
    return both.format(stage=QCoreApplication.translate("Check", _STAGES[stage]), deed=deed)


def _short(at: dt.datetime | None, today: dt.date) -> str:
    if at is None:
        return ""
    on = at.date()
    told = day(on) if on.year == today.year else day_with_year(on)
    return f"{told} {at:%H:%M}"


def _of_person(what: str, person: Person | None) -> str:
    if person is None:
        return what
    pattern = QCoreApplication.translate("Check", "{person} · {what}")
    return pattern.format(person=person_words(person), what=what)


def _whose_title(whose: Whose, person: Person | None) -> str:
    if person is None or not (person.nickname or person.name):
        return QCoreApplication.translate("Check", _MISSING[whose])
    return _of_person(choice(DateKind.BIRTHDAY), person)
