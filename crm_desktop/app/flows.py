"""Flows: what she does on a day, picture by picture; the app's own widgets are worked by hand."""

from collections.abc import Iterator
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from crm_desktop.app.office import Office
from crm_desktop.app.pages import BRIEFING, CLIENT, TODAY
from crm_desktop.app.photographer import WAIT, Scene
from crm_desktop.clock import today
from crm_desktop.domain.occasions import Kind, Reminder, Stage
from crm_desktop.ui.briefing.page import BriefingPage
from crm_desktop.ui.briefing.paper import paper
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.gifts import GiftsCard
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.quick.box import QuickBox
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.reminding.gift import GiftDialog
from crm_desktop.ui.widgets.layouts import ScrollColumn
from crm_desktop.ui.widgets.toast import Toast

W = TypeVar("W", bound=QWidget)
_SHEET_SCALE: Final = 1.25
_ABOVE: Final = 14


class Flows(QObject):
    """The gift on the day, the briefing, a fact out of a chat; all of it is taken back after."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._window = office.window
        self._book = office.book
        self._routes = office.desk.routes

    def all(self) -> Iterator[Scene]:
        """Yield the scenes of every flow; nothing where a small book has nobody for them."""
        stands = self._stands()
        waiting, ahead = self._gift_waits(), self._flowers_ahead()
        if waiting is None or ahead is None:
            return
        her = self._greeted(waiting)
        flows = (
            self._gift(waiting),
            self._guard(ahead),
            self._briefing(self._big(ahead)),
            self._fact(her),
            self._chat(her),
        )
        for flow in flows:
            for toast in self._window.findChildren(Toast):
                toast.hide()
            yield from flow
        while self._stands() > stands:
            self._office.desk.edits.changed.emit(self._book.journal.undo())

    def _gift(self, reminder: Reminder) -> Iterator[Scene]:
        """Greet her on her day, hand over what was ordered, and find it on her page."""
        window = self._window
        window.open_page(TODAY)
        yield WAIT, window
        self._show_card(reminder)
        yield "flow_gift_1", window
        self._copy_button(reminder).click()
        yield "flow_gift_2", window
        self._copy_button(reminder).click()
        yield WAIT, window
        self._show_card(reminder)
        yield "flow_gift_3", window
        self._done_button(reminder).click()
        yield WAIT, window
        dialog = _shown(window, GiftDialog)
        dialog.reaction.setText(self.tr("They smiled all evening"))
        yield "flow_gift_4", window
        dialog.accept()
        yield WAIT, window
        yield from self._on_her_page(reminder.occasion.client_id, GiftsCard)
        yield "flow_gift_5", window

    def _guard(self, reminder: Reminder) -> Iterator[Scene]:
        """Order roses for a client, which the house does not do."""
        self._window.open_page(TODAY)
        yield WAIT, self._window
        self._card(reminder).first_button.click()
        yield WAIT, self._window
        dialog = _shown(self._window, GiftDialog)
        dialog.item.setText(self.tr("red roses"))
        dialog.card.setText(self.tr("Happy birthday from your clinic"))
        yield "flow_gift_guard", self._window
        dialog.reject()

    def _briefing(self, client_id: int) -> Iterator[Scene]:
        """Read up on her before she comes, on the screen and on paper."""
        self._routes.client_wanted.emit(client_id)
        yield "flow_briefing_1", self._window
        self._routes.briefing_wanted.emit(client_id)
        yield "flow_briefing_2", self._window
        page = self._window.page(BRIEFING)
        if isinstance(page, BriefingPage) and page.briefing is not None:
            document = paper(page.briefing, today(self._book.clock))
            size = document.pageSize() * _SHEET_SCALE
            sheet = QPixmap(size.toSize())
            sheet.fill(Qt.GlobalColor.white)
            painter = QPainter(sheet)
            painter.scale(_SHEET_SCALE, _SHEET_SCALE)
            document.drawContents(painter)
            painter.end()
            shown = QLabel()
            shown.setPixmap(sheet)
            shown.resize(sheet.size())
            yield "flow_briefing_3", shown

    def _fact(self, client_id: int) -> Iterator[Scene]:
        """Type what she said in passing: three letters of her, the fact, Enter."""
        self._window.open_page(TODAY)
        yield WAIT, self._window
        box = self._box()
        yield "flow_fact_1", self._window
        box.line.setText(self.tr("stella husband 8 March, likes jasmine tea"))
        yield "flow_fact_2", self._window
        _press(box.line, Qt.Key.Key_Return)
        yield "flow_fact_3", self._window
        yield from self._on_her_page(client_id)
        yield "flow_fact_4", self._window

    def _chat(self, client_id: int) -> Iterator[Scene]:
        """Paste what was written in WeChat."""
        box = self._box()
        chat = self.tr(
            "Stella 14:32\n"
            "Taking Poppy to the sea next month\n"
            "Stella 14:36\n"
            "By the way I am allergic to peanuts\n"
            "Stella 14:40\n"
            "Once work is calmer I want to do Thermage"
        )
        QGuiApplication.clipboard().setText(chat)
        _press(box.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        yield "flow_chat_1", self._window
        _press(box.entry.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        yield WAIT, self._window
        yield from self._on_her_page(client_id)
        yield "flow_chat_2", self._window

    def _on_her_page(self, client_id: int, kind: type[FileCard] | None = None) -> Iterator[Scene]:
        """Open her file and bring a card of it to the top."""
        self._routes.client_wanted.emit(client_id)
        yield WAIT, self._window
        page = self._window.page(CLIENT)
        if kind is not None and isinstance(page, ClientPage):
            _scroll_to(page, page.card(kind))
            yield WAIT, self._window

    def _box(self) -> QuickBox:
        self._routes.box_wanted.emit()
        assert self._office.box is not None  # noqa: S101 - asked for in the line before
        return self._office.box

    def _card(self, reminder: Reminder) -> ReminderCard:
        """Return the card of the same occasion and stage, however its state has changed."""
        return next(
            card
            for card in self._window.page(TODAY).findChildren(ReminderCard)
            if card.isVisible()
            and card.reminder.stage is reminder.stage
            and card.reminder.occasion.date_id == reminder.occasion.date_id
        )

    def _show_card(self, reminder: Reminder) -> None:
        page = self._window.page(TODAY)
        _scroll_to(page, self._card(reminder))

    def _copy_button(self, reminder: Reminder) -> QPushButton:
        found = self._card(reminder).copy_button
        assert found is not None  # noqa: S101 - a day that is greeted has one
        return found

    def _done_button(self, reminder: Reminder) -> QPushButton:
        words = QCoreApplication.translate("ReminderCard", "Done")
        buttons = self._card(reminder).findChildren(QPushButton)
        return next(each for each in buttons if each.text() == words)

    def _due(self) -> list[Reminder]:
        return self._book.reminders.due(self._book.clock.now())

    def _gift_waits(self) -> Reminder | None:
        """Return a reminder of today for which something is on its way."""
        days = (one for one in self._due() if one.stage is Stage.DAY)
        return next((one for one in days if self._book.reminders.ordered(one)), None)

    def _flowers_ahead(self) -> Reminder | None:
        """Return the birthday of a client herself that is to be prepared."""
        ahead = (one for one in self._due() if one.stage is Stage.PREPARE)
        own = (one for one in ahead if not one.occasion.person_name)
        return next((one for one in own if one.occasion.kind is Kind.BIRTHDAY), None)

    def _big(self, fallback: Reminder) -> int:
        """Return the client whose file has most to show."""
        vip = (one.occasion.client_id for one in self._due() if one.occasion.vip)
        return next(vip, fallback.occasion.client_id)

    def _greeted(self, fallback: Reminder) -> int:
        """Return the client whose own birthday is today."""
        days = (one.occasion for one in self._due() if one.stage is Stage.DAY)
        own = (one.client_id for one in days if one.kind is Kind.BIRTHDAY and not one.person_name)
        return next(own, fallback.occasion.client_id)

    def _stands(self) -> int:
        """Return how many changes stand."""
        return sum(state == "done" for _, _, state in self._book.journal.latest())


def _shown(window: QWidget, kind: type[W]) -> W:
    """Return the dialog of a kind that is open over the window."""
    return next(one for one in window.findChildren(kind) if one.isVisible())


def _press(
    widget: QWidget,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key and let it go."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, held))


def _scroll_to(page: QWidget, widget: QWidget) -> None:
    """Bring a widget to the top of what its page scrolls in."""
    column = page.findChild(ScrollColumn)
    inside = None if column is None else column.widget()
    if column is not None and inside is not None:
        top = widget.mapTo(inside, widget.rect().topLeft()).y()
        column.verticalScrollBar().setValue(top - _ABOVE)
