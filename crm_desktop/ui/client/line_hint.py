"""What is worth knowing of a line while it is typed: money that waits for it, a refund noted."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.base_facts import SALES
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Bill, BillKind, Deposit, DepositState
from crm_desktop.domain.refunds import noted_before
from crm_desktop.domain.treated import is_same_project
from crm_desktop.ui.client.form import LABEL_INDENT
from crm_desktop.ui.text import day_with_year, money
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import row

_OPEN: Final = QT_TRANSLATE_NOOP("LineHint", "A deposit of {sum} is open for it")
_USE: Final = QT_TRANSLATE_NOOP("LineHint", "Use it")
_AHEAD: Final = QT_TRANSLATE_NOOP("LineHint", "{sum} paid ahead, not treated yet")
_TREATED: Final = QT_TRANSLATE_NOOP("LineHint", "Treated now")
_TWICE: Final = QT_TRANSLATE_NOOP(
    "LineHint", "A refund of {sum} is noted already on {day}. Note it only if this is another one."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One sentence, and what one press does about it with a deposit."""

    words: str
    act: str = ""
    deposit: Deposit | None = None


def hint_of(line: Bill, folder: ClientFolder, taken: Collection[int]) -> Hint | None:
    """Return what to tell of a line as it is typed; `taken` are deposits other lines use."""
    if (earlier := noted_before(line, folder.bills)) is not None:
        amount, day = money(abs(earlier.paid)), day_with_year(earlier.on)
        return Hint(words=_say(_TWICE, sum=amount, day=day))
    if line.kind not in SALES or line.kind is BillKind.FROM_DEPOSIT:
        return None
    waiting = [
        each
        for each in folder.deposits
        if each.id not in taken and is_same_project(each.project, line.project)
    ]
    return _of_open(waiting) or (_of_paid(waiting) if line.is_treated else None)


class LineHint(QWidget):
    """The sentence under a line, with its link; hidden while there is nothing to tell.

    Signals:
        taken: the link was pressed, for this deposit.
    """

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.hint: Hint | None = None
        self.words = wrapped("", Role.SECOND)
        self.act = button("", Role.LINK)
        self.act.clicked.connect(self._on_act)
        line = row(self.words, self.act, spacing=SPACE_XS)
        line.setStretch(0, 1)
        line.setContentsMargins(LABEL_INDENT, 0, 0, 0)
        self.setLayout(line)
        self.hide()

    def tell(self, hint: Hint | None) -> None:
        """Show a hint, None hides it."""
        self.hint = hint
        self.setVisible(hint is not None)
        if hint is not None:
            self.words.setText(hint.words)
            set_mark(self.words, "shade", "text2" if hint.act else "warn")
            self.act.setText(hint.act)
            self.act.setAccessibleName(f"{hint.act} {hint.words}".strip())
            self.act.setVisible(bool(hint.act))

    def _on_act(self) -> None:
        if self.hint is not None and self.hint.deposit is not None:
            self.taken.emit(self.hint.deposit)


def _of_open(waiting: Collection[Deposit]) -> Hint | None:
    for each in waiting:
        if each.state is DepositState.DEPOSIT:
            words = _say(_OPEN, sum=money(each.amount))
            return Hint(words=words, act=_say(_USE), deposit=each)
    return None


def _of_paid(waiting: Collection[Deposit]) -> Hint | None:
    for each in waiting:
        if each.state is DepositState.PAID_UNTREATED:
            words = _say(_AHEAD, sum=money(each.amount))
            return Hint(words=words, act=_say(_TREATED), deposit=each)
    return None


def _say(english: str, **facts: object) -> str:
    return QCoreApplication.translate("LineHint", english).format(**facts)
