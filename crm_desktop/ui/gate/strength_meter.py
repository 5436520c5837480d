"""StrengthMeter: four bars and a sentence on how soon a passphrase would be guessed."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from crm_desktop.domain.errors import WeakPart
from crm_desktop.ui.gate.keeper import Judged
from crm_desktop.ui.text.counts import counted, sentences
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_XS, colour
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import column

LEAST_SCORE = 3
LEAST_LENGTH = 10
_BARS = 4
_GAP = 4
_SHADES = ("line", "bad", "warn", "ok", "ok")
_WORDS = (
    QT_TRANSLATE_NOOP("Strength", "Guessed at once."),
    QT_TRANSLATE_NOOP("Strength", "Guessed within minutes."),
    QT_TRANSLATE_NOOP("Strength", "Guessed within days."),
    QT_TRANSLATE_NOOP("Strength", "Good: hard to guess."),
    QT_TRANSLATE_NOOP("Strength", "Very good: nobody guesses this."),
)
_WHY = {
    WeakPart.NAME: QT_TRANSLATE_NOOP("Strength", "A name is easy to find out."),
    WeakPart.BIRTH_YEAR: QT_TRANSLATE_NOOP("Strength", "A birthday is easy to find out."),
    WeakPart.PHONE: QT_TRANSLATE_NOOP("Strength", "A phone number is easy to find out."),
    WeakPart.CLINIC_WORD: QT_TRANSLATE_NOOP("Strength", "Words of your work are tried first."),
    WeakPart.COMMON: QT_TRANSLATE_NOOP("Strength", "Many people use something like this."),
}


class StrengthMeter(QWidget):
    """Shows a judgement; nothing is typed yet until the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = _Bars()
        self._words = wrapped("", Role.HINT)
        self.setLayout(column(self._bars, self._words, spacing=SPACE_XS))
        self.show_length(0)

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._words.text()

    def show_length(self, typed: int) -> None:
        """Say how many characters are wanted, while there are too few to judge."""
        self._bars.fill(1 if typed else 0)
        missing = LEAST_LENGTH - typed
        one = QCoreApplication.translate("Strength", "1 more character.")
        many = (
            QCoreApplication.translate("Strength", "{count} more characters.")
            if typed
            else QCoreApplication.translate(
                "Strength", "At least {count} characters. Three or four unrelated words work well."
            )
        )
        self._words.setText(counted(missing, one, many))

    def show_judgement(self, judged: Judged) -> None:
        """Say how strong it is, and why not stronger."""
        self._bars.fill(max(judged.score, 1))
        words = [QCoreApplication.translate("Strength", _WORDS[judged.score])]
        if judged.score < LEAST_SCORE:
            words += [QCoreApplication.translate("Strength", _WHY[part]) for part in judged.weak]
        self._words.setText(sentences(*words))


class _Bars(QWidget):
    """Four bars, as many of them filled as the score says."""

    def __init__(self) -> None:
        super().__init__()
        self._score = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, score: int) -> None:
        """Fill `score` bars in its colour."""
        self._score = score
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 5)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - _GAP * (_BARS - 1)) / _BARS
        for bar in range(_BARS):
            painter.setBrush(colour(_SHADES[self._score] if bar < self._score else "line"))
            painter.drawRoundedRect(QRectF(bar * (width + _GAP), 0, width, self.height()), 2, 2)
        painter.end()
