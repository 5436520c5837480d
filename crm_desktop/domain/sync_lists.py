"""The cells of sheet 客户 that are short records of their own: phones, clinic cards, tags.

Each list comes whole, as it shall stand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.import_plan import Options
from crm_desktop.domain.open_file import text_key
from crm_desktop.domain.records import ClinicCard, Phone, Tag
from crm_desktop.domain.returned import CardSaid
from crm_desktop.domain.sync_child_cells import Cells
from crm_desktop.domain.three_way import pieces


def with_phones(folder: ClientFolder, cells: Cells, options: Options) -> ClientFolder:
    """Return the folder with these numbers, the first one the main one."""
    said = _list(cells, "phone")
    if said is None:
        return folder
    held = {phone.digits: phone for phone in folder.phones}
    today = options.now.date()
    ids = _below(folder.phones)
    phones = tuple(
        replace(
            held.get(digits)
            or Phone(
                id=next(ids),
                client_id=folder.client.id,
                digits=digits,
                learnt_on=today,
                learnt_from=options.source,
            ),
            is_main=place == 0,
        )
        for place, digits in enumerate(dict.fromkeys(map(str, said)))
    )
    return replace(folder, phones=phones)


def with_cards(folder: ClientFolder, cells: Cells, options: Options) -> ClientFolder:
    """Return the folder with these card numbers; what names no source is the clinic's."""
    said = _list(cells, "card_number")
    if said is None:
        return folder
    held = {card.number: card for card in folder.cards}
    ids = _below(folder.cards)
    cards = [
        held.get(card.number)
        or ClinicCard(
            id=next(ids),
            client_id=folder.client.id,
            source=card.source or options.card_source,
            number=card.number,
        )
        for card in said
        if isinstance(card, CardSaid)
    ]
    return replace(folder, cards=tuple({card.number: card for card in cards}.values()))


def with_tags(folder: ClientFolder, cells: Cells, _options: Options) -> ClientFolder:
    """Return the folder with these tags and needs."""
    for name, is_need in (("tags", False), ("needs", True)):
        said = _list(cells, name)
        if said is None:
            continue
        others = tuple(tag for tag in folder.tags if tag.is_need is not is_need)
        held = tuple(tag for tag in folder.tags if tag.is_need is is_need)
        folder = replace(folder, tags=(*others, *_tags(folder, held, map(str, said), is_need)))
    return folder


def _tags(
    folder: ClientFolder,
    held: tuple[Tag, ...],
    said: Iterable[str],
    is_need: bool,  # noqa: FBT001 - the field of a tag
) -> Iterator[Tag]:
    """Yield the tags to stand: one of ours stays where all it names is among those said."""
    wanted = {text_key(text): text for text in said}
    ids = _below(folder.tags)
    for tag in held:
        named = {text_key(tag.name)} & wanted.keys() or set(map(text_key, pieces(tag.name)))
        if named and named <= wanted.keys():
            yield tag
            wanted = {key: text for key, text in wanted.items() if key not in named}
    for text in wanted.values():
        yield Tag(id=next(ids), client_id=folder.client.id, name=text, is_need=is_need)


def _list(cells: Cells, name: str) -> tuple[object, ...] | None:
    """Return what a column lists, () where it is cleared, None where it says nothing."""
    return () if cells.clears(name) else cells.value(name, tuple)


def _below(held: tuple[Phone | ClinicCard | Tag, ...]) -> Iterator[int]:
    """Yield numbers below 0 that none of these has."""
    lowest = min((one.id for one in held), default=0)
    number = min(lowest, 0)
    while True:
        number -= 1
        yield number
