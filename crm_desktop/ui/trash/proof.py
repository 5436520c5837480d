"""The proof of a deletion, in words: where was looked, what was found, who may still hold her."""

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.errors import CrmError
from crm_desktop.services.deletion_proof import Look, Proof, Where
from crm_desktop.ui.ask import Confirmation
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text import day_and_relative, sentence
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import amount, label, wrapped
from crm_desktop.ui.widgets.layouts import hairline, row

_WIDTH: Final = 520
_SYMBOL: Final = 18
_PLACES: Final = {
    Where.BOOK: QT_TRANSLATE_NOOP("Proof", "The book, decrypted, page by page"),
    Where.LOG: QT_TRANSLATE_NOOP("Proof", "The log of the latest changes"),
    Where.BACKUP: QT_TRANSLATE_NOOP("Proof", "The new backup, decrypted, page by page"),
}


class ProofDialog(Dialog):
    """Tells what a deletion came to, and offers to delete the backups that still hold her.

    Attributes:
        older_button: deletes the older backups.
        older_band: says what became of them.
    """

    def __init__(
        self, desk: Desk, proof: Proof, name: str = "", parent: QWidget | None = None
    ) -> None:
        title = self.tr("{name} is deleted for good").format(name=name)
        if not name:
            title = _title(proof.clients)
        super().__init__(title, self.tr("Close"), "", parent)
        self._desk = desk
        self._proof = proof
        self.cancel_button.hide()
        self.heading.setWordWrap(True)
        self.setMinimumWidth(_WIDTH)
        self.older_button = button(self.tr("Delete the older backups…"), Role.DANGER, Icon.TRASH)
        self.older_button.clicked.connect(self._on_older)
        self.older_band = Band("", Tone.WARN)
        self._build()

    def _build(self) -> None:
        proof = self._proof
        clean = self.tr("Nothing is left: every search came back empty.")
        left = self.tr(
            "Something is left where it is marked. The log empties itself when the book is "
            "closed; an older backup restored now would still be without her."
        )
        self.body.addWidget(
            Band(clean, Tone.OK) if proof.is_clean else Band(left, Tone.BAD),
        )
        self.body.addLayout(self._looks())
        for words in self._notes():
            self.body.addWidget(wrapped(words, Role.SECOND))
        if proof.older:
            self.older_band.say(self._older_words(), Tone.WARN)
            self.body.addWidget(self.older_band)
            self.body.addLayout(row(self.older_button, 1))

    def _looks(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(1, 1)
        for number, look in enumerate(self._proof.looks):
            self._add(grid, number, look)
        last = len(self._proof.looks)
        grid.addWidget(hairline(), last, 0, 1, 3)
        control = self.tr("The same search before the deletion")
        grid.addWidget(label(control, Role.SECOND), last + 1, 1)
        grid.addWidget(amount(self._found(self._proof.before)), last + 1, 2)
        return grid

    def _add(self, grid: QGridLayout, number: int, look: Look) -> None:
        symbol = label()
        shown = icon(Icon.ALERT, "bad") if look.found else icon(Icon.DONE, "ok")
        symbol.setPixmap(shown.pixmap(_SYMBOL))
        place = QCoreApplication.translate("Proof", _PLACES[look.where])
        grid.addWidget(symbol, number, 0)
        grid.addWidget(label(place), number, 1)
        grid.addWidget(amount(self._found(look.found)), number, 2)

    def _found(self, count: int) -> str:
        return self.tr("{count} found").format(count=f"{count:,}")

    def _notes(self) -> list[str]:
        proof = self._proof
        told = [
            self.tr(
                "Looked for were {count} words: names, numbers, accounts and longer notes, also "
                "as they were before."
            ).format(count=proof.words)
        ]
        if proof.shared:
            shared = self.tr("Words others have as well, such as a family's phone, stay: {count}.")
            told.append(shared.format(count=proof.shared))
        if proof.unlooked:
            unlooked = self.tr("{count} more were deleted as well, and not looked for singly.")
            told.append(unlooked.format(count=f"{proof.unlooked:,}"))
        told.append(
            self.tr(
                "A list or a backup that brings this up again leaves it out. By hand you may "
                "enter anybody again."
            )
        )
        told.append(self.tr("Copies and exports you keep elsewhere yourself are not reached."))
        return told

    def _older_words(self) -> str:
        older = self._proof.older
        words = self.tr(
            "{count} older backups, back to {day}, were made before and hold it still, until "
            "they are thinned out or deleted."
        )
        if len(older) == 1:
            words = self.tr(
                "One older backup, of {day}, was made before and holds it still, until it is "
                "thinned out or deleted."
            )
        oldest = day_and_relative(min(older).date(), today(self._desk.clock))
        return words.format(count=len(older), day=oldest)

    def _on_older(self) -> None:
        question = Confirmation(
            title=self.tr("Delete the older backups?"),
            text=self.tr(
                "Only the backup made just now is kept, here and in the second folder. You "
                "cannot go back to an earlier day then."
            ),
            action=self.tr("Delete them"),
        )
        self._desk.ask.confirm(self, question, self._drop)

    def _drop(self) -> None:
        self.older_button.setEnabled(False)
        newest = max(self._proof.older)
        work = partial(self._desk.book.deletion.drop_backups_through, newest)
        self._desk.jobs.run(
            self, work, self._on_dropped, failed=self._on_failed, lane=Lane.DATABASE
        )

    def _on_dropped(self, count: int) -> None:
        self.older_button.hide()
        words = self.tr("{count} older backups are deleted.").format(count=count)
        if count == 1:
            words = self.tr("The older backup is deleted.")
        self.older_band.say(words, Tone.OK)

    def _on_failed(self, error: CrmError) -> None:
        self.older_button.setEnabled(True)
        self.older_band.say(sentence(error), Tone.BAD)


def _title(clients: int) -> str:
    if clients == 1:
        return QCoreApplication.translate("Proof", "A client is deleted for good")
    words = QCoreApplication.translate("Proof", "{count} clients are deleted for good")
    return words.format(count=f"{clients:,}")
