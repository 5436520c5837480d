"""Scenes of sheets that leave, of those put together, and of files that cannot be used."""

import pathlib
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QScrollBar,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
)

from crm_desktop.app.office import Office
from crm_desktop.app.pages import EXCHANGE
from crm_desktop.app.photographer import WAIT, Scene
from crm_desktop.domain.consolidating import (
    Consolidation,
    RefusedBook,
    ReturnedShare,
    Split,
    TakenBook,
)
from crm_desktop.domain.errors import WorkbookDamaged
from crm_desktop.ui.exchange.columns_dialog import ColumnsDialog
from crm_desktop.ui.exchange.export_choice import Kind
from crm_desktop.ui.exchange.export_detail import ExportDetail
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.text import consolidation as words
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.layouts import ScrollColumn

_ROWS: Final = 214
_SAME: Final = 6
_MAYBE: Final = 3
_DIFFERENT: Final = 9
_BYTES: Final = 92_000
_LEFT: Final = 2


def sheet_scenes(office: Office, page: ExchangePage) -> Iterator[Scene]:
    """Look at each way out, at the sheets of several consultants, at what cannot be read."""
    yield from _ways_out(office, page)
    yield from _together(office, page)
    yield from _in_trouble(office, page)


def nothing_exchanged(office: Office) -> Iterator[Scene]:
    """Look at both ends of the page of a book that nothing came into or left yet."""
    window = office.window
    page = window.page(EXCHANGE)
    assert isinstance(page, ExchangePage)  # noqa: S101 - the page of that name
    window.open_page(EXCHANGE)
    yield "exchange_empty", window
    bar = bar_of(page)
    bar.setValue(bar.maximum())
    yield "exchange_empty_end", window
    bar.setValue(0)


def bar_of(page: ExchangePage) -> QScrollBar:
    """Return what scrolls the start of the page."""
    scrolls = page.findChildren(ScrollColumn)
    return next(one for one in scrolls if one.isAncestorOf(page.past)).verticalScrollBar()


def _ways_out(office: Office, page: ExchangePage) -> Iterator[Scene]:
    """Choose columns for the manager, protect a sheet of her own, write for the florist."""
    window, card = office.window, page.export
    card.columns_button.click()
    columns = window.findChild(ColumnsDialog)
    assert columns is not None  # noqa: S101 - opened in the line before
    marked = next(one for one in _columns_of(columns.tree) if one.text(1))
    columns.tree.scrollToItem(marked, QAbstractItemView.ScrollHint.PositionAtCenter)
    yield "export_columns", window
    columns.close()
    card.kinds[Kind.ME].click()
    card.protected.setChecked(True)
    yield "export_me", window
    card.protected.setChecked(False)
    card.kinds[Kind.FLORIST].click()
    yield "export_florist", window
    card.kinds[Kind.MANAGER].click()
    page.log.findChildren(IconButton)[0].click()
    yield WAIT, window
    detail = window.findChild(ExportDetail)
    assert detail is not None  # noqa: S101 - asked for before
    yield "export_detail", window
    detail.close()


def _columns_of(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    places = QTreeWidgetItemIterator(tree)
    while (item := places.value()) is not None:
        yield item
        places += 1


def _together(office: Office, page: ExchangePage) -> Iterator[Scene]:
    """Show what comes of several sheets; no file is read or written for it."""
    from crm_desktop.ui.exchange.consolidate_dialog import (  # noqa: PLC0415 - rarely wanted
        ConsolidateDialog,
        SplitDialog,
    )

    window, paths = office.window, _files()
    page.consolidate.together_button.click()
    dialog = window.findChild(ConsolidateDialog)
    assert dialog is not None  # noqa: S101 - opened in the line before
    dialog.files.add(paths)
    yield "consolidate", window
    report = _put_together(paths)
    told = f"{words.together(report)}\n{words.found(report)}"
    dialog.run.say(told, Tone.WARN, list(words.beside(report)), report.path.parent)
    yield "consolidate_done", window
    dialog.close()
    apart = SplitDialog(office.desk, window)
    apart.open()
    split = _taken_apart(paths)
    apart.run.say(words.apart(split), Tone.OK, list(words.apart_beside(split)), paths[0].parent)
    yield "split", window
    apart.close()


def _in_trouble(office: Office, page: ExchangePage) -> Iterator[Scene]:
    """Show a damaged file, then a protected one whose password was wrong."""
    window, flow = office.window, page.wizard.flow
    damaged = office.book.folder / "clients.xlsx"
    page.stack.setCurrentWidget(page.wizard)
    flow.failed.emit(WorkbookDamaged(damaged.name))
    yield "import_trouble", window
    flow.password_wanted.emit(True)
    yield "import_password", window
    flow.forget()
    page.wizard.left.emit()
    yield WAIT, window


def _files() -> tuple[pathlib.Path, ...]:
    translate = QCoreApplication.translate
    names = (
        translate("Scenes", "Clients for the manager, Spring.xlsx"),
        translate("Scenes", "Clients for the manager, Summer.xlsx"),
        translate("Scenes", "Clients for the manager, Autumn.xlsx"),
    )
    return tuple(pathlib.Path(name) for name in names)


def _put_together(paths: tuple[pathlib.Path, ...]) -> Consolidation:
    *taken, refused = paths
    books = [
        TakenBook(file=path.name, consultant=path.stem, exported_at="", clients=_ROWS)
        for path in taken
    ]
    return Consolidation(
        path=pathlib.Path(QCoreApplication.translate("Scenes", "All consultants.xlsx")),
        books=tuple(books),
        refused=(RefusedBook(file=refused.name, error=WorkbookDamaged(refused.name)),),
        repeated=(),
        replaced=(),
        rows={"客户": _ROWS * len(books)},
        same=_SAME,
        maybe=_MAYBE,
        conflicts=_DIFFERENT,
        crowded=0,
        size=_BYTES,
        is_encrypted=False,
    )


def _taken_apart(paths: tuple[pathlib.Path, ...]) -> Split:
    shares = [
        ReturnedShare(consultant=path.stem, path=path, rows={"客户": _ROWS}) for path in paths
    ]
    return Split(
        shares=tuple(shares), unplaced={}, handed_over=_LEFT, chosen=_DIFFERENT, is_encrypted=False
    )
