"""The whole book as one JSON document for its owner: a client at a time, money in yuan."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import (
    Attachment,
    Bill,
    Client,
    ClientDate,
    Consent,
    Gift,
    Person,
    PreferenceKind,
    Supplier,
    Visit,
)

SCHEMA: Final = 1

Json = str | int | float | bool | None | Mapping[str, "Json"] | list["Json"]

_FEN: Final = 100
_ALLERGY: Final = "过敏"


def opening(exported_at: dt.datetime) -> str:
    """Return the document up to its first client."""
    at = json.dumps(exported_at.isoformat(timespec="seconds"))
    return f'{{"schema": {SCHEMA}, "exported_at": {at}, "clients": ['


def closing(suppliers: Iterable[Supplier]) -> str:
    """Return the document after its last client: where gifts come from, by the number they name."""
    told: list[Json] = [_supplier(supplier) for supplier in suppliers]
    return f'\n], "suppliers": {json.dumps(told, ensure_ascii=False)}}}\n'


def client_text(folder: ClientFolder, *, is_first: bool) -> str:
    """Return one client as a line of the document, with the comma before it where it needs one."""
    line = json.dumps(client_json(folder), ensure_ascii=False, separators=(", ", ": "))
    return f"\n{line}" if is_first else f",\n{line}"


def client_json(folder: ClientFolder) -> dict[str, Json]:
    """Return one client by the contract of the ways in and out; extra keys come last."""
    client = folder.client
    return {
        "id": client.id,
        **_about(folder),
        "notes": client.notes or None,
        "tags": [tag.name for tag in folder.tags],
        "source": client.source or None,
        "referred_by": folder.referred_by or None,
        "cards": [{"source": card.source or None, "number": card.number} for card in folder.cards],
        "tier": client.tier,
        "vip": client.vip,
        "lead_state": client.lead_state,
        "archived": client.archived_on is not None,
        "dates": _dates(folder, None),
        "children_count": client.children_count,
        "family": [_person(folder, person) for person in folder.persons],
        **_projects(folder),
        "gifts": [_gift(folder, gift) for gift in folder.gifts],
        "visits": _visits(folder),
        "visits_stated": client.visits_stated,
        "paid_total": _yuan(folder.paid_total),
        **_care(folder),
        **_extra(client),
        **_extra_lists(folder),
    }


def _about(folder: ClientFolder) -> dict[str, Json]:
    client = folder.client
    return {
        "name": client.name or None,
        "display_name": client.display_name or None,
        "sex": client.sex,
        "phones": [phone.digits for phone in folder.phones],
        "wechat": client.wechat or None,
        "qq": client.qq or None,
        "occupation": client.occupation or None,
        "income": _yuan(client.income),
        "address": client.address or None,
        "personality": client.personality or None,
        "preferences": folder.liked(PreferenceKind.LIKE) or None,
        "taboos": _taboos(folder, None),
    }


def _taboos(folder: ClientFolder, person_id: int | None) -> str | None:
    """Return what a person avoids, allergies among it with the word kept."""
    avoided = [
        item.text
        if item.kind is PreferenceKind.TABOO or _ALLERGY in item.text
        else f"{item.text}{_ALLERGY}"
        for item in folder.preferences
        if item.kind is not PreferenceKind.LIKE and item.person_id == person_id
    ]
    return "、".join(avoided) or None


def _dates(folder: ClientFolder, person_id: int | None) -> list[Json]:
    return [_date(date) for date in folder.dates if date.person_id == person_id]


def _date(date: ClientDate) -> dict[str, Json]:
    return {
        "kind": date.kind,
        "label": date.label or None,
        "calendar": date.calendar,
        "year": date.year,
        "month": date.month,
        "day": date.day,
        "leap": date.leap,
        "main": date.is_main,
        "origin": date.origin or None,
        "policy": date.policy or None,
        "lead_days": date.lead_days,
        "ended": date.is_ended,
        "learnt_on": _day(date.learnt_on),
        "learnt_from": date.learnt_from or None,
    }


def _person(folder: ClientFolder, person: Person) -> dict[str, Json]:
    return {
        "relation": person.relation,
        "nickname": person.nickname or None,
        "name": person.name or None,
        "occupation": person.occupation or None,
        "income": _yuan(person.income),
        "knows": person.knows,
        "dates": _dates(folder, person.id),
        "sex": person.sex,
        "preferences": folder.liked(PreferenceKind.LIKE, person.id) or None,
        "taboos": _taboos(folder, person.id),
        "notes": person.notes or None,
        "learnt_on": _day(person.learnt_on),
        "learnt_from": person.learnt_from or None,
    }


def _projects(folder: ClientFolder) -> dict[str, Json]:
    return {
        "completed": [
            {
                "project": done.project,
                "times": done.times,
                "on": _day(done.on),
                "doctor": done.doctor or None,
                "notes": done.notes or None,
            }
            for done in folder.completed
        ],
        "potential": [
            {
                "project": wish.project,
                "interest": wish.interest,
                "budget": _yuan(wish.budget),
                "obstacle": wish.obstacle or None,
                "idea_from": wish.idea_from or None,
                "next_step": wish.next_step or None,
                "next_on": _day(wish.next_on),
                "closed_on": _day(wish.closed_on),
                "learnt_on": _day(wish.learnt_on),
            }
            for wish in folder.potential
        ],
        "packages": [
            {
                "project": package.project,
                "bought": package.bought,
                "used": package.used,
                "left": package.left,
                "paid": _yuan(package.paid),
                "bought_on": _day(package.bought_on),
                "expires_on": _day(package.expires_on),
            }
            for package in folder.packages
        ],
    }


def _gift(folder: ClientFolder, gift: Gift) -> dict[str, Json]:
    """Return a gift; `recipient` is the relation of a person, or "client" for herself."""
    person = folder.person(gift.person_id)
    named = folder.client.called if person is None else person.nickname or person.name
    return {
        "item": gift.item or None,
        "cost": _yuan(gift.cost),
        "on": _day(gift.on),
        "recipient": "client" if person is None else person.relation,
        "recipient_name": named or None,
        "month_only": gift.month_only,
        "state": gift.state,
        "occasion": gift.occasion or None,
        "ordered_on": _day(gift.ordered_on),
        "delivered_on": _day(gift.delivered_on),
        "card_text": gift.card_text or None,
        "sent_as": gift.sent_as or None,
        "reaction": gift.reaction or None,
        "overruled": gift.overruled or None,
        "supplier": gift.supplier_id,
        "confirmed_on": _day(gift.confirmed_on),
        "notes": gift.notes or None,
    }


def _supplier(supplier: Supplier) -> dict[str, Json]:
    return {
        "id": supplier.id,
        "name": supplier.name or None,
        "trade": supplier.trade or None,
        "phone": supplier.phone or None,
        "wechat": supplier.wechat or None,
        "notes": supplier.notes or None,
    }


def _visits(folder: ClientFolder) -> list[Json]:
    bills: dict[int | None, list[Bill]] = {}
    for bill in folder.bills:
        bills.setdefault(bill.visit_id, []).append(bill)
    return [_visit(visit, bills.get(visit.id, [])) for visit in folder.visits]


def _visit(visit: Visit, bills: Iterable[Bill]) -> dict[str, Json]:
    return {
        "on": _day(visit.on),
        "type": visit.type,
        "notes": visit.notes or None,
        "bills": [_bill(bill) for bill in bills],
        "doctor": visit.doctor or None,
        "satisfaction": visit.satisfaction,
        "next_step": visit.next_step or None,
        "next_on": _day(visit.next_on),
    }


def _bill(bill: Bill) -> dict[str, Json]:
    return {
        "project": bill.project or None,
        "category": bill.category or None,
        "quantity": bill.quantity,
        "list_price": _yuan(bill.list_price),
        "paid": _yuan(bill.paid),
        "kind": bill.kind,
        "on": _day(bill.on),
        "order_number": bill.order_number or None,
        "sessions": bill.sessions,
        "treated": bill.is_treated,
    }


def _care(folder: ClientFolder) -> dict[str, Json]:
    return {
        "contacts": [
            {
                "on": _day(contact.on),
                "channel": contact.channel or None,
                "outcome": contact.outcome or None,
                "notes": contact.notes or None,
                "next_on": _day(contact.next_on),
                "about": contact.about or None,
                "occasion_on": _day(contact.occasion_on),
            }
            for contact in folder.contacts
        ],
        "promises": [
            {
                "what": promise.what,
                "due_on": _day(promise.due_on),
                "state": promise.state,
                "made_on": _day(promise.made_on),
            }
            for promise in folder.promises
        ],
        "complaints": [
            {
                "on": _day(case.on),
                "direction": case.direction or None,
                "severity": case.severity,
                "state": case.state,
                "what": case.what or None,
                "resolution": case.resolution or None,
            }
            for case in folder.complaints
        ],
    }


def _extra(client: Client) -> dict[str, Json]:
    """Return what the book holds of the client herself beyond the contract."""
    return {
        "uid": client.uid,
        "private_notes": client.private_notes or None,
        "health_notes": client.health_notes or None,
        "dialect": client.dialect or None,
        "affordability": client.affordability or None,
        "risk_attitude": client.risk_attitude or None,
        "appearance_expectation": client.appearance_expectation or None,
        "first_contact_on": _day(client.first_contact_on),
        "owner": client.owner or None,
        "marked_big": client.marked_big,
        "big": client.is_big,
        "do_not_contact": client.do_not_contact,
        "archived_on": _day(client.archived_on),
        "deceased_on": _day(client.deceased_on),
        "trashed_on": _day(client.trashed_on),
        "created_at": _moment(client.created_at),
        "updated_at": _moment(client.updated_at),
    }


def _extra_lists(folder: ClientFolder) -> dict[str, Json]:
    """Return the lists beyond the contract; `loose_bills` are those of no visit."""
    return {
        "need_tags": [tag.name for tag in folder.tags if tag.is_need],
        "phone_labels": [phone.label or None for phone in folder.phones],
        "loose_bills": [_bill(bill) for bill in folder.bills if bill.visit_id is None],
        "deposits": [
            {
                "project": deposit.project or None,
                "amount": _yuan(deposit.amount),
                "on": _day(deposit.on),
                "state": deposit.state,
                "notes": deposit.notes or None,
            }
            for deposit in folder.deposits
        ],
        "consents": [_consent(consent) for consent in folder.consents],
        "activities": [
            {"activity": name, "state": guest.state, "spent": _yuan(guest.spent)}
            for guest, name in folder.guests
        ],
        "points": [
            {
                "kind": entry.kind,
                "points": entry.points,
                "on": _day(entry.on),
                "expires_on": _day(entry.expires_on),
                "notes": entry.notes or None,
            }
            for entry in folder.points
        ],
        "attachments": [_attachment(paper) for paper in folder.attachments],
        "learnt": [
            {
                "field": fact.field,
                "on": _day(fact.learnt_on),
                "from": fact.learnt_from or None,
            }
            for fact in folder.sources
        ],
    }


def _consent(consent: Consent) -> Json:
    return {
        "given_on": _day(consent.given_on),
        "channel": consent.channel or None,
        "purpose": consent.purpose or None,
        "text_version": consent.text_version or None,
        "withdrawn_on": _day(consent.withdrawn_on),
        "kind": consent.kind,
    }


def _attachment(paper: Attachment) -> Json:
    """Return what is said of a photo or a document; its content stays in the book."""
    return {
        "title": paper.title or None,
        "kind": paper.kind,
        "media_type": paper.media_type or None,
        "size": paper.size,
        "taken_on": _day(paper.taken_on),
        "notes": paper.notes or None,
    }


def _yuan(fen: int | None) -> int | float | None:
    """Return yuan with at most two decimals, whole ones without any."""
    if fen is None:
        return None
    return fen // _FEN if fen % _FEN == 0 else fen / _FEN


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(at: dt.datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")
