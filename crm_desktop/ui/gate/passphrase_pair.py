"""PassphrasePair: a new passphrase typed twice, judged while it is typed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.ui.gate.keeper import Judged
from crm_desktop.ui.gate.secret_field import SecretField
from crm_desktop.ui.gate.strength_meter import LEAST_LENGTH, LEAST_SCORE, StrengthMeter
from crm_desktop.ui.jobs import Jobs, Latest
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column

Judge = Callable[[str, tuple[str, ...]], Judged]


class PassphrasePair(QWidget):
    """Two fields with a meter of strength between them.

    Signals:
        changed: something was typed or judged.
        entered: Enter was pressed in the second field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, judge: Judge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judge = judge
        self._judging = Latest(jobs, self)
        self._words: tuple[str, ...] = ()
        self._is_strong = False
        self.passphrase = SecretField(self.tr("Passphrase"))
        self.again = SecretField(self.tr("Passphrase again"))
        self.meter = StrengthMeter()
        self.caps = label(self.tr("Caps Lock is on."), Role.WARNING)
        self.caps.hide()
        self.says = wrapped("", Role.BAD)
        self.says.hide()
        whole = column(
            label(self.tr("Passphrase"), Role.FIELD_LABEL),
            self.passphrase,
            self.meter,
            label(self.tr("Once more"), Role.FIELD_LABEL),
            self.again,
            self.caps,
            self.says,
            spacing=SPACE_XS,
        )
        whole.insertSpacing(3, SPACE_S)
        self.setLayout(whole)
        self.setFocusProxy(self.passphrase)
        self.passphrase.textChanged.connect(self._on_typed)
        self.again.textChanged.connect(self._on_typed_again)
        self.again.returnPressed.connect(self.entered)
        for field in (self.passphrase, self.again):
            field.caps_lock.connect(self.caps.setVisible)

    @property
    def is_good(self) -> bool:
        """Whether it is hard to guess and typed the same twice."""
        return self._is_strong and self.passphrase.text() == self.again.text()

    @property
    def text(self) -> str:
        """The passphrase as it is typed."""
        return self.passphrase.text()

    def know(self, words: tuple[str, ...]) -> None:
        """Judge as somebody would who knows `words`."""
        self._words = words

    def show_judgement(self, judged: Judged) -> None:
        """Say how strong the passphrase is."""
        self._is_strong = judged.score >= LEAST_SCORE
        self.meter.show_judgement(judged)
        self.changed.emit()

    def say(self, text: str) -> None:
        """Show why it was not taken."""
        self.says.setText(text)
        self.says.setVisible(bool(text))

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.again.clear()

    def _on_typed(self, text: str) -> None:
        self._is_strong = False
        if len(text) < LEAST_LENGTH:
            self._judging.forget()
            self.meter.show_length(len(text))
        else:
            judge, words = self._judge, self._words
            self._judging.run(lambda: judge(text, words), self.show_judgement)
        self._on_typed_again()

    def _on_typed_again(self) -> None:
        again = self.again.text()
        differs = bool(again) and not self.passphrase.text().startswith(again)
        self.say(self.tr("The two passphrases differ.") if differs else "")
        self.changed.emit()
