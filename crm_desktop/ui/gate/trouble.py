"""Trouble: the book cannot be opened: why, and what can be done about it."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from crm_desktop.domain.errors import (
    BookBusy,
    BookMissing,
    CrmError,
    DamagedPart,
    DatabaseDamaged,
    DiskFailed,
    DiskFull,
    FolderNotWritable,
    SlotsDamaged,
    SlotsTampered,
    WrongKey,
)
from crm_desktop.ui.gate.frame import GateFrame
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.widgets.buttons import button, primary, quiet
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row


class Remedy(StrEnum):
    """What may be done about a book that does not open."""

    AGAIN = "again"
    RESTORE = "restore"
    GIVE_UP_LOG = "give_up_log"
    QUIT = "quit"


class Trouble(GateFrame):
    """One sentence and the ways out of it: `ways`, or those that fit the error.

    Signals:
        wanted: the `Remedy` she chose.
    """

    wanted = Signal(object)

    def __init__(
        self,
        error: CrmError,
        ways: Sequence[Remedy] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.says = sentence(error)
        self.buttons: dict[Remedy, QPushButton] = {}
        ways = remedies(error) if ways is None else ways
        self.body.addWidget(label(self.tr("The book cannot be opened"), Role.SECTION))
        self.body.addWidget(Band(self.says, Tone.BAD))
        if Remedy.GIVE_UP_LOG in ways:
            hint = self.tr(
                "Only the log of the last seconds of work is damaged. The book opens without "
                "what stands behind the damage; the damaged log is kept beside it."
            )
            self.body.addWidget(wrapped(hint, Role.SECOND))
        rest = [self._button(way, first=False) for way in reversed(ways[1:])]
        first = [self._button(ways[0], first=True)] if ways else []
        self.body.addLayout(row(self._button(Remedy.QUIT, first=False), 1, *rest, *first))
        self.setFocusProxy((first or [self.buttons[Remedy.QUIT]])[0])

    def _button(self, way: Remedy, *, first: bool) -> QPushButton:
        words, symbol = {
            Remedy.AGAIN: (self.tr("Try again"), Icon.REFRESH),
            Remedy.RESTORE: (self.tr("Restore a backup"), Icon.HISTORY),
            Remedy.GIVE_UP_LOG: (self.tr("Open without it"), Icon.UNLOCK),
            Remedy.QUIT: (self.tr("Quit"), None),
        }[way]
        make = primary if first else quiet if way is Remedy.QUIT else button
        made = make(words, symbol=symbol)
        made.clicked.connect(partial(self.wanted.emit, way))
        self.buttons[way] = made
        return made


def remedies(error: CrmError) -> tuple[Remedy, ...]:
    """Return what may help, the best first; nothing does where a newer app is needed."""
    match error:
        case DatabaseDamaged(part=DamagedPart.LOG):
            return Remedy.GIVE_UP_LOG, Remedy.RESTORE
        case DatabaseDamaged() | SlotsDamaged() | SlotsTampered() | WrongKey() | BookMissing():
            return (Remedy.RESTORE,)
        case DiskFull() | FolderNotWritable() | BookBusy() | DiskFailed():
            return (Remedy.AGAIN,)
        case _:
            return ()
