"""Each record in a line: what it is, what is worth knowing of it, a pill for its state."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain import records as kinds
from crm_desktop.domain.base_facts import SALES, signed
from crm_desktop.domain.must_have import SPOUSES
from crm_desktop.domain.occasions import Kind as OccasionKind
from crm_desktop.domain.records import GiftState, PromiseState
from crm_desktop.domain.refunds import noted_before
from crm_desktop.services.records import Record
from crm_desktop.ui.client.profile_facts import OF_CLIENT
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.when import age_words, both_calendars, day_words, joined, round_words
from crm_desktop.ui.text import money
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import month_and_year
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.theme.roles import Tone

_DAYS_AHEAD: Final = QT_TRANSLATE_NOOP("Lines", "{days} days ahead")
_SATISFIED: Final = QT_TRANSLATE_NOOP("Lines", "satisfied {n}/5")
_NEXT: Final = QT_TRANSLATE_NOOP("Lines", "next: {step}")
_LIST_PRICE: Final = QT_TRANSLATE_NOOP("Lines", "list price {price}")
_BUDGET: Final = QT_TRANSLATE_NOOP("Lines", "budget {sum}")
_INTEREST: Final = QT_TRANSLATE_NOOP("Lines", "interest {n}/5")
_OF_USED: Final = QT_TRANSLATE_NOOP("Lines", "{used} of {bought} used")
_UNTIL: Final = QT_TRANSLATE_NOOP("Lines", "until {day}")
_LEFT: Final = QT_TRANSLATE_NOOP("Lines", "{left} left")
_SEVERITY: Final = QT_TRANSLATE_NOOP("Lines", "severity {n}/5")
_SPENT: Final = QT_TRANSLATE_NOOP("Lines", "spent {sum}")
_NO_BIRTHDAY: Final = QT_TRANSLATE_NOOP("Lines", "Birthday not known yet")
_NOT_KEPT: Final = QT_TRANSLATE_NOOP("Lines", "Not kept")
_NO_REMINDER: Final = QT_TRANSLATE_NOOP("Lines", "No reminder")
_REMINDS: Final = QT_TRANSLATE_NOOP("Lines", "Reminds")
_DAY_ALONE: Final = QT_TRANSLATE_NOOP("Lines", "on the day only")
_ASIDE: Final = QT_TRANSLATE_NOOP("Lines", "{day} (no reminder)")
_MAIN: Final = QT_TRANSLATE_NOOP("Lines", "Main")
_CLINIC_CARD: Final = QT_TRANSLATE_NOOP("Lines", "Clinic card")
_UNTREATED: Final = QT_TRANSLATE_NOOP("Lines", "Paid, untreated")
_NOT_TREATED: Final = QT_TRANSLATE_NOOP("Lines", "Not treated yet")
_TWICE: Final = QT_TRANSLATE_NOOP("Lines", "Noted twice?")
_CLOSED: Final = QT_TRANSLATE_NOOP("Lines", "Closed")
_OVERDUE: Final = QT_TRANSLATE_NOOP("Lines", "Overdue")
_REACTION: Final = QT_TRANSLATE_NOOP("Lines", '"{words}"')
_WHOSE: Final = QT_TRANSLATE_NOOP("Lines", "{whose}: {what}")
_WITHDRAWN: Final = QT_TRANSLATE_NOOP("Lines", "Withdrawn")

_GIVEN: Final = QT_TRANSLATE_NOOP("Lines", "Agreed")
_DUE: Final = QT_TRANSLATE_NOOP("Lines", "Due today")
_MADE: Final = QT_TRANSLATE_NOOP("Lines", "promised {day}")
_AGAIN: Final = QT_TRANSLATE_NOOP("Lines", "again {day}")

_BIRTHDAY_WANTED: Final = {kinds.Relation.CHILD, *SPOUSES}


_VISIT_TONES: Final = {
    kinds.VisitType.FIRST: Tone.GOLD,
    kinds.VisitType.RETURN: Tone.PLAIN,
    kinds.VisitType.CHECK: Tone.PLAIN,
    kinds.VisitType.REPEAT_PURCHASE: Tone.OK,
    kinds.VisitType.DISPUTE: Tone.BAD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a row shows."""

    title: str
    detail: str = ""
    more: str = ""
    pill: str = ""
    tone: Tone = Tone.PLAIN


def line_of(record: Record, shown: Shown) -> Line:
    """Return the line of any record that hangs on a client."""
    return _LINES[type(record)](record, shown)


def _person(person: kinds.Person, shown: Shown) -> Line:
    relation = choice(person.relation)
    is_within = person.nickname.casefold() in person.name.casefold()
    known = (person.name,) if is_within else (person.nickname, person.name)
    named = " ".join(part for part in known if part)
    is_said = not named or relation.casefold() in named.casefold()
    title = joined(named or relation, "" if is_said else relation, person.occupation)
    dates = [date for date in shown.folder.dates if date.person_id == person.id]
    dates.sort(key=_stands_back)
    told = [_aside(date, _dated(date, shown, with_kind=len(dates) > 1)) for date in dates]
    rounds = [round_words(date, shown) for date in dates[:1]]
    if not told:
        told = [_say(_NO_BIRTHDAY)] if person.relation in _BIRTHDAY_WANTED else []
    return Line(title=title, detail=joined(*told), more=joined(*rounds, person.notes))


def _client_date(date: kinds.ClientDate, shown: Shown) -> Line:
    title = joined(date.label or choice(date.kind), date.origin)
    detail = joined(_dated(date, shown, with_kind=False), _ahead(date))
    more = round_words(date, shown)
    if date.is_ended:
        return Line(title=title, detail=detail, more=more, pill=_say(_NOT_KEPT))
    if not date.is_main:
        return Line(title=title, detail=detail, more=more, pill=_say(_NO_REMINDER))
    pill = _say(_REMINDS) if _has_rival(date, shown) else ""
    return Line(title=title, detail=detail, more=more, pill=pill, tone=Tone.ACCENT)


def _ahead(date: kinds.ClientDate) -> str:
    """Return the lead of its own, "" where the table says it."""
    if date.lead_days is None:
        return ""
    return _say(_DAYS_AHEAD, days=date.lead_days) if date.lead_days else _say(_DAY_ALONE)


def _has_rival(date: kinds.ClientDate, shown: Shown) -> bool:
    """Return whether another day of this kind of the same person could remind instead."""
    if date.kind is kinds.DateKind.VALUED:
        return False
    place = (date.person_id, date.kind)
    same = (each for each in shown.folder.dates if (each.person_id, each.kind) == place)
    return any(each.id != date.id and not each.is_ended for each in same)


def _stands_back(date: kinds.ClientDate) -> bool:
    return date.is_ended or not date.is_main


def _aside(date: kinds.ClientDate, told: str) -> str:
    return _say(_ASIDE, day=told) if _stands_back(date) else told


def _dated(date: kinds.ClientDate, shown: Shown, *, with_kind: bool) -> str:
    """Return `Birthday 农历三月初八 (14 Apr) · 12 years, goat`."""
    kind = f"{date.label or choice(date.kind)} " if with_kind else ""
    age = age_words(date, shown.today, counts_both=True)
    return joined(f"{kind}{both_calendars(date)}", age)


def _phone(phone: kinds.Phone, _shown: Shown) -> Line:
    pill = _say(_MAIN) if phone.is_main else ""
    return Line(title=phone.digits, detail=phone.label, pill=pill)


def _card(card: kinds.ClinicCard, _shown: Shown) -> Line:
    return Line(
        title=card.number,
        detail=joined(_say(_CLINIC_CARD), card.source),
    )


def _visit(visit: kinds.Visit, shown: Shown) -> Line:
    bills = [bill for bill in shown.folder.bills if bill.visit_id == visit.id]
    done = "、".join(dict.fromkeys(bill.project for bill in bills if bill.project))
    kind = "" if visit.type is None else choice(visit.type)
    score = "" if visit.satisfaction is None else _say(_SATISFIED, n=visit.satisfaction)
    step = joined(visit.next_step, day_words(visit.next_on, shown.today))
    after = _say(_NEXT, step=step) if step else ""
    title, notes = (done, visit.notes) if done else (visit.notes or kind, "")
    apart = [bill for bill in bills if bill.kind is not kinds.BillKind.PAYMENT and bill.paid]
    spent = [f"{choice(bill.kind)} {money(signed(bill))}" for bill in apart]
    detail = joined(*spent, notes, visit.doctor, score, after)
    tone = Tone.PLAIN if visit.type is None else _VISIT_TONES[visit.type]
    return Line(title=title, detail=detail, pill=kind, tone=tone)


def _bill(bill: kinds.Bill, shown: Shown) -> Line:
    count = f"× {bill.quantity}" if bill.quantity != 1 else ""
    listed = "" if bill.list_price in {None, bill.paid} else money(bill.list_price or 0)
    kind = "" if bill.kind is kinds.BillKind.PAYMENT else choice(bill.kind)
    was = _say(_LIST_PRICE, price=listed) if listed else ""
    detail = joined(day_words(bill.on, shown.today), kind, count, bill.category, was)
    pill = "" if bill.is_treated or bill.kind not in SALES else _say(_NOT_TREATED)
    pill = pill if noted_before(bill, shown.folder.bills) is None else _say(_TWICE)
    return Line(title=bill.project or choice(bill.kind), detail=detail, pill=pill, tone=Tone.WARN)


def _completed(done: kinds.CompletedProject, shown: Shown) -> Line:
    times = f"× {done.times}" if done.times != 1 else ""
    detail = joined(day_words(done.on, shown.today), times, done.doctor, done.notes)
    return Line(title=done.project, detail=detail)


def _potential(may: kinds.PotentialProject, shown: Shown) -> Line:
    budget = "" if may.budget is None else _say(_BUDGET, sum=money(may.budget))
    interest = "" if may.interest is None else _say(_INTEREST, n=may.interest)
    step = joined(may.next_step, day_words(may.next_on, shown.today))
    detail = joined(may.obstacle, budget, interest, step)
    if may.closed_on is not None:
        return Line(title=may.project, detail=detail, pill=_say(_CLOSED))
    return Line(title=may.project, detail=detail)


def _package(package: kinds.Package, shown: Shown) -> Line:
    used = _say(_OF_USED, used=package.used, bought=package.bought)
    until = day_words(package.expires_on, shown.today)
    expires = _say(_UNTIL, day=until) if until else ""
    is_over = package.expires_on is not None and package.expires_on < shown.today
    paid = "" if package.paid is None else money(package.paid)
    pill = _say(_LEFT, left=package.left)
    tone = Tone.ACCENT if package.left > 0 else Tone.PLAIN
    tone = Tone.BAD if is_over and package.left > 0 else tone
    return Line(title=package.project, detail=joined(used, expires, paid), pill=pill, tone=tone)


def _deposit(deposit: kinds.Deposit, shown: Shown) -> Line:
    waiting = deposit.state in {kinds.DepositState.DEPOSIT, kinds.DepositState.PAID_UNTREATED}
    detail = joined(money(deposit.amount), day_words(deposit.on, shown.today), deposit.notes)
    tone = Tone.WARN if waiting else Tone.PLAIN
    is_untreated = deposit.state is kinds.DepositState.PAID_UNTREATED
    pill = _say(_UNTREATED) if is_untreated else choice(deposit.state)
    return Line(title=deposit.project, detail=detail, pill=pill, tone=tone)


def _gift(gift: kinds.Gift, shown: Shown) -> Line:
    cost = "" if gift.cost is None else money(gift.cost)
    on = gift.delivered_on or gift.on or gift.ordered_on
    when = "" if on is None else day_words(on, shown.today)
    if gift.month_only and gift.on is not None:
        when = month_and_year(gift.on)
    whose = joined(shown.person_called(gift.person_id), _occasion(gift.occasion))
    tones = {GiftState.IDEA: Tone.PLAIN, GiftState.ORDERED: Tone.WARN, GiftState.GIVEN: Tone.OK}
    reaction = _say(_REACTION, words=gift.reaction) if gift.reaction else ""
    detail = joined(when, whose, reaction)
    title = " ".join(part for part in (gift.item, cost) if part)
    return Line(title=title, detail=detail, pill=choice(gift.state), tone=tones[gift.state])


def _occasion(code: str) -> str:
    return choice(OccasionKind(code)) if code in set(OccasionKind) else code


def _contact(contact: kinds.Contact, shown: Shown) -> Line:
    after = day_words(contact.next_on, shown.today)
    again = _say(_AGAIN, day=after) if after else ""
    when = day_words(contact.on, shown.today)
    title = contact.outcome or contact.notes or contact.channel
    notes = contact.notes if contact.outcome else ""
    detail = joined(when, contact.channel, again, notes)
    if not _is_waited_for(contact, shown):
        return Line(title=title, detail=detail)
    is_late = contact.next_on is not None and contact.next_on < shown.today
    pill = _say(_OVERDUE) if is_late else _say(_DUE)
    return Line(title=title, detail=detail, pill=pill, tone=Tone.BAD if is_late else Tone.WARN)


def _is_waited_for(contact: kinds.Contact, shown: Shown) -> bool:
    """Tell whether the day to talk again has come and she was not talked to since."""
    if contact.next_on is None or contact.next_on > shown.today:
        return False
    last = shown.folder.contacts[-1]
    return contact.on == last.on


def _promise(promise: kinds.Promise, shown: Shown) -> Line:
    is_open = promise.state is PromiseState.OPEN
    due = promise.due_on
    is_late = is_open and due is not None and due < shown.today
    until = _say(_UNTIL, day=day_words(due, shown.today)) if due else ""
    made = _say(_MADE, day=day_words(promise.made_on, shown.today)) if promise.made_on else ""
    tone = Tone.BAD if is_late else Tone.WARN if is_open else Tone.PLAIN
    pill = _say(_OVERDUE) if is_late else choice(promise.state)
    return Line(title=promise.what, detail=joined(until, made), pill=pill, tone=tone)


def _complaint(complaint: kinds.Complaint, shown: Shown) -> Line:
    severity = ""
    if complaint.severity is not None:
        severity = _say(_SEVERITY, n=complaint.severity)
    is_closed = complaint.state is kinds.ComplaintState.CLOSED
    when = day_words(complaint.on, shown.today)
    return Line(
        title=complaint.what or complaint.direction,
        detail=joined(when, complaint.direction, severity, complaint.resolution),
        pill=choice(complaint.state),
        tone=Tone.PLAIN if is_closed else Tone.BAD,
    )


def _guest(guest: kinds.ActivityGuest, shown: Shown) -> Line:
    names = {each.id: name for each, name in shown.folder.guests}
    spent = "" if guest.spent is None else _say(_SPENT, sum=money(guest.spent))
    return Line(title=names.get(guest.id, ""), detail=spent, pill=choice(guest.state))


def _points(entry: kinds.PointsEntry, shown: Shown) -> Line:
    until = day_words(entry.expires_on, shown.today)
    expires = _say(_UNTIL, day=until) if until else ""
    title = f"{choice(entry.kind)} {entry.points:,}"
    return Line(title=title, detail=joined(day_words(entry.on, shown.today), expires, entry.notes))


def _consent(consent: kinds.Consent, shown: Shown) -> Line:
    given = day_words(consent.given_on, shown.today)
    withdrawn = consent.withdrawn_on is not None
    return Line(
        title=joined(choice(consent.kind), consent.purpose),
        detail=joined(given, consent.channel, consent.text_version),
        pill=_say(_WITHDRAWN) if withdrawn else _say(_GIVEN),
        tone=Tone.BAD if withdrawn else Tone.OK,
    )


def _source(source: kinds.FactSource, shown: Shown) -> Line:
    names = {spec.name: spec.words for spec in OF_CLIENT}
    detail = joined(day_words(source.learnt_on, shown.today), source.learnt_from)
    return Line(title=names.get(source.field, source.field), detail=detail)


def _preference(preference: kinds.Preference, shown: Shown) -> Line:
    whose = shown.person_called(preference.person_id)
    title = _say(_WHOSE, whose=whose, what=preference.text) if whose else preference.text
    return Line(title=title)


def _say(english: str, **facts: object) -> str:
    return QCoreApplication.translate("Lines", english).format(**facts)


_LINES: Final[dict[type[Record], Callable[[Any, Shown], Line]]] = {
    kinds.Person: _person,
    kinds.ClientDate: _client_date,
    kinds.Phone: _phone,
    kinds.ClinicCard: _card,
    kinds.Visit: _visit,
    kinds.Bill: _bill,
    kinds.CompletedProject: _completed,
    kinds.PotentialProject: _potential,
    kinds.Package: _package,
    kinds.Deposit: _deposit,
    kinds.Gift: _gift,
    kinds.Contact: _contact,
    kinds.Promise: _promise,
    kinds.Complaint: _complaint,
    kinds.ActivityGuest: _guest,
    kinds.PointsEntry: _points,
    kinds.Consent: _consent,
    kinds.FactSource: _source,
    kinds.Preference: _preference,
}
