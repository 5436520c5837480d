"""ListRow: one line of a list on a card: who, what, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import ROW_HEIGHT, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.layouts import column


class ListRow(QWidget):
    """A leading widget (avatar, icon), one or two lines of text, trailing widgets; 52 px high.

    Attributes:
        trailing: the layout at the right.
    """

    def __init__(
        self,
        title: str,
        detail: str = "",
        *trailing: QWidget,
        leading: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMinimumHeight(scaled(ROW_HEIGHT))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, SPACE_XS, 0, SPACE_XS)
        whole.setSpacing(SPACE_S + SPACE_XS)
        if leading is not None:
            whole.addWidget(leading, 0, Qt.AlignmentFlag.AlignVCenter)
        self._title = ElidedLabel(title, Role.STRONG)
        self._detail = ElidedLabel(detail, Role.SECOND)
        self._detail.setVisible(bool(detail))
        self._more: ElidedLabel | None = None
        self._words = column(1, self._title, self._detail, 1, spacing=1)
        whole.addLayout(self._words, 1)
        self.trailing = QHBoxLayout()
        self.trailing.setSpacing(SPACE_S)
        for widget in trailing:
            self.trailing.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(self.trailing)

    def say(self, title: str, detail: str = "", more: str = "") -> None:
        """Show other lines; the third one, `more`, is rarely needed and made when it is."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        if more and self._more is None:
            self._more = ElidedLabel("", Role.SECOND)
            self._words.insertWidget(3, self._more)
        if self._more is not None:
            self._more.setText(more)
            self._more.setVisible(bool(more))
