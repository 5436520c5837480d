"""The command about lists that are known again: listed, passed on, taken in."""

import argparse
import pathlib

from crm_desktop.cli.session import Session
from crm_desktop.domain.profiles import Profile
from crm_desktop.services.book import Book, keep_out
from crm_desktop.ui.text import commands as words
from crm_desktop.ui.text.import_summary import kind_word


def show(session: Session, options: argparse.Namespace) -> None:
    """List the profiles, write one to a file, or take one in from a file."""
    if options.export:
        keep_out(session.folder.path, pathlib.Path(options.export[1]))
    with session.book() as book:
        if options.export:
            session.terminal.say(_written(book, *options.export))
        elif options.file:
            found, _ = book.profiles.read_file(options.file)
            session.terminal.say(words.profile_taken_in(found.name, ", ".join(found.unknown)))
        else:
            _list(session, book.profiles.list(), as_json=options.json)


def _written(book: Book, name: str, file: str) -> str:
    book.profiles.write_file(book.profiles.named(name), pathlib.Path(file))
    return words.profile_written(name, file)


def _list(session: Session, found: tuple[Profile, ...], *, as_json: bool) -> None:
    if as_json:
        session.terminal.document([_document(one) for one in found])
        return
    for one in found:
        session.terminal.say(f"{one.name}\t{kind_word(one.kind)}\t{one.rules.card_source}")
    if not found:
        session.terminal.say(words.no_profiles())


def _document(profile: Profile) -> dict[str, object]:
    return {
        "name": profile.name,
        "kind": profile.kind.value,
        "headings": sorted(profile.headings),
        "card_source": profile.rules.card_source,
    }
