"""KeptList: what stays when an import is taken back, and KeptDialog, which shows it before."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.domain.taking_back import Kept
from crm_desktop.services.taking_back import BackReport
from crm_desktop.ui.text.counts import counted, sentences
from crm_desktop.ui.text.discretion import discreet_name
from crm_desktop.ui.text.taking_back import kept_words
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, column

_AT_MOST = 100
_WIDTH = 520
_MOST_HEIGHT = 300


class KeptList(QWidget):
    """A line for each thing that stays: whose it is, what, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(SPACE_XS)

    def show_kept(self, kept: Sequence[Kept], names: Mapping[int, str]) -> None:
        """Show what stays, the first hundred of it."""
        while (item := self._inside.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        before = None
        for one in kept[:_AT_MOST]:
            self._inside.addWidget(self._line(one, names, before))
            before = one
        if len(kept) > _AT_MOST:
            more = self.tr("and {count} more things").format(count=f"{len(kept) - _AT_MOST:,}")
            self._inside.addWidget(label(more, Role.SECOND))

    def _line(self, kept: Kept, names: Mapping[int, str], before: Kept | None) -> QWidget:
        """Return what stays, under her name unless the line `before` is hers too."""
        words = ElidedLabel(kept_words(kept), Role.SECOND)
        if before is not None and before.client_id == kept.client_id:
            return words
        name = names.get(kept.client_id or 0)
        whose = discreet_name(name) if name else self.tr("No longer in the book")
        made = QWidget()
        inside = column(ElidedLabel(whose, Role.STRONG), words, spacing=SPACE_XS)
        inside.setContentsMargins(0, 0 if before is None else SPACE_S, 0, 0)
        made.setLayout(inside)
        return made


class KeptDialog(Dialog):
    """Asks nothing but whether to go on, where something of hers is in the way."""

    def __init__(
        self, report: BackReport, names: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", "", parent)
        title = self.tr("This stays as you have it")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.accept_button.setText(self.tr("Take the rest back"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.setMinimumWidth(_WIDTH)
        kept = report.plan.told
        one = self.tr("1 thing that came with {file} was edited or used since.")
        many = self.tr("{count} things that came with {file} were edited or used since.")
        rest = self.tr("They stay as they are now; everything else is taken back.")
        words = sentences(counted(len(kept), one, many, file=report.file), rest)
        self.body.addWidget(wrapped(words, Role.SECOND))
        self.kept = KeptList()
        self.kept.show_kept(kept, names)
        scroll = ScrollColumn()
        scroll.content.addWidget(self.kept)
        scroll.content.addStretch(1)
        scroll.setFixedHeight(min(self.kept.sizeHint().height() + SPACE_XS, _MOST_HEIGHT))
        self.body.addWidget(scroll, 1)
