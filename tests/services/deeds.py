"""One deed for every use case of the services: what she might do next in a small book.

Each is handed the book and a source of chance, picks whom it is about, and does it. What is
refused (nothing left of a package, nobody to merge) is an expected problem and no deed.
"""

import dataclasses
import random
from collections.abc import Mapping
from typing import Any, Final

from crm_desktop.domain import records
from crm_desktop.domain.gift_guard import GuardCode
from crm_desktop.domain.greetings import GreetingFor
from crm_desktop.domain.list_query import ListQuery
from crm_desktop.domain.records import (
    Attachment,
    AttachmentKind,
    Bill,
    BillKind,
    Change,
    Client,
    ClientDate,
    Deposit,
    Gift,
    GiftState,
    GreetingTemplate,
    Package,
    Person,
    Relation,
    SmartList,
    Visit,
)
from crm_desktop.services.book import Book
from crm_desktop.services.parting import part
from crm_desktop.services.records import KINDS, Record, fetch
from tests.builders import filled
from tests.services.deeds_ahead import AHEAD
from tests.services.deeds_lists import LISTS
from tests.services.picking import (
    EVERY_CODE,
    NOW,
    PROJECTS,
    TODAY,
    Deed,
    NothingToDoError,
    chosen,
    picked,
    someone,
    word,
)


def add_client(book: Book, chance: random.Random) -> Change:
    birthday = ClientDate(month=chance.randint(1, 12), day=chance.randint(1, 28))
    digits = f"154{chance.randint(0, 99_999_999):08}"
    return book.clients.add(Client(name=word(chance)), [digits], [birthday])


def put_record(book: Book, chance: random.Random) -> Change:
    """Add any fact of any kind, or write over one."""
    kind: type[Record] = chance.choice([one for one in KINDS if one not in _OF_THEIR_OWN])
    facts: dict[str, Any] = {key: someone(book, chance) for key in ("client_id", "other_id")}
    if kind is records.ActivityGuest:
        facts["activity_id"] = picked(book, chance, records.Activity).id
    record: Record = filled(kind, chance.randint(1, 40), **facts)
    if chance.random() < 0.4:
        record = dataclasses.replace(record, id=picked(book, chance, kind).id)
    return book.clients.put(record)


def edit_client(book: Book, chance: random.Random) -> Change:
    client = dataclasses.replace(picked(book, chance, Client), notes=word(chance))
    return book.clients.edit(client, ["notes"])


def put_person(book: Book, chance: random.Random) -> Change:
    client_id = someone(book, chance)
    person = Person(client_id=client_id, relation=chance.choice(list(Relation)), name=word(chance))
    date = ClientDate(client_id=client_id, month=11, day=chance.randint(20, 28))
    return book.clients.put_person(person, [date])


def remove_record(book: Book, chance: random.Random) -> Change:
    kind: type[Record] = chance.choice([one for one in KINDS if one is not Client])
    return book.clients.remove(picked(book, chance, kind))


def archive(book: Book, chance: random.Random) -> Change:
    return book.clients.archive(someone(book, chance), chance.choice([TODAY, None]))


def they_part(book: Book, chance: random.Random) -> Change:
    return part(book.journal, picked(book, chance, Person).id)


def record_visit(book: Book, chance: random.Random) -> Change:
    client_id = someone(book, chance)
    bills = [
        Bill(client_id=client_id, project=chance.choice(PROJECTS), paid=500_000, on=TODAY),
        Bill(client_id=client_id, project="水光针", sessions=5, paid=980_000, on=TODAY),
        Bill(client_id=client_id, project="热玛吉", is_treated=False, paid=90_000, on=TODAY),
        Bill(client_id=client_id, kind=BillKind.DEPOSIT, project="脂肪填充", paid=7_000, on=TODAY),
        Bill(client_id=client_id, kind=BillKind.STORED_VALUE, paid=100_000, on=TODAY),
    ]
    wanted = chance.sample(bills, chance.randint(1, 3))
    return book.visits.record(Visit(client_id=client_id, on=TODAY), wanted)


def put_bill(book: Book, chance: random.Random) -> Change:
    bill = picked(book, chance, Bill)
    return book.visits.put_bill(dataclasses.replace(bill, paid=bill.paid + 100))


def put_bills(book: Book, chance: random.Random) -> Change:
    of_visit = Bill(client_id=someone(book, chance), on=TODAY, project=chance.choice(PROJECTS))
    return book.visits.put_bills(
        [
            dataclasses.replace(of_visit, paid=300_000),
            dataclasses.replace(of_visit, kind=BillKind.STORED_VALUE, project="", paid=100_000),
        ]
    )


def remove_bill(book: Book, chance: random.Random) -> Change:
    return book.visits.remove_bill(picked(book, chance, Bill).id)


def remove_visit(book: Book, chance: random.Random) -> Change:
    return book.visits.remove_visit(picked(book, chance, Visit).id)


def use_session(book: Book, chance: random.Random) -> Change:
    return book.visits.use_session(picked(book, chance, Package).id, TODAY)


def treat(book: Book, chance: random.Random) -> Change:
    return book.visits.treat(picked(book, chance, Deposit).id, TODAY)


def refund(book: Book, chance: random.Random) -> Change:
    return book.visits.refund(picked(book, chance, Bill, kind=BillKind.PAYMENT), 100, TODAY)


def save_gift(book: Book, chance: random.Random) -> Change:
    state = chance.choice(list(GiftState))
    gift = Gift(client_id=someone(book, chance), item=word(chance), cost=16_800, state=state)
    return book.gifts.save(gift, TODAY, EVERY_CODE)


def order_gift(book: Book, chance: random.Random) -> Change:
    return book.gifts.order(picked(book, chance, Gift).id, TODAY, EVERY_CODE)


def give_gift(book: Book, chance: random.Random) -> Change:
    return book.gifts.give(picked(book, chance, Gift).id, TODAY)


def react_to_gift(book: Book, chance: random.Random) -> Change:
    return book.gifts.react(picked(book, chance, Gift).id, word(chance))


def overrule_guard(book: Book, chance: random.Random) -> Change:
    return book.gifts.overrule(picked(book, chance, Gift).id, [chance.choice(list(GuardCode))])


def put_in_trash(book: Book, chance: random.Random) -> Change:
    return book.trash.put_in([someone(book, chance)], TODAY)


def take_out_of_trash(book: Book, chance: random.Random) -> Change:
    return book.trash.take_out([picked(book, chance, Client, trashed_on=TODAY).id])


def tag_many(book: Book, chance: random.Random) -> Change:
    return book.bulk.add_tag(chosen(book, chance), word(chance), today=TODAY)


def untag_many(book: Book, chance: random.Random) -> Change:
    tag = picked(book, chance, records.Tag)
    return book.bulk.remove_tag(chosen(book, chance), tag.name, today=TODAY)


def give_owner_to_many(book: Book, chance: random.Random) -> Change:
    return book.bulk.give_owner(chosen(book, chance), word(chance), today=TODAY)


def mark_many_big(book: Book, chance: random.Random) -> Change:
    marked = chance.random() < 0.5
    return book.bulk.mark_big(chosen(book, chance), marked=marked, today=TODAY)


def archive_many(book: Book, chance: random.Random) -> Change:
    return book.bulk.archive(chosen(book, chance), chance.choice([TODAY, None]), today=TODAY)


def save_list(book: Book, chance: random.Random) -> Change:
    return book.smart_lists.save(word(chance), ListQuery(big_only=True))


def rename_list(book: Book, chance: random.Random) -> Change:
    return book.smart_lists.rename(picked(book, chance, SmartList).id, word(chance))


def replace_list(book: Book, chance: random.Random) -> Change:
    query = ListQuery(text=word(chance))
    return book.smart_lists.replace(picked(book, chance, SmartList).id, query)


def order_lists(book: Book, chance: random.Random) -> Change:
    with book.database.read() as session:
        ids = [one.id for one in fetch(session, SmartList)]
    chance.shuffle(ids)
    return book.smart_lists.order(ids)


def delete_list(book: Book, chance: random.Random) -> Change:
    return book.smart_lists.delete(picked(book, chance, SmartList).id)


def tell_apart(book: Book, chance: random.Random) -> Change:
    return book.duplicates.not_same(someone(book, chance), someone(book, chance), TODAY)


def merge(book: Book, chance: random.Random) -> Change:
    keep, other = someone(book, chance), someone(book, chance)
    if keep == other:
        raise NothingToDoError
    return book.duplicates.merge(keep, other, {})


def add_document(book: Book, chance: random.Random) -> Change:
    draft = Attachment(client_id=someone(book, chance), kind=AttachmentKind.DOCUMENT)
    return book.attachments.add(draft, word(chance).encode())


def remove_photos(book: Book, chance: random.Random) -> Change:
    photo = picked(book, chance, Attachment, kind=AttachmentKind.PHOTO)
    return book.attachments.remove_photos(photo.client_id)


def save_greeting(book: Book, chance: random.Random) -> Change:
    template = GreetingTemplate(occasion=GreetingFor.BIRTHDAY.value, text=word(chance))
    return book.greetings.save(template)


def remove_greeting(book: Book, chance: random.Random) -> Change:
    return book.greetings.remove(picked(book, chance, GreetingTemplate))


def send_greeting(book: Book, chance: random.Random) -> Change:
    kind = chance.choice(list(GreetingFor))
    client_id = someone(book, chance)
    return book.greetings.mark_sent(client_id, kind, word(chance), channel="微信", now=NOW)


def change_settings(book: Book, chance: random.Random) -> Change:
    settings = book.settings.get()
    return book.settings.put(dataclasses.replace(settings, lead_days=chance.randint(1, 9)))


_OF_THEIR_OWN: Final = {Client, Attachment, Bill, SmartList, GreetingTemplate}
"""Kinds that are written by deeds of their own, which keep them whole."""

DEEDS: Final[Mapping[str, Deed]] = {
    **AHEAD,
    **LISTS,
    "clients.add": add_client,
    "clients.put": put_record,
    "clients.edit": edit_client,
    "clients.put_person": put_person,
    "clients.remove": remove_record,
    "clients.archive": archive,
    "parting.part": they_part,
    "visits.record": record_visit,
    "visits.put_bill": put_bill,
    "visits.put_bills": put_bills,
    "visits.remove_bill": remove_bill,
    "visits.remove_visit": remove_visit,
    "visits.use_session": use_session,
    "visits.treat": treat,
    "visits.refund": refund,
    "gifts.save": save_gift,
    "gifts.order": order_gift,
    "gifts.give": give_gift,
    "gifts.react": react_to_gift,
    "gifts.overrule": overrule_guard,
    "trash.put_in": put_in_trash,
    "trash.take_out": take_out_of_trash,
    "bulk.add_tag": tag_many,
    "bulk.remove_tag": untag_many,
    "bulk.give_owner": give_owner_to_many,
    "bulk.mark_big": mark_many_big,
    "bulk.archive": archive_many,
    "smart_lists.save": save_list,
    "smart_lists.rename": rename_list,
    "smart_lists.replace": replace_list,
    "smart_lists.order": order_lists,
    "smart_lists.delete": delete_list,
    "duplicates.not_same": tell_apart,
    "duplicates.merge": merge,
    "attachments.add": add_document,
    "attachments.remove_photos": remove_photos,
    "greetings.save": save_greeting,
    "greetings.remove": remove_greeting,
    "greetings.mark_sent": send_greeting,
    "settings.put": change_settings,
}
"""Every use case that writes, by service and method."""
