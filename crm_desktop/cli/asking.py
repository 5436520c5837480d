"""Commands that only look: what is due, who is meant."""

import argparse
import datetime as dt

from crm_desktop.cli.session import Session
from crm_desktop.clock import today
from crm_desktop.domain.occasions import Occasion, Reminder
from crm_desktop.services.search import ClientHit
from crm_desktop.ui.text.cards import card_deed
from crm_desktop.ui.text.occasions import red_line, title, when

_LAST_MINUTE = dt.time(23, 59, 59)


def due(session: Session, options: argparse.Namespace) -> None:
    """Show what is to be seen on a day, or every occasion from it on with `--ahead`."""
    on = options.on or today(session.clock)
    with session.book() as book:
        if options.ahead is None:
            zone = session.clock.now().tzinfo
            found = book.reminders.due(dt.datetime.combine(on, _LAST_MINUTE, zone))
        else:
            found = book.reminders.ahead(on, options.ahead)
    if options.json:
        session.terminal.document([_reminder(reminder) for reminder in found])
        return
    for reminder in found:
        parts = (when(reminder, on), title(reminder.occasion), card_deed(reminder, on))
        session.terminal.say("\t".join((*parts, red_line(reminder.occasion))).rstrip())


def find(session: Session, options: argparse.Namespace) -> None:
    """Show the clients a text may mean: Chinese, pinyin, initials, phone, WeChat."""
    with session.book() as book:
        found = book.clients.search(options.text, options.limit)[: options.limit]
    if options.json:
        session.terminal.document([_hit(hit) for hit in found])
        return
    for hit in found:
        parts = (str(hit.id), hit.name, hit.called, hit.tier or "", hit.phone)
        session.terminal.say("\t".join(parts))


def _reminder(reminder: Reminder) -> dict[str, object]:
    occasion = reminder.occasion
    return {
        "on": reminder.on.isoformat(),
        "raise_on": reminder.raise_on.isoformat(),
        "stage": reminder.stage.value,
        "kind": occasion.kind.value,
        "label": occasion.label or occasion.festival or None,
        "client": _client(occasion),
        "person": _person(occasion),
        "age": occasion.age,
        "calendar": occasion.calendar.value,
        "what": reminder.what.value,
        "state": reminder.state.value,
        "also": [_client(other) for other in reminder.also],
    }


def _client(occasion: Occasion) -> dict[str, object]:
    return {"id": occasion.client_id, "name": occasion.client_name}


def _person(occasion: Occasion) -> dict[str, object] | None:
    """Return who is meant, None for the client herself and for a day of two."""
    if occasion.person_id is None:
        return None
    return {
        "relation": occasion.person_relation,
        "name": occasion.person_name or occasion.person_nickname or None,
        "nickname": occasion.person_nickname or None,
    }


def _hit(hit: ClientHit) -> dict[str, object]:
    return {
        "id": hit.id,
        "name": hit.name,
        "display_name": hit.called,
        "phone": hit.phone or None,
        "wechat": hit.wechat or None,
        "tier": hit.tier,
        "vip": hit.vip,
        "big": hit.is_big,
        "archived": hit.is_archived,
        "found_by": hit.found.name.lower(),
    }
