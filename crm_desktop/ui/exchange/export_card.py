"""ExportCard: for whom, which columns, with or without a password, and where to."""

import dataclasses
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.exporting import ExportReport
from crm_desktop.domain.list_query import Chosen
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.export_asked import ExportAsked, Known
from crm_desktop.ui.exchange.export_choice import (
    ExportChoice,
    Kind,
    remember,
    remembered_choice,
    remembered_kind,
)
from crm_desktop.ui.exchange.export_work import exported, known
from crm_desktop.ui.exchange.password_pair import PasswordPair
from crm_desktop.ui.exchange.writing import Writing
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text.counts import counted
from crm_desktop.ui.text.export_results import told
from crm_desktop.ui.text.exporting import sensitive_sentence
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import breakable, label, wrapped
from crm_desktop.ui.widgets.layouts import row


class ExportCard(Card):
    """The choices of one export: a card of the page, or for clients `picked` part of a dialog.

    Attributes:
        title: what is exported; in a dialog it stands for the heading of that.

    Signals:
        exported: the `ExportReport` of a file that was written.
    """

    exported = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        picked: Chosen | None = None,
        kind: Kind | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._picked = picked
        kind = kind or remembered_kind(desk.remembered)
        self._choice = remembered_choice(desk.remembered, kind)
        self._going = kind
        self._words = {
            Kind.MANAGER: self.tr(
                "Without private notes, family income and who knows what: "
                "a sheet to work with, in Excel or WPS."
            ),
            Kind.ME: self.tr("Everything you know, to look at or edit in Excel."),
            Kind.FLORIST: self.tr(
                "Gifts that are ordered and not delivered: names, addresses, words on the card, "
                "and what to keep silent about."
            ),
            Kind.JSON: self.tr(
                "All data in one open format, for another program. It is not encrypted: "
                "whoever has the file can read it."
            ),
        }
        self.kinds = {
            Kind.MANAGER: button(self.tr("For the manager")),
            Kind.ME: button(self.tr("For me")),
            Kind.FLORIST: button(self.tr("For the florist")),
            Kind.JSON: button(self.tr("Everything (JSON)")),
        }
        self._group = QButtonGroup(self)
        self._says = wrapped("", Role.SECOND)
        self._columns_says = label("", Role.SECOND)
        self._sensitive = wrapped("", Role.SECOND)
        self._known: Known | None = None
        self.asked = ExportAsked(picked)
        self.columns_button = button(self.tr("Choose columns…"), None, Icon.SLIDERS)
        self.masked = QCheckBox(self.tr("Mask phone numbers (138****1234)"))
        self.protected = QCheckBox(self.tr("Protect with a password"))
        self.passwords = PasswordPair(desk)
        self.export_button = primary(self.tr("Export…"), Icon.UPLOAD)
        self.writing = Writing(desk.jobs, self)
        self._build()
        self._connect()
        self._show_choice()

    def reload(self) -> None:
        """Read anew whom she sent sheets to, what for, and her lists."""
        on = today(self._desk.clock)
        work = partial(known, self._desk.book, self._choice.kind, self._picked, on)
        self._desk.jobs.run(self, work, self._on_known, lane=Lane.FILES)

    def _build(self) -> None:
        self.body.setSpacing(SPACE_S)
        self.title = label(self._title_for(0), Role.SECTION)
        self.body.addWidget(self.title)
        for made in self.kinds.values():
            made.setCheckable(True)
            self._group.addButton(made)
        self.body.addLayout(row(*self.kinds.values(), 1))
        self.body.addWidget(self._says)
        self.body.addWidget(self.asked)
        self.body.addLayout(row(self.columns_button, self._columns_says, 1))
        # No wider than their words, so that the ring of the focus is not either.
        for box in (self.masked, self.protected):
            self.body.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.passwords)
        self.body.addWidget(self._sensitive)
        self.body.addStretch(1)
        self.body.addWidget(self.writing.band)
        self.body.addWidget(self.writing.running)
        if self._picked is None:
            self.body.addLayout(row(self.writing.folder_button, 1, self.export_button))
        else:
            self._be_part_of_a_dialog()
        self.passwords.hide()
        self.writing.hide()

    def _be_part_of_a_dialog(self) -> None:
        """Leave out the frame, and what is not about single clients; its buttons go below."""
        set_mark(self, "role", "")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.kinds[Kind.JSON].hide()

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._on_kind)
        self.columns_button.clicked.connect(self._on_columns)
        self.masked.toggled.connect(self._on_masked)
        self.protected.toggled.connect(self.passwords.setVisible)
        self.protected.toggled.connect(self._refresh)
        self.passwords.changed.connect(self._refresh)
        self.export_button.clicked.connect(self._on_export)
        self.writing.turned.connect(self._refresh)
        self.writing.written.connect(self._on_written)

    def _show_choice(self) -> None:
        choice = self._choice
        is_workbook = choice.kind is not Kind.JSON
        self.kinds[choice.kind].setChecked(True)
        self.asked.show_kind(choice.kind)
        self._says.setText(self._words[choice.kind])
        self.columns_button.setVisible(is_workbook)
        self._columns_says.setVisible(is_workbook)
        words = self.tr("All columns") if choice.columns is None else self.tr("{count} chosen")
        self._columns_says.setText(words.format(count=len(choice.columns or ())))
        self._say_sensitive()
        self.masked.setVisible(choice.kind is Kind.MANAGER)
        with QSignalBlocker(self.masked):
            self.masked.setChecked(choice.mask_phones)
        self.protected.setVisible(is_workbook)
        self.passwords.say_whose(goes_out=choice.kind is not Kind.ME)
        self.passwords.setVisible(is_workbook and self.protected.isChecked())
        self._refresh()

    def _say_sensitive(self) -> None:
        """Say what sensitive things leave; of everything at once the words above say it."""
        there = self._known
        is_told = there is not None and self._choice.kind is there.kind is not Kind.JSON
        self._sensitive.setVisible(is_told)
        if there is not None and is_told:
            self._sensitive.setText(sensitive_sentence(there.columns, self._choice.columns))

    def _take(self, choice: ExportChoice) -> None:
        self._choice = choice
        remember(self._desk.remembered, choice)
        self._show_choice()

    def _refresh(self) -> None:
        wants_password = self.protected.isChecked() and self._choice.kind is not Kind.JSON
        ready = not self.writing.is_busy and (not wants_password or self.passwords.is_ready)
        self.export_button.setEnabled(ready)

    def _on_kind(self, pressed: QWidget) -> None:
        kind = next(kind for kind, made in self.kinds.items() if made is pressed)
        self._take(remembered_choice(self._desk.remembered, kind))
        self.reload()

    def _on_known(self, there: Known) -> None:
        if there.kind is self._choice.kind:
            self._known = there
            self.title.setText(self._title_for(there.picked))
            self.asked.know(there)
            self._show_choice()

    def _title_for(self, picked: int) -> str:
        if self._picked is None:
            return self.tr("Export")
        if not picked:
            return self.tr("Export the picked clients")
        one, many = self.tr("Export the picked client"), self.tr("Export {count} picked clients")
        return counted(picked, one, many)

    def _on_masked(self, masked: bool) -> None:  # noqa: FBT001 - the signature of a Qt signal
        self._take(dataclasses.replace(self._choice, mask_phones=masked))

    def _on_columns(self) -> None:
        there = self._known
        if there is None or there.kind is not self._choice.kind:
            return
        from crm_desktop.ui.exchange.columns_dialog import ColumnsDialog  # noqa: PLC0415 - rarely wanted

        dialog = ColumnsDialog(there.columns, self._choice.columns, self.window())
        dialog.chosen.connect(self._on_columns_chosen)
        dialog.open()

    def _on_columns_chosen(self, keys: tuple[str, ...] | None) -> None:
        self._take(dataclasses.replace(self._choice, columns=keys))

    def _on_export(self) -> None:
        on = today(self._desk.clock).isoformat()
        kind = self._choice.kind
        pattern = {
            Kind.MANAGER: self.tr("Clients for {who} {day}.xlsx"),
            Kind.ME: self.tr("My clients {day}.xlsx"),
            Kind.FLORIST: self.tr("Deliveries {day}.xlsx"),
            Kind.JSON: self.tr("My clients {day}.json"),
        }[kind]
        who = self.asked.answers.to or self.tr("the manager")
        kinds = ("JSON (*.json)",) if kind is Kind.JSON else ("Excel (*.xlsx)",)
        name = pattern.format(day=on, who=who)
        question = FileQuestion(title=self.tr("Export"), kinds=kinds, name=name)
        self._desk.ask.save_file(self, question, self._on_path)

    def _on_path(self, path: Path) -> None:
        has_password = self.protected.isChecked() and self._choice.kind is not Kind.JSON
        password = self.passwords.take() if has_password else None
        now, asked = self._desk.clock.now(), self.asked.answers
        self._going = self._choice.kind
        work = partial(exported, self._desk.book, path, self._choice, asked, password, now)
        self.writing.begin(path, work)

    def _on_written(self, report: ExportReport) -> None:
        tone = Tone.WARN if report.withheld else Tone.OK
        self.writing.say(breakable("\n".join(told(report))), tone)
        self.exported.emit(report)
        self.asked.start_anew(self._going)
        self.reload()
