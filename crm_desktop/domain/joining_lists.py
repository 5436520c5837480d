"""Joining everything that hangs on two clients: all of it is kept, a double only once.

A record of the other client is a double only if all she would see of it stands in one of the
kept client's; each of ours takes in one of theirs at most.
"""

from collections.abc import Hashable
from dataclasses import replace

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.joining import MAIN_PHONE, MergeChoice, Side, both, joined_client
from crm_desktop.domain.joining_family import join_dates, join_persons
from crm_desktop.domain.joining_records import Joined, Joining, seen, with_source
from crm_desktop.domain.matching import name_key
from crm_desktop.domain.records import (
    Bill,
    ClinicCard,
    FactSource,
    FestivalMark,
    Phone,
    PointsEntry,
    Preference,
    Tag,
)


def joined(kept: ClientFolder, other: ClientFolder, choice: MergeChoice) -> Joined:
    """Return what is to be written so that `kept` holds everything of both."""
    joining = Joining(kept.client.id)
    join_persons(joining, kept, other)
    join_dates(joining, kept, other, choice)
    _join_short_facts(joining, kept, other, choice)
    _join_clinic(joining, kept, other)
    _join_care(joining, kept, other)
    return joining.done(joined_client(kept.client, other.client, choice))


def _join_short_facts(
    joining: Joining, kept: ClientFolder, other: ClientFolder, choice: MergeChoice
) -> None:
    joining.join(kept.phones, other.phones, _digits, _with_label)
    _settle_main_phone(joining, kept, other, choice)
    joining.join(kept.cards, other.cards, _card)
    joining.join(kept.tags, other.tags, _tag, _with_need)
    joining.join(kept.preferences, other.preferences, _preference)
    joining.join(kept.consents, other.consents, seen)
    joining.join(kept.sources, other.sources, _source)


def _join_clinic(joining: Joining, kept: ClientFolder, other: ClientFolder) -> None:
    """Join visits first, then what was bought, then what was drawn on it."""
    joining.join(kept.visits, other.visits, seen)
    joining.join(_bought(kept), _bought(other), seen)
    joining.join(kept.completed, other.completed, seen)
    joining.join(kept.potential, other.potential, seen)
    joining.join(kept.packages, other.packages, seen)
    joining.join(kept.deposits, other.deposits, seen)
    joining.join(_drawn(kept), _drawn(other), seen)


def _join_care(joining: Joining, kept: ClientFolder, other: ClientFolder) -> None:
    joining.join(kept.gifts, other.gifts, seen)
    joining.join(kept.contacts, other.contacts, seen)
    joining.join(kept.promises, other.promises, seen)
    joining.join(kept.complaints, other.complaints, seen)
    ours, theirs = ([guest for guest, _ in folder.guests] for folder in (kept, other))
    joining.join(ours, theirs, seen)
    joining.join(_lots(kept), _lots(other), seen)
    joining.join(_of_lots(kept), _of_lots(other), seen)
    joining.join(kept.attachments, other.attachments, _never)
    joining.join(kept.festival_marks, other.festival_marks, _festival)


def _settle_main_phone(
    joining: Joining, kept: ClientFolder, other: ClientFolder, choice: MergeChoice
) -> None:
    """Leave one main number, hers as she chose."""
    ours = next((phone for phone in kept.phones if phone.is_main), None)
    theirs = next((phone for phone in other.phones if phone.is_main), None)
    if theirs is not None and (ours is None or choice.get(MAIN_PHONE) is Side.OTHER):
        main_id = joining.standing(Phone, theirs.id)
    elif ours is not None:
        main_id = ours.id
    else:
        return
    for phone in joining.of(Phone):
        joining.set(replace(phone, is_main=phone.id == main_id))


def _digits(phone: Phone) -> Hashable:
    return phone.digits


def _with_label(ours: Phone, theirs: Phone) -> Phone:
    phone = with_source(ours, theirs)
    return replace(phone, label=both(ours.label, theirs.label, lines=False))


def _card(card: ClinicCard) -> Hashable:
    return card.source, card.number


def _tag(tag: Tag) -> Hashable:
    return name_key(tag.name)


def _with_need(ours: Tag, theirs: Tag) -> Tag:
    return replace(ours, is_need=ours.is_need or theirs.is_need)


def _preference(one: Preference) -> Hashable:
    return one.kind, one.person_id, name_key(one.category), name_key(one.text)


def _source(source: FactSource) -> Hashable:
    return source.field, source.learnt_on, source.learnt_from


def _bought(folder: ClientFolder) -> list[Bill]:
    return [bill for bill in folder.bills if not _draws(bill)]


def _drawn(folder: ClientFolder) -> list[Bill]:
    return [bill for bill in folder.bills if _draws(bill)]


def _draws(bill: Bill) -> bool:
    return bill.package_id is not None or bill.deposit_id is not None


def _lots(folder: ClientFolder) -> list[PointsEntry]:
    return [entry for entry in folder.points if entry.lot_id is None]


def _of_lots(folder: ClientFolder) -> list[PointsEntry]:
    return [entry for entry in folder.points if entry.lot_id is not None]


def _festival(mark: FestivalMark) -> Hashable:
    return mark.festival, mark.on


def _never(_record: object) -> None:
    """A file belongs to its record alone, so that no attachment stands for another."""
