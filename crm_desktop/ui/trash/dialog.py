"""The trash as a dialog: take back what was put there, or delete it for good."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.records import Change
from crm_desktop.services.deletion import ACTION
from crm_desktop.services.deletion_proof import Proof
from crm_desktop.services.trash import TrashLine
from crm_desktop.ui.ask import Confirmation
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.trash.proof import ProofDialog
from crm_desktop.ui.trash.row import TrashRow
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, hairline

_SIZE: Final = (640, 540)
_SHOWN: Final = 100


class TrashDialog(Dialog):
    """Lists who is in the trash, the one put in last first.

    Attributes:
        rows: what stands for each client that is shown.
        empty_button: deletes everybody in it for good.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Trash"), self.tr("Close"), "", parent)
        self._desk = desk
        self._lines: Sequence[TrashLine] = ()
        self.rows: list[TrashRow] = []
        self.cancel_button.hide()
        self.empty_button = button(self.tr("Empty the trash…"), Role.DANGER, Icon.TRASH)
        self.empty_button.hide()
        self.empty_button.clicked.connect(self._on_empty)
        self.band = Band("", Tone.PLAIN)
        self.band.hide()
        words = self.tr(
            "Clients stay here for 30 days. They are in no list and nothing reminds of them; "
            "taken back, they have everything they had. After that they are deleted for good."
        )
        self._explained = wrapped(words, Role.SECOND)
        self._explained.hide()
        self._list = ScrollColumn()
        self._list.content.setSpacing(SPACE_XS)
        self.buttons.insertWidget(0, self.empty_button)
        self.body.addWidget(self._explained)
        self.body.addWidget(self.band)
        self.body.addWidget(self._list, 1)
        self.resize(*_SIZE)
        desk.edits.changed.connect(self._on_changed)
        self._read()

    @property
    def is_busy(self) -> bool:
        """Whether somebody is being deleted."""
        return not self._list.isEnabled()

    def show_lines(self, lines: Sequence[TrashLine]) -> None:
        """Show who is in the trash."""
        self._lines = lines
        self._list.clear()
        self.rows = []
        self._explained.setVisible(bool(lines))
        self.empty_button.setVisible(len(lines) > 1)
        if not lines:
            self._list.content.addWidget(self._nobody(), 1)
        for number, line in enumerate(lines[:_SHOWN]):
            if number:
                self._list.content.addWidget(hairline())
            self._add(line)
        if len(lines) > _SHOWN:
            more = self.tr("and {count} more").format(count=f"{len(lines) - _SHOWN:,}")
            self._list.content.addWidget(label(more, Role.SECOND))
        if lines:
            self._list.content.addStretch(1)

    @override
    def done(self, result: int) -> None:
        # What a deletion came to has to be told to every screen.
        if not self.is_busy:
            super().done(result)

    def _add(self, line: TrashLine) -> None:
        one = TrashRow(line, today(self._desk.clock))
        one.back_wanted.connect(self._on_back)
        one.deletion_wanted.connect(self._on_deletion)
        self.rows.append(one)
        self._list.content.addWidget(one)

    def _nobody(self) -> EmptyState:
        return EmptyState(
            Icon.TRASH,
            self.tr("The trash is empty"),
            self.tr("A client is put here from the menu of her page, and can be taken back."),
        )

    def _read(self) -> None:
        trash, on = self._desk.book.trash, today(self._desk.clock)
        self._desk.jobs.run(self, partial(trash.list, on), self.show_lines)

    def _on_changed(self, change: Change) -> None:
        if "client" in change.tables:
            self._read()

    def _on_back(self, line: TrashLine) -> None:
        work = partial(self._desk.book.trash.take_out, [line.id])
        self._desk.jobs.run(self, work, self._desk.edits.done, lane=Lane.DATABASE)

    def _on_deletion(self, line: TrashLine) -> None:
        self._ask(
            self.tr("Delete {name} for good?").format(name=line.called),
            self.tr(
                "Her file, her photos and every trace of her in the history go. A new backup is "
                "made without her. This cannot be undone."
            ),
            [line],
        )

    def _on_empty(self) -> None:
        count = f"{len(self._lines):,}"
        self._ask(
            self.tr("Delete all {count} clients for good?").format(count=count),
            self.tr(
                "Their files, their photos and every trace of them in the history go. A new "
                "backup is made without them. This cannot be undone."
            ),
            self._lines,
        )

    def _ask(self, title: str, text: str, lines: Sequence[TrashLine]) -> None:
        action = self.tr("Delete for good")
        question = Confirmation(title=title, text=text, action=action)
        self._desk.ask.confirm(self, question, partial(self._delete, lines))

    def _delete(self, lines: Sequence[TrashLine]) -> None:
        self._work(self.tr("Deleting, and looking for what may be left…"))
        self._desk.jobs.run(
            self,
            partial(self._desk.book.deletion.delete, [line.id for line in lines]),
            partial(self._on_deleted, lines[0].called if len(lines) == 1 else ""),
            failed=partial(self._on_failed, frozenset(line.id for line in lines)),
            lane=Lane.DATABASE,
        )

    def _on_deleted(self, name: str, deleted: tuple[Proof, Change]) -> None:
        proof, change = deleted
        self._rest()
        self.band.hide()
        self._desk.edits.changed.emit(change)
        self._desk.routes.backed_up.emit(proof.backup)
        ProofDialog(self._desk, proof, name, self).open()

    def _on_failed(self, client_ids: frozenset[int], error: CrmError) -> None:
        """Say why it stopped; where only the backup failed, they are gone from every screen."""
        self._rest()
        self.band.say(sentence(error), Tone.BAD)
        change = Change(id=0, action=ACTION, tables=frozenset({"client"}), client_ids=client_ids)
        self._desk.edits.changed.emit(change)

    def _work(self, words: str) -> None:
        self._list.setEnabled(False)
        self.empty_button.setEnabled(False)
        self.band.say(words, Tone.PLAIN)
        self.band.show()

    def _rest(self) -> None:
        self._list.setEnabled(True)
        self.empty_button.setEnabled(True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
