"""The briefing page: read in twenty seconds, printed or kept as PDF if she wants."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.briefing import Briefing
from crm_desktop.domain.errors import CrmError, RecordGone
from crm_desktop.domain.records import Change
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.briefing.part_card import PartCard
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text import sentence
from crm_desktop.ui.text.briefings import Part, Slot, heading_facts, parts, red_line
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS
from crm_desktop.ui.widgets.avatar import Avatar
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.layouts import ScrollColumn, column, row
from crm_desktop.ui.widgets.pill import Pill
from crm_desktop.ui.written import tell_written

_THREE: Final = (
    (Slot.OPENERS, Slot.PROMISES, Slot.LAST),
    (Slot.CAUTIONS, Slot.TABOOS, Slot.FAMILY, Slot.GIFT),
    (Slot.CLINIC, Slot.WISHES, Slot.LIKES, Slot.NOTES, Slot.PRIVATE, Slot.ASK),
)
_TWO: Final = (
    (Slot.OPENERS, Slot.LAST, Slot.PROMISES, Slot.GIFT, Slot.WISHES, Slot.ASK),
    (Slot.CAUTIONS, Slot.TABOOS, Slot.FAMILY, Slot.CLINIC, Slot.LIKES, Slot.NOTES, Slot.PRIVATE),
)
_WIDE: Final = 1000
_ALONE: Final = 480
_GUTTER: Final = 18
_NARROWEST: Final = 1


class BriefingPage(QWidget):
    """Shows the briefing of one client at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = 0
        self._asked = 0
        self.briefing: Briefing | None = None
        self.print_button = button(self.tr("Print…"), None, Icon.PRINT)
        self.pdf_button = button(self.tr("Save as PDF…"), None, Icon.DOWNLOAD)
        self.file_button = primary(self.tr("Open her file"), Icon.USER_ROUND)
        self.band = Band("", Tone.OK)
        self._avatar = Avatar("")
        self._name = ElidedLabel("", Role.PAGE_TITLE)
        self._facts = ElidedLabel("", Role.SECOND)
        self._pills = row(spacing=SPACE_XS + 2)
        self._scroll = ScrollColumn(gutter=_GUTTER)
        self._build()
        self._connect()

    def show_client(self, client_id: int) -> None:
        """Show the briefing of a client as her file stands now."""
        if client_id != self._wanted:
            self.band.hide()
        self._wanted = client_id
        self._read()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = scaled(_WIDE)
        is_other = (event.oldSize().width() >= wide) != (event.size().width() >= wide)
        if self.briefing is not None and is_other:
            self._show_parts(self.briefing)

    def _build(self) -> None:
        back = IconButton(Icon.BACK, self.tr("Back (Esc)"))
        back.clicked.connect(self._desk.routes.back_wanted)
        self.pdf_button.setToolTip(
            self.tr("The PDF is not encrypted: whoever has the file can read it. (Ctrl+S)")
        )
        self.print_button.setToolTip(self.tr("On one sheet of A4 (Ctrl+P)"))
        names = QHBoxLayout()
        names.setSpacing(SPACE_S)
        names.addWidget(self._name)
        names.addLayout(self._pills)
        names.addStretch(1)
        words = column(spacing=2)
        words.addLayout(names)
        words.addWidget(self._facts)
        top = QHBoxLayout()
        top.setSpacing(SPACE_M)
        top.setContentsMargins(0, 0, _GUTTER, 0)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)
        top.addLayout(row(self.print_button, self.pdf_button, self.file_button))
        told = row(self.band)
        told.setContentsMargins(0, 0, _GUTTER, 0)
        self.band.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL - _GUTTER, SPACE_M)
        whole.setSpacing(SPACE_M)
        whole.addLayout(top)
        whole.addLayout(told)
        whole.addWidget(self._scroll, 1)
        self.setFocusProxy(self.file_button)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._on_print)
        self.pdf_button.clicked.connect(self._on_pdf)
        self.file_button.clicked.connect(self._on_file)
        self._desk.edits.changed.connect(self._on_changed)
        for key, act in (("Ctrl+P", self._on_print), ("Ctrl+S", self._on_pdf)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _read(self) -> None:
        self._asked += 1
        on = today(self._desk.clock)
        work = partial(self._desk.book.briefings.of, self._wanted, on)
        done = partial(self._on_read, self._asked)
        self._desk.jobs.run(self, work, done, failed=self._on_gone)

    def _on_read(self, asked: int, briefing: Briefing) -> None:
        if asked != self._asked:
            return
        self.briefing = briefing
        self._show_head(briefing)
        self._show_parts(briefing)

    def _show_parts(self, briefing: Briefing) -> None:
        self._scroll.clear()
        found = parts(briefing, today(self._desk.clock))
        if warning := red_line(briefing):
            self._scroll.content.addWidget(Band(warning, Tone.BAD))
        if _tells_nothing(found):
            self._scroll.content.addWidget(self._empty(briefing))
            for part in found:
                card = PartCard(part)
                card.setFixedWidth(scaled(_ALONE))
                self._scroll.content.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._scroll.content.addWidget(_columns(found, self.width()))
        self._scroll.verticalScrollBar().setValue(0)

    def _show_head(self, briefing: Briefing) -> None:
        client = briefing.client
        tone = Tone.GOLD if client.vip else Tone.ACCENT if client.is_big else Tone.PLAIN
        self._avatar.show_person(client.called, tone)
        self._name.setText(client.called)
        self._facts.setText(heading_facts(briefing, today(self._desk.clock)))
        while (item := self._pills.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if client.tier is not None:
            self._pills.addWidget(Pill(choice(client.tier), Tone.ACCENT))
        if client.vip:
            self._pills.addWidget(Pill("VIP", Tone.GOLD))
        if client.deceased_on is not None:
            self._pills.addWidget(Pill(self.tr("Deceased"), Tone.PLAIN))

    def _empty(self, briefing: Briefing) -> EmptyState:
        title = self.tr("Nothing is known of {name} yet").format(name=briefing.client.called)
        hint = self.tr("A first talk is the best time to ask. What you learn goes into her file.")
        empty = EmptyState(Icon.MESSAGE, title, hint)
        empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return empty

    def _on_gone(self, error: CrmError) -> None:
        if isinstance(error, RecordGone):
            self._desk.routes.back_wanted.emit()
        else:
            self._desk.jobs.failed.emit(error)

    def _on_changed(self, change: Change) -> None:
        concerns = not change.client_ids or self._wanted in change.client_ids
        if self._wanted and self.isVisible() and concerns:
            self._read()

    def _on_file(self) -> None:
        self._desk.routes.client_wanted.emit(self._wanted)

    def _on_print(self) -> None:
        if self.briefing is not None:
            from crm_desktop.ui.briefing.printing import print_page  # noqa: PLC0415 - heavy

            print_page(self.window(), self.briefing, today(self._desk.clock))

    def _on_pdf(self) -> None:
        if self.briefing is None:
            return
        on = today(self._desk.clock).isoformat()
        name = self.tr("Briefing {name} {day}.pdf").format(name=_safe(self.briefing), day=on)
        question = FileQuestion(title=self.tr("Save as PDF"), kinds=("PDF (*.pdf)",), name=name)
        self._desk.ask.save_file(self, question, self._on_path)

    def _on_path(self, path: Path) -> None:
        from crm_desktop.ui.briefing.printing import save_page  # noqa: PLC0415 - heavy

        if self.briefing is None:
            return
        now = self._desk.clock.now()
        work = partial(save_page, self._desk.book, self.briefing, path, now)
        done = partial(self._on_saved, path)
        self._desk.jobs.run(self, work, done, failed=self._on_failed, lane=Lane.FILES)

    def _on_saved(self, path: Path, _size: int) -> None:
        self.band.hide()
        tell_written(self, path)

    def _on_failed(self, error: CrmError) -> None:
        self.band.say(sentence(error), Tone.BAD)
        self.band.show()


def _tells_nothing(found: tuple[Part, ...]) -> bool:
    return all(part.slot is Slot.ASK for part in found)


def _safe(briefing: Briefing) -> str:
    """Return her name as part of a file's name."""
    return "".join(sign for sign in briefing.client.called if sign.isalnum() or sign in " -_")


def _columns(found: tuple[Part, ...], width: int) -> QWidget:
    """Return two columns or, where there is room, three, none of them empty."""
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(SPACE_M)
    wanted = _THREE if width >= scaled(_WIDE) else _TWO
    by_slot = {part.slot: part for part in found}
    sides = [[by_slot[slot] for slot in slots if slot in by_slot] for slots in wanted]
    for place, shown in enumerate(filter(None, sides)):
        side = QWidget()
        stack = QVBoxLayout(side)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(SPACE_M)
        for part in shown:
            stack.addWidget(PartCard(part))
        stack.addStretch(1)
        side.setMinimumWidth(_NARROWEST)
        grid.addWidget(side, 0, place, Qt.AlignmentFlag(0))
        grid.setColumnStretch(place, 1)
    return whole
