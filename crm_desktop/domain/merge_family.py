"""Merging what a row says of her family and of the days that matter."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.drafts import ChildDraft, ClientDraft, Field, PartnerDraft
from crm_desktop.domain.foreign import text_of
from crm_desktop.domain.matching import name_key, same_day
from crm_desktop.domain.open_file import Merge
from crm_desktop.domain.records import ClientDate, DateKind, Person, Relation, Sex

NextId = Callable[[], int]

_PARTNERS: Final = {Relation.HUSBAND, Relation.WIFE, Relation.PARTNER}
_SONS: Final = ("儿子", "男孩", "公子")
_DAUGHTERS: Final = ("女儿", "女孩", "闺女", "千金")


def merge_family(merge: Merge, draft: ClientDraft, next_person: NextId) -> None:
    """Merge her own days, her husband and her children into the file."""
    merge_day(merge, None, DateKind.BIRTHDAY, draft.birthday, Field.BIRTHDAY)
    merge_day(merge, None, DateKind.WEDDING, draft.wedding, Field.WEDDING)
    if draft.husband is not None:
        _partner(merge, draft.husband, next_person)
    if draft.children:
        _children(merge, draft.children, next_person)


def merge_day(
    merge: Merge,
    person_id: int | None,
    kind: DateKind,
    theirs: DatedFact | None,
    field: Field,
) -> None:
    """Merge one yearly day: a year we lacked is filled in, another day is a conflict."""
    if theirs is None:
        return
    ours = [
        date
        for date in merge.file.of(ClientDate)
        if date.person_id == person_id and date.kind is kind
    ]
    alike = next((date for date in ours if same_day(date.fact, theirs)), None)
    if alike is not None:
        merge.says(field, str(person_id))
        if alike.year is None and theirs.year is not None:
            merge.filled(field, theirs, str(person_id))
            merge.file.swap(alike, replace(alike, year=theirs.year))
    elif not ours:
        if person_id is None and merge.was_told(field, text_of(theirs)):
            return
        merge.filled(field, theirs, str(person_id))
        _add_day(merge, person_id, kind, theirs)
    else:
        main = next((date for date in ours if date.is_main), ours[0])
        if merge.value(field, main.fact, theirs, str(person_id)) is theirs:
            merge.file.swap(main, moved_to(main, theirs))


def _add_day(merge: Merge, person_id: int | None, kind: DateKind, fact: DatedFact) -> None:
    merge.file.add(
        ClientDate(
            client_id=merge.client_id,
            person_id=person_id,
            kind=kind,
            calendar=fact.calendar,
            year=fact.year,
            month=fact.month,
            day=fact.day,
            leap=fact.leap,
            learnt_on=merge.options.now.date(),
            learnt_from=merge.options.source,
            created_at=merge.options.now,
        )
    )


def moved_to(date: ClientDate, fact: DatedFact) -> ClientDate:
    """Return a date on another day; its policy and the like stay as they are."""
    return replace(
        date,
        calendar=fact.calendar,
        year=fact.year,
        month=fact.month,
        day=fact.day,
        leap=fact.leap,
    )


def _partner(merge: Merge, draft: PartnerDraft, next_person: NextId) -> None:
    person = next((p for p in merge.file.of(Person) if p.relation in _PARTNERS), None)
    if person is None:
        person = _add_person(merge, draft.relation, next_person)
    filled = replace(
        person,
        name=merge.value(Field.HUSBAND_NAME, person.name, draft.name),
        occupation=merge.value(Field.HUSBAND_OCCUPATION, person.occupation, draft.occupation),
        income=merge.value(Field.HUSBAND_INCOME, person.income, draft.income),
        notes=_with_phone(merge, person.notes, draft.phone),
    )
    if filled != person:
        merge.file.swap(person, filled)
    merge_day(merge, person.id, DateKind.BIRTHDAY, draft.birthday, Field.HUSBAND_BIRTHDAY)


def _with_phone(merge: Merge, notes: str, phone: str) -> str:
    """Return the notes with his number among them; a person has no other place for it."""
    if not phone or phone in notes:
        return notes
    merge.added(Field.HUSBAND_PHONE, phone)
    return f"{notes}\n{phone}".strip()


def _add_person(merge: Merge, relation: Relation, next_person: NextId) -> Person:
    position = len([p for p in merge.file.of(Person) if p.relation is relation])
    person = Person(
        id=next_person(),
        client_id=merge.client_id,
        relation=relation,
        position=position,
        learnt_on=merge.options.now.date(),
        learnt_from=merge.options.source,
    )
    merge.file.add(person)
    return person


def _children(merge: Merge, drafts: Sequence[ChildDraft], next_person: NextId) -> None:
    pairs = _paired(merge, drafts)
    for place, draft in enumerate(drafts):
        ours = pairs.get(place)
        if ours is None:
            merge.added(Field.CHILDREN, draft.label or draft.birthday)
            ours = _add_person(merge, Relation.CHILD, next_person)
        elif not (ours.nickname or ours.name) and draft.label:
            merge.filled(Field.CHILDREN, draft.label)
        if draft.label and not (ours.nickname or ours.name):
            named = replace(ours, nickname=draft.label, sex=ours.sex or _sex_of(draft.label))
            merge.file.swap(ours, named)
        merge_day(merge, ours.id, DateKind.BIRTHDAY, draft.birthday, Field.CHILDREN)


def _paired(merge: Merge, drafts: Sequence[ChildDraft]) -> dict[int, Person]:
    """Return which child of ours each child of the row is, one to one, the surest pairs first."""
    left = [person for person in merge.file.of(Person) if person.relation is Relation.CHILD]
    born = {
        date.person_id: date.fact
        for date in merge.file.of(ClientDate)
        if date.kind is DateKind.BIRTHDAY
    }
    pairs: dict[int, Person] = {}
    for rule in (_same_child, _same_label, _same_birthday, _only_one_left):
        for place, draft in enumerate(drafts):
            if place in pairs:
                continue
            is_last = len(drafts) - len(pairs) == 1 and len(left) == 1
            found = next(
                (ours for ours in left if rule(draft, ours, born.get(ours.id), is_last)), None
            )
            if found is not None:
                pairs[place] = found
                left.remove(found)
    return pairs


def _same_child(draft: ChildDraft, ours: Person, born: DatedFact | None, _last: bool) -> bool:  # noqa: FBT001 - one shape for every rule
    return _labels_agree(draft, ours) and (
        same_day(born, draft.birthday) if born and draft.birthday else born is draft.birthday
    )


def _same_birthday(draft: ChildDraft, ours: Person, born: DatedFact | None, _last: bool) -> bool:  # noqa: FBT001 - one shape for every rule
    """Return whether the whole birthday agrees, or part of it where a label is missing."""
    if born is None or draft.birthday is None or not same_day(born, draft.birthday):
        return False
    is_unlabelled = not draft.label or not (ours.nickname or ours.name)
    return is_unlabelled or None not in {born.year, draft.birthday.year}


def _same_label(draft: ChildDraft, ours: Person, _born: DatedFact | None, _last: bool) -> bool:  # noqa: FBT001 - one shape for every rule
    return bool(draft.label) and _labels_agree(draft, ours)


def _only_one_left(draft: ChildDraft, ours: Person, born: DatedFact | None, last: bool) -> bool:  # noqa: FBT001 - one shape for every rule
    """Return whether the last of both is one child: told apart by nothing we know."""
    is_unlabelled = not draft.label or not (ours.nickname or ours.name)
    return last and is_unlabelled and (born is None or draft.birthday is None)


def _labels_agree(draft: ChildDraft, ours: Person) -> bool:
    label = name_key(draft.label)
    return (
        label in {name_key(ours.nickname), name_key(ours.name)}
        if label
        else not (ours.nickname or ours.name)
    )


def _sex_of(label: str) -> Sex | None:
    if any(word in label for word in _SONS):
        return Sex.MALE
    return Sex.FEMALE if any(word in label for word in _DAUGHTERS) else None
