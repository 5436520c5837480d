"""Sources: when and from where a fact of hers was learnt, at the field itself."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from crm_desktop.domain.records import FactSource
from crm_desktop.ui.client.form import RecordForm
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.specs import Spec
from crm_desktop.ui.client.when import day_words, joined
from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.fields.texts import TextField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import column

_KEY: Final = "Ctrl+I"
_SIZE: Final = 22
_WIDTH: Final = 360


class Sources(QObject):
    """Adds to each label what is known, and to the field under the pointer or focus a mark."""

    def __init__(self, form: RecordForm, shown: Shown) -> None:
        super().__init__(form)
        self._form = form
        self._shown = shown
        self._field = ""
        self._mark = IconButton(Icon.HISTORY, "", "text3", form)
        self._mark.setToolTip(self.tr("When and from where it was learnt ({key})").format(key=_KEY))
        self._mark.setAccessibleName(self.tr("When and from where it was learnt"))
        self._mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._mark.setFixedSize(_SIZE, _SIZE)
        self._mark.hide()
        self._mark.clicked.connect(self._on_asked)
        key = QShortcut(QKeySequence(_KEY), form)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._on_key)
        for spec in form.specs:
            form.field_of(spec.name).installEventFilter(self)

    def show_file(self) -> None:
        """Show what is known of every field."""
        for spec in self._form.specs:
            source = self._known(spec.name)
            told = ""
            if source is not None:
                when = day_words(source.learnt_on, self._shown.today)
                told = joined(when, source.learnt_from)
            self._form.labels[spec.name].setText(joined(spec.words, told))

    def ask(self, name: str) -> "SourceDialog":
        """Ask when and from where the fact of a field was learnt."""
        known = self._known(name)
        source = known or FactSource(
            client_id=self._shown.client_id, field=name, learnt_on=self._shown.today
        )
        dialog = SourceDialog(self._spec(name), source, self._shown, self._form.window())
        dialog.open()
        return dialog

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn) and isinstance(
            watched, QWidget
        ):
            self._stand_by(watched)
        return False

    def _stand_by(self, field: QWidget) -> None:
        """Put the mark at the end of the label over a field."""
        spec = next(each for each in self._form.specs if self._form.field_of(each.name) is field)
        self._field = spec.name
        told = self._form.labels[spec.name].geometry()
        corner = QPoint(told.right() - _SIZE, told.center().y() - _SIZE // 2)
        self._mark.move(corner)
        self._mark.raise_()
        self._mark.show()

    def _known(self, name: str) -> FactSource | None:
        return next((each for each in self._shown.folder.sources if each.field == name), None)

    def _spec(self, name: str) -> Spec:
        return next(each for each in self._form.specs if each.name == name)

    def _on_asked(self) -> None:
        self.ask(self._field)

    def _on_key(self) -> None:
        now = QApplication.focusWidget()
        for spec in self._form.specs:
            field = self._form.field_of(spec.name)
            if now is not None and (field is now or field.isAncestorOf(now)):
                self.ask(spec.name)


class SourceDialog(Dialog):
    """Two fields: the day, and from where."""

    def __init__(
        self, spec: Spec, source: FactSource, shown: Shown, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Where you know it from: {fact}").format(fact=spec.words)
        super().__init__(title, self.tr("Save"), self.tr("Cancel"), parent)
        self._source = source
        self._shown = shown
        self.day = DayField(self.tr("Learnt on"), source.learnt_on, shown.today)
        self.source = TextField(
            self.tr("Learnt from"),
            source.learnt_from,
            self.tr("Herself, WeChat Moments, a friend…"),
        )
        for words, field in (
            (self.tr("Learnt on"), self.day),
            (self.tr("Learnt from"), self.source),
        ):
            self.body.addLayout(column(label(words, Role.FIELD_LABEL), field, spacing=SPACE_XS))
        self.setMinimumWidth(_WIDTH)
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        self.day.commit()
        self.source.commit()
        on, origin = self.day.value(), self.source.value()
        self._shown.put(replace(self._source, learnt_on=on, learnt_from=origin))
