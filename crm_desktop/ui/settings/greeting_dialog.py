"""One text of a greeting: fields at a click, and what it would read like for a made-up client."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QWidget
from typing_extensions import override

from crm_desktop.domain.greetings import GreetingDay, GreetingFor
from crm_desktop.domain.merge_text import Field, filled, problems
from crm_desktop.domain.records import GreetingTemplate, Tier
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import day
from crm_desktop.ui.text.greeting_facts import (
    day_name,
    field_name,
    field_words,
    kind_words,
    problem_words,
)
from crm_desktop.ui.theme.roles import Role, set_mark, set_role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.labels import label, wrapped

_WIDTH: Final = 560
_LINES: Final = 5
_A_DAY: Final = dt.date(2026, 11, 24)
_AN_AGE: Final = 8
_AGES: Final = {GreetingFor.WEDDING_YEAR: 25, GreetingFor.OF_AGE: 18, GreetingFor.FIRST: 1}


class GreetingTextDialog(Dialog):
    """Asks for one text and whom it is for.

    Signals:
        written: the `GreetingTemplate` as she wants it.
    """

    written = Signal(object)

    def __init__(
        self,
        template: GreetingTemplate,
        language: str,
        signs_as: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", "", parent)
        self._template = template
        self._language = language
        self._kind = GreetingFor(template.occasion)
        self._signs_as = signs_as
        self.text = QPlainTextEdit(template.text)
        self.tiers = QComboBox()
        self.preview = wrapped("")
        self.fault = wrapped("", Role.BAD)
        self.fields: dict[Field, QPushButton] = {}
        self._build()
        self.text.textChanged.connect(self._on_text)
        self._on_text()

    def _build(self) -> None:
        title = self.tr("Text for: {occasion}").format(occasion=kind_words(self._kind))
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.setFixedWidth(_WIDTH)
        self.accept_button.setText(self.tr("Save"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.body.setSpacing(SPACE_S)
        if not self._template.replaces:
            self._build_tiers()
        self.body.addWidget(label(self.tr("Put in"), Role.FIELD_LABEL))
        self.body.addWidget(self._field_buttons())
        self.text.setAccessibleName(self.tr("The text"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * (_LINES + 1))
        self.body.addWidget(self.text)
        self.body.addWidget(self.fault)
        self.body.addWidget(label(self.tr("For a made-up client it reads"), Role.FIELD_LABEL))
        card = Card()
        set_role(card, Role.CARD_ALT)
        card.body.addWidget(self.preview)
        self.body.addWidget(card)
        self.text.setFocus()

    def _build_tiers(self) -> None:
        self.tiers.setAccessibleName(self.tr("For whom"))
        self.tiers.addItem(self.tr("Every client"))
        for each in Tier:
            self.tiers.addItem(choice(each))
        tier = self._template.tier
        self.tiers.setCurrentIndex(0 if tier is None else 1 + list(Tier).index(tier))
        self.body.addWidget(label(self.tr("For whom"), Role.FIELD_LABEL))
        self.body.addWidget(self.tiers)

    def _field_buttons(self) -> QWidget:
        whole = QWidget()
        flow = FlowLayout(whole, SPACE_XS + 2)
        for field in Field:
            made = QPushButton(field_words(field))
            set_mark(made, "pill", "plain")
            made.setToolTip(f"{{{field_name(field, self._language)}}}")
            made.setAutoDefault(False)
            made.clicked.connect(partial(self._on_field, field))
            flow.addWidget(made)
            self.fields[field] = made
        return whole

    def _on_field(self, field: Field) -> None:
        self.text.insertPlainText(f"{{{field_name(field, self._language)}}}")
        self.text.setFocus()

    def _on_text(self) -> None:
        text = self.text.toPlainText()
        found = problems(text)
        self.accept_button.setEnabled(not found)
        self.fault.setText(problem_words(found[0], self._language) if found and text else "")
        self.fault.setVisible(bool(found and text))
        self.preview.setText(filled(text, self._example()) or "–")
        self.adjustSize()

    def _example(self) -> Mapping[Field, str]:
        """Return the facts of a client who is plainly made up."""
        child = self.tr("Daisy")
        husband = self.tr("her husband")
        age = _AGES.get(self._kind, _AN_AGE)
        return {
            Field.CLIENT: self.tr("Ms Wang"),
            Field.NAME: self.tr("Wang Xiaomei"),
            Field.PERSON: child if self._kind is GreetingFor.CHILD else husband,
            Field.CHILD: child,
            Field.HUSBAND: husband,
            Field.AGE: str(age),
            Field.DATE: day(_A_DAY),
            Field.DAY: day_name(GreetingDay(kind=self._kind, age=age)),
            Field.ME: self._signs_as,
        }

    @override
    def accept(self) -> None:
        if not self.accept_button.isEnabled():
            return
        place = self.tiers.currentIndex()
        tier = list(Tier)[place - 1] if place > 0 else None
        text = self.text.toPlainText().strip()
        self.written.emit(replace(self._template, text=text, tier=tier))
        super().accept()
