"""ExportCard: for whom, which columns, with or without a password, and where to."""

import dataclasses
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.exporting import ExportReport
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.columns_dialog import ColumnsDialog
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
from crm_desktop.ui.text.exporting import sensitive_sentence
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row


class ExportCard(Card):
    """A card with the choices of one export.

    Signals:
        exported: the `ExportReport` of a file that was written.
    """

    exported = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._choice = remembered_choice(desk.remembered, remembered_kind(desk.remembered))
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
        self.asked = ExportAsked()
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
        work = partial(known, self._desk.book, self._choice.kind)
        self._desk.jobs.run(self, work, self._on_known, lane=Lane.FILES)

    def _build(self) -> None:
        self.body.setSpacing(SPACE_S)
        self.body.addWidget(label(self.tr("Export"), Role.SECTION))
        for made in self.kinds.values():
            made.setCheckable(True)
            self._group.addButton(made)
        self.body.addLayout(row(*self.kinds.values(), 1))
        self.body.addWidget(self._says)
        self.body.addWidget(self.asked)
        self.body.addLayout(row(self.columns_button, self._columns_says, 1))
        for widget in (self.masked, self.protected, self.passwords):
            self.body.addWidget(widget)
        self.body.addWidget(self._sensitive)
        self.body.addStretch(1)
        self.body.addWidget(self.writing.band)
        self.body.addWidget(self.writing.running)
        self.body.addLayout(row(self.writing.folder_button, 1, self.export_button))
        self.passwords.hide()
        self.writing.hide()

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
            self.asked.know(there)
            self._show_choice()

    def _on_masked(self, masked: bool) -> None:  # noqa: FBT001 - the signature of a Qt signal
        self._take(dataclasses.replace(self._choice, mask_phones=masked))

    def _on_columns(self) -> None:
        there = self._known
        if there is None or there.kind is not self._choice.kind:
            return
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
        work = partial(exported, self._desk.book, path, self._choice, asked, password, now)
        self.writing.begin(path, work)

    def _on_written(self, report: ExportReport) -> None:
        told = [self._written_words(report)]
        if report.is_encrypted:
            told.append(self.tr("It opens with the password only."))
        if report.cut:
            one = self.tr("1 text was too long for a cell; the book has it whole.")
            many = self.tr("{count} texts were too long for a cell; the book has them whole.")
            told.append(counted(len(report.cut), one, many))
        if report.withheld:
            one = self.tr(
                "1 card text names the clinic or a treatment and was left out: write it anew."
            )
            many = self.tr(
                "{count} card texts name the clinic or a treatment and were left out: "
                "write them anew."
            )
            told.append(counted(report.withheld, one, many))
        self.writing.say("\n".join(told), Tone.WARN if report.withheld else Tone.OK)
        self.exported.emit(report)
        self.reload()

    def _written_words(self, report: ExportReport) -> str:
        """Return what was written: gifts for the florist, clients for everybody else."""
        count = report.clients
        words = self.tr("{file} is written. Clients: {count}")
        if self._choice.kind is Kind.FLORIST:
            count = sum(report.rows.values())
            words = self.tr("{file} is written. Gifts: {count}")
        return words.format(file=report.path.name, count=f"{count:,}")
