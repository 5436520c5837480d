"""The texts of greetings: those of the app, those she changed, and those she added."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.domain.greetings import GreetingFor, GreetingText
from crm_desktop.domain.records import Change, GreetingTemplate
from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.fields.texts import TextField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.settings.greeting_dialog import GreetingTextDialog
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.line import SettingLine
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.greeting_facts import kind_words
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import hairline, row
from crm_desktop.ui.widgets.pill import Pill

_SIGN_WIDTH: Final = 160


class GreetingsCard(Card):
    """A card with the texts of one occasion at a time."""

    def __init__(self, desk: Desk, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._keeping = keeping
        self._texts: tuple[GreetingText, ...] = ()
        self.signs = TextField(self.tr("How you sign"), hint=self.tr("Your name"))
        self.consultant = TextField(
            self.tr("Your name in sheets"), hint=self.tr("As your colleagues call you")
        )
        self.kinds = QComboBox()
        self.add_button = button(self.tr("Add a text…"), None, Icon.PLUS)
        self.rows = QWidget()
        self._lines = QVBoxLayout(self.rows)
        self._build()
        self.signs.committed.connect(self._on_signs)
        self.consultant.committed.connect(self._on_consultant)
        self.kinds.currentIndexChanged.connect(self._show)
        self.add_button.clicked.connect(self._on_add)
        keeping.loaded.connect(self.show_settings)
        desk.edits.changed.connect(self._on_changed)

    def load(self) -> None:
        """Read the texts anew."""
        work = partial(self._desk.book.greetings.texts, self._desk.look.speaks.value)
        self._desk.jobs.run(self, work, self._on_read)

    def show_settings(self, settings: BookSettings) -> None:
        """Show what stands in the book."""
        if not self.signs.hasFocus():
            self.signs.set_value(settings.signs_as)
        if not self.consultant.hasFocus():
            self.consultant.set_value(settings.consultant)

    def shown(self) -> tuple[GreetingText, ...]:
        """Return the texts of the occasion that is chosen."""
        return tuple(text for text in self._texts if text.kind is self._kind())

    def _build(self) -> None:
        self.body.setSpacing(SPACE_S)
        self.body.addWidget(label(self.tr("Greeting texts"), Role.SECTION))
        self.signs.setFixedWidth(scaled(_SIGN_WIDTH))
        set_mark(self.signs, "role", "")
        self.body.addWidget(
            SettingLine(
                self.tr("How you sign"),
                self.tr("Stands at the end of some texts; without it they end before."),
                self.signs,
            )
        )
        self.consultant.setFixedWidth(scaled(_SIGN_WIDTH))
        set_mark(self.consultant, "role", "")
        self.body.addWidget(
            SettingLine(
                self.tr("Your name in sheets"),
                self.tr("Stands in sheets for the manager, so that she knows whose they are."),
                self.consultant,
            )
        )
        self.kinds.setAccessibleName(self.tr("Occasion"))
        with QSignalBlocker(self.kinds):
            for kind in GreetingFor:
                self.kinds.addItem(kind_words(kind))
        self.body.addLayout(row(self.kinds, 1, self.add_button))
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SPACE_XS)
        self.body.addWidget(self.rows)

    def _kind(self) -> GreetingFor:
        return tuple(GreetingFor)[self.kinds.currentIndex()]

    def _on_read(self, texts: tuple[GreetingText, ...]) -> None:
        self._texts = texts
        self._show()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, text in enumerate(self.shown()):
            if number:
                self._lines.addWidget(hairline())
            self._lines.addWidget(self._line(text))

    def _line(self, text: GreetingText) -> QWidget:
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, SPACE_XS, 0, SPACE_XS)
        inside.setSpacing(SPACE_S)
        inside.addWidget(wrapped(text.text), 1)
        for pill in self._pills(text):
            inside.addWidget(pill)
        if text.own is not None:
            back = bool(text.own.replaces)
            says = self.tr("Back to the text of the app") if back else self.tr("Remove this text")
            away = IconButton(Icon.UNDO if back else Icon.TRASH, says)
            away.clicked.connect(partial(self._on_remove, text.own))
            inside.addWidget(away)
        edit = IconButton(Icon.EDIT, self.tr("Change this text"))
        edit.clicked.connect(partial(self._on_edit, text))
        inside.addWidget(edit)
        return line

    def _pills(self, text: GreetingText) -> list[Pill]:
        pills = [Pill(self.tr("Yours"), Tone.ACCENT)] if text.own is not None else []
        if text.for_big:
            pills.append(Pill(self.tr("Big clients")))
        if text.tier is not None:
            pills.append(Pill(choice(text.tier)))
        return pills

    def _on_signs(self, words: str) -> None:
        self._keeping.change(signs_as=words)

    def _on_consultant(self, words: str) -> None:
        self._keeping.change(consultant=words)

    def _on_add(self) -> None:
        self._ask(GreetingTemplate(occasion=self._kind().value, position=len(self._texts)))

    def _on_edit(self, text: GreetingText) -> None:
        own = text.own or GreetingTemplate(
            occasion=text.kind.value, text=text.text, replaces=text.key
        )
        self._ask(own)

    def _ask(self, template: GreetingTemplate) -> None:
        language = self._desk.look.speaks.value
        dialog = GreetingTextDialog(template, language, self.signs.value(), self.window())
        dialog.written.connect(self._on_written)
        dialog.open()

    def _on_written(self, template: GreetingTemplate) -> None:
        self._write(partial(self._desk.book.greetings.save, template))

    def _on_remove(self, template: GreetingTemplate) -> None:
        self._write(partial(self._desk.book.greetings.remove, template))

    def _write(self, work: "partial[Change]") -> None:
        self._desk.jobs.run(self, work, self._desk.edits.done, lane=Lane.DATABASE)

    def _on_changed(self, change: Change) -> None:
        if "greeting_template" in change.tables and self.isVisible():
            self.load()
