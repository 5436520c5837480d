"""Where a list comes from, and what she should know before she takes it in."""

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import Caution, ImportPlan, ListKind
from crm_desktop.ui.text.amounts import money
from crm_desktop.ui.text.counts import counted
from crm_desktop.ui.text.days import day_with_year
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.returned import caution_text

if TYPE_CHECKING:
    # It loads what reads workbooks, which the pages do beside the screen.
    from crm_desktop.domain.returned import ReturnedBook
    from crm_desktop.services.read_list import ReadList

_KINDS: Final = {
    ListKind.OWN_LIST: QT_TRANSLATE_NOOP("ImportSources", "My own list of clients"),
    ListKind.CLINIC: QT_TRANSLATE_NOOP("ImportSources", "Export of the clinic's system"),
    ListKind.ROUNDTRIP: QT_TRANSLATE_NOOP("ImportSources", "A sheet of this app, edited and back"),
    ListKind.CONTACTS: QT_TRANSLATE_NOOP("ImportSources", "Contacts of a phone"),
}
_MOST_IGNORED: Final = 6


def kind_phrase(kind: ListKind) -> str:
    """Return what a file was taken for, as she would say it."""
    return QCoreApplication.translate("ImportSources", _KINDS[kind])


def origin_words(read: "ReadList") -> str:
    """Return for whom a sheet of ours went out, when, and from whose book; "" of others."""
    told = []
    if read.returned is not None:
        told += [_for_whom(read.returned)]
    if read.file_at is not None:
        words = QCoreApplication.translate("ImportSources", "exported {day}, {time}")
        told.append(words.format(day=day_with_year(read.file_at.date()), time=_time(read.file_at)))
    if read.returned is not None and read.returned.consultant:
        words = QCoreApplication.translate("ImportSources", "from the book of {name}")
        told.append(words.format(name=read.returned.consultant))
    return " · ".join(filter(None, told))


def notes_on(plan: ImportPlan) -> list[str]:
    """Return the cautions of a file, its hidden sheets, and what of a sheet of ours is not read."""
    notes = [caution_text(each, plan.known_at) for each in plan.cautions]
    if plan.gone:
        notes.append(_gone_words(plan))
    if hidden := [each.name for each in plan.sheets if each.is_hidden and each.header_row]:
        words = QCoreApplication.translate(
            "ImportSources", "Hidden sheets in the file were read too: {names}"
        )
        notes.append(words.format(names=_listed(hidden)))
    if plan.options.kind is ListKind.ROUNDTRIP:
        ignored = [heading for sheet in plan.sheets for heading in sheet.ignored]
        unread = [sheet.name for sheet in plan.sheets if sheet.header_row is None]
        for words, names in (
            (QCoreApplication.translate("ImportSources", "Columns not read: {names}"), ignored),
            (QCoreApplication.translate("ImportSources", "Sheets not read: {names}"), unread),
        ):
            if names:
                notes.append(words.format(names=_listed(names)))
    return notes


def is_grave(plan: ImportPlan) -> bool:
    """Return whether one of the cautions may mean that it is the wrong file."""
    return not {Caution.SAME_FILE, Caution.OLDER_FILE, Caution.ANOTHER_BOOK}.isdisjoint(
        plan.cautions
    )


def _gone_words(plan: ImportPlan) -> str:
    return counted(
        len(plan.gone),
        QCoreApplication.translate(
            "ImportSources",
            "1 purchase the clinic had told before is not in this list any more ({paid}). "
            "It stays in your book.",
        ),
        QCoreApplication.translate(
            "ImportSources",
            "{count} purchases the clinic had told before are not in this list any more "
            "({paid} in all). They stay in your book.",
        ),
        paid=money(sum(one.paid for one in plan.gone)),
    )


def _for_whom(book: "ReturnedBook") -> str:
    words = {
        Recipient.MANAGER: QCoreApplication.translate("ImportSources", "sent to the manager"),
        Recipient.ME: QCoreApplication.translate("ImportSources", "was kept by you"),
    }
    known = [who for who in words if who.value == book.recipient]
    if book.recipient_name and known:
        named = QCoreApplication.translate("ImportSources", "sent to {name}")
        return named.format(name=book.recipient_name)
    return words[known[0]] if known else ""


def _listed(names: list[str]) -> str:
    comma = QCoreApplication.translate("ImportSources", ", ")
    shown = comma.join(names[:_MOST_IGNORED])
    rest = len(names) - _MOST_IGNORED
    if rest <= 0:
        return shown
    more = QCoreApplication.translate("ImportSources", "{shown} and {count} more")
    return more.format(shown=shown, count=rest)


def _time(moment: dt.datetime) -> str:
    return f"{moment:%H:%M}"
