"""The second step of a new book: the recovery code, written down and typed back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from crm_desktop.ui.gate.code_field import CodeField, groups_of
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.scale import monospace
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.deck import Deck
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column, row

_COLUMNS = 4


class CodeStep(QWidget):
    """Shows the code, hides it, and asks for it.

    Signals:
        done: the code was typed back without a mistake.
        print_wanted: the code is to be printed.
    """

    done = Signal()
    print_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._groups = QGridLayout()
        self._groups.setSpacing(SPACE_S)
        self.field = CodeField()
        self.field.entered.connect(self._on_check)
        self.says = wrapped("", Role.BAD)
        self.says.hide()
        self.written_button = primary(self.tr("I have written it down"))
        self.written_button.clicked.connect(self._on_written)
        self.print_button = button(self.tr("Print"), None, Icon.PRINT)
        self.print_button.clicked.connect(self._on_print)
        self.check_button = primary(self.tr("Check and continue"))
        self.check_button.clicked.connect(self._on_check)
        self.back_button = button(self.tr("Show the code again"))
        self.back_button.clicked.connect(self._on_back)
        self._sides = Deck(self._front(), self._back())
        self.setLayout(column(self._sides))

    def show_code(self, code: str) -> None:
        """Show the code of the book just made."""
        self._code = code
        while (item := self._groups.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for number, group in enumerate(groups_of(code)):
            shown = label(group, Role.CODE)
            shown.setFont(monospace(shown.font()))
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._groups.addWidget(shown, number // _COLUMNS, number % _COLUMNS)

    def _front(self) -> QWidget:
        why = self.tr(
            "If you forget the passphrase, this code is the only other way in. "
            "Write it on paper and keep it where you keep your passport, not on this computer."
        )
        side = QWidget()
        whole = column(wrapped(why, Role.SECOND))
        whole.addLayout(self._groups)
        return _finish(side, whole, self.print_button, self.written_button)

    def _back(self) -> QWidget:
        why = self.tr("Type it from your paper, so that you know it is right.")
        side = QWidget()
        whole = column(wrapped(why, Role.SECOND), self.field, self.says)
        return _finish(side, whole, self.back_button, self.check_button)

    def _on_written(self) -> None:
        self.field.clear()
        self.says.hide()
        self._sides.show_card(1)
        self.field.setFocus()

    def _on_back(self) -> None:
        self._sides.show_card(0)

    def _on_print(self) -> None:
        self.print_wanted.emit(self._code)

    def _on_check(self) -> None:
        pairs = zip(groups_of(self._code), self.field.code.split(" "), strict=True)
        wrong = tuple(n for n, (meant, typed) in enumerate(pairs, start=1) if meant != typed)
        self.field.mark_wrong(wrong)
        self.says.setText(self.tr("The marked groups differ from the code. Look once more."))
        self.says.setVisible(bool(wrong))
        if not wrong:
            self._code = ""
            self.field.clear()
            self.done.emit()


def _finish(side: QWidget, whole: QVBoxLayout, *buttons: QWidget) -> QWidget:
    whole.addStretch(1)
    whole.addLayout(row(buttons[0], 1, *buttons[1:]))
    side.setLayout(whole)
    return side
