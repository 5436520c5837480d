"""MustHaveMeter: whose birthdays are known of the three that matter most."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from crm_desktop.domain.must_have import Mark, MustHave, must_have
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_WORDS: Final = {
    MustHave.OWN: QT_TRANSLATE_NOOP("MustHaveMeter", "Her own"),
    MustHave.SPOUSE: QT_TRANSLATE_NOOP("MustHaveMeter", "Husband's"),
    MustHave.CHILD: QT_TRANSLATE_NOOP("MustHaveMeter", "Child's"),
}


class MustHaveMeter(QWidget):
    """Three small marks; one that is missing leads to the field to fill.

    Signals:
        wanted: the `Mark` that was pressed.
    """

    wanted = Signal(object)

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._marks: dict[MustHave, Mark] = {}
        self._chips = {which: self._chip(which) for which in MustHave}
        told = label(self.tr("Birthdays"), Role.HINT)
        self.setLayout(row(told, *self._chips.values(), spacing=SPACE_XS + 2))

    def show_file(self) -> None:
        """Show which are known."""
        self._marks = {mark.which: mark for mark in must_have(self._shown.folder)}
        for which, chip in self._chips.items():
            chip.setVisible(which in self._marks)
            if which in self._marks:
                self._say(chip, self._marks[which])

    def _chip(self, which: MustHave) -> QPushButton:
        chip = QPushButton(QCoreApplication.translate("MustHaveMeter", _WORDS[which]))
        chip.setProperty("which", which.value)
        chip.clicked.connect(self._on_pressed)
        return chip

    def _say(self, chip: QPushButton, mark: Mark) -> None:
        set_mark(chip, "pill", "ok" if mark.is_known else "warn")
        chip.setIcon(icon(Icon.CHECK, "ok") if mark.is_known else icon(Icon.PLUS, "warn"))
        words = self.tr("{whose} birthday is known") if mark.is_known else ""
        words = words or self.tr("{whose} birthday is missing: press to note it")
        told = words.format(whose=chip.text())
        chip.setToolTip(told)
        chip.setAccessibleName(told)

    def _on_pressed(self) -> None:
        self.wanted.emit(self._marks[MustHave(self.sender().property("which"))])
