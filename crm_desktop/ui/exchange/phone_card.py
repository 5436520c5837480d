"""PhoneCard: birthdays into the calendar of the phone, clients into its contacts."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.exporting import ExportReport
from crm_desktop.domain.phone_days import (
    MOST_YEARS,
    CalendarChoice,
    ContactsChoice,
    DayKind,
    NamesAs,
)
from crm_desktop.services.book import Book, keep_out
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.phone_choice import (
    PhoneFile,
    remember_calendar,
    remember_contacts,
    remembered_calendar,
    remembered_contacts,
)
from crm_desktop.ui.exchange.writing import Writing
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Report
from crm_desktop.ui.text.counts import sentences
from crm_desktop.ui.text.phone import day_kind_word, names_word, summary
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row

_YEARS: Final = range(1, MOST_YEARS + 1)


class PhoneCard(Card):
    """A card with the choices of the two files.

    Signals:
        exported: the `ExportReport` of a file that was written.
    """

    exported = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._file = PhoneFile.CALENDAR
        self.files = {
            PhoneFile.CALENDAR: button(self.tr("Calendar (.ics)")),
            PhoneFile.CONTACTS: button(self.tr("Contacts (.vcf)")),
        }
        self._group = QButtonGroup(self)
        self._says = wrapped("", Role.SECOND)
        self.names = ChoiceField(
            self.tr("Names"), [(one, names_word(one)) for one in NamesAs], NamesAs.INITIALS
        )
        self.whose = ChoiceField(
            self.tr("Clients"),
            ((True, self.tr("Big clients")), (False, self.tr("All clients"))),
            True,
        )
        years = self.tr("{count} years ahead")
        self.years = ChoiceField(
            self.tr("How far"),
            [
                (one, years.format(count=one) if one > 1 else self.tr("One year ahead"))
                for one in _YEARS
            ],
            MOST_YEARS,
        )
        self.days = {kind: QCheckBox(day_kind_word(kind)) for kind in DayKind}
        self.prepares = QCheckBox(self.tr("An entry for preparing"))
        self.prepares.setToolTip(
            self.tr("A second entry on the day you begin; it rings instead of the day's own.")
        )
        self.phones = QCheckBox(self.tr("Phone numbers"))
        self.birthdays = QCheckBox(self.tr("Birthdays"))
        self.warning = label(
            self.tr("Contains birthdays and is not encrypted: whoever has it can read it."),
            Role.SECOND,
        )
        self.export_button = primary(self.tr("Save for the phone…"), Icon.SMARTPHONE)
        self.writing = Writing(desk.jobs, self)
        self._build()
        self._connect()
        self._show_choice()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body.setSpacing(SPACE_S)
        for made in self.files.values():
            made.setCheckable(True)
            self._group.addButton(made)
        self.body.addWidget(label(self.tr("To the phone"), Role.SECTION))
        self.body.addLayout(row(*self.files.values(), 1))
        self.body.addWidget(self._says)
        line = row(spacing=SPACE_M)
        for field in (self.names, self.whose, self.years):
            # A choice looks like a field before it is pointed at.
            set_mark(field, "role", "")
        for field in (self.names, self.whose):
            line.addLayout(_named(field))
        line.addWidget(self.years)
        line.addStretch(1)
        self.body.addLayout(line)
        ticks = (*self.days.values(), self.prepares, self.phones, self.birthdays)
        self.body.addLayout(row(*ticks, 1, spacing=SPACE_M))
        self.body.addWidget(self.writing.band)
        self.body.addWidget(self.writing.running)
        self.body.addLayout(row(self.warning, 1, self.writing.folder_button, self.export_button))
        self.writing.hide()

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._on_file)
        for field in (self.names, self.whose, self.years):
            field.committed.connect(self._on_choice)
        for tick in (*self.days.values(), self.prepares, self.phones, self.birthdays):
            tick.toggled.connect(self._on_choice)
        self.export_button.clicked.connect(self._on_export)
        self.writing.turned.connect(self._refresh)
        self.writing.written.connect(self._on_written)

    def _show_choice(self) -> None:
        is_calendar = self._file is PhoneFile.CALENDAR
        self.files[self._file].setChecked(True)
        self._says.setText(self._hint())
        for widget in (*self.days.values(), self.prepares):
            widget.setVisible(is_calendar)
        self.years.setVisible(is_calendar)
        for widget in (self.phones, self.birthdays):
            widget.setVisible(not is_calendar)
        if is_calendar:
            self._show_calendar(remembered_calendar(self._desk.remembered))
        else:
            self._show_contacts(remembered_contacts(self._desk.remembered))
        self._refresh()

    def _hint(self) -> str:
        """Return what to do with the file on the phone."""
        if self._file is PhoneFile.CALENDAR:
            return self.tr(
                "Open the file on the phone: every day is a whole-day entry that rings at nine, "
                "ahead and on the day. Lunar days are on their right dates. Put it into a "
                "calendar of its own, and replace that once a year."
            )
        return self.tr(
            "Open the file on the phone to add your clients to its contacts. iPhones show "
            "lunar birthdays; for Android take the calendar file as well."
        )

    def _show_calendar(self, choice: CalendarChoice) -> None:
        self.names.set_value(choice.names)
        self.whose.set_value(choice.big_only)
        self.years.set_value(choice.years)
        for kind, tick in self.days.items():
            _tick(tick, ticked=kind in choice.days)
        _tick(self.prepares, ticked=choice.prepares)

    def _show_contacts(self, choice: ContactsChoice) -> None:
        self.names.set_value(choice.names)
        self.whose.set_value(choice.big_only)
        _tick(self.phones, ticked=choice.phones)
        _tick(self.birthdays, ticked=choice.birthdays)

    def _calendar(self) -> CalendarChoice:
        return CalendarChoice(
            names=self.names.value(),
            days=frozenset(kind for kind, tick in self.days.items() if tick.isChecked()),
            years=self.years.value(),
            prepares=self.prepares.isChecked(),
            big_only=self.whose.value(),
        )

    def _contacts(self) -> ContactsChoice:
        return ContactsChoice(
            names=self.names.value(),
            phones=self.phones.isChecked(),
            birthdays=self.birthdays.isChecked(),
            big_only=self.whose.value(),
        )

    def _refresh(self) -> None:
        is_calendar = self._file is PhoneFile.CALENDAR
        nothing = is_calendar and not self._calendar().days
        self.export_button.setEnabled(not self.writing.is_busy and not nothing)
        with_birthdays = is_calendar or self.birthdays.isChecked()
        words = (
            self.tr("Contains birthdays and is not encrypted: whoever has it can read it.")
            if with_birthdays
            else self.tr("Not encrypted: whoever has it can read it.")
        )
        self.warning.setText(words)

    def _on_file(self, pressed: QWidget) -> None:
        self._file = next(file for file, made in self.files.items() if made is pressed)
        self._show_choice()

    def _on_choice(self) -> None:
        if self._file is PhoneFile.CALENDAR:
            remember_calendar(self._desk.remembered, self._calendar())
        else:
            remember_contacts(self._desk.remembered, self._contacts())
        self._refresh()

    def _on_export(self) -> None:
        on = today(self._desk.clock).isoformat()
        is_calendar = self._file is PhoneFile.CALENDAR
        pattern = self.tr("Days {day}.ics") if is_calendar else self.tr("Contacts {day}.vcf")
        kinds = (self.tr("Calendar (*.ics)") if is_calendar else self.tr("Contacts (*.vcf)"),)
        question = FileQuestion(
            title=self.tr("To the phone"), kinds=kinds, name=pattern.format(day=on)
        )
        self._desk.ask.save_file(self, question, self._on_path)

    def _on_path(self, path: Path) -> None:
        now = self._desk.clock.now()
        work = (
            partial(_calendar_written, self._desk.book, path, self._calendar(), now)
            if self._file is PhoneFile.CALENDAR
            else partial(_contacts_written, self._desk.book, path, self._contacts(), now)
        )
        self.writing.begin(path, work)

    def _on_written(self, report: ExportReport) -> None:
        words = self.tr("{file} is written. Clients: {count}.")
        if PhoneFile.CALENDAR in report.rows:
            words = self.tr("{file} is written. Clients: {count}, entries: {entries}.")
        told = words.format(
            file=report.path.name,
            count=f"{report.clients:,}",
            entries=f"{sum(report.rows.values()):,}",
        )
        rest = self.tr("Delete it here once it is on the phone.")
        self.writing.say(sentences(told, rest), Tone.OK)
        self.exported.emit(report)


def _named(field: QWidget) -> QHBoxLayout:
    told = label(field.accessibleName(), Role.SECOND)
    told.setBuddy(field)
    return row(told, field)


def _tick(box: QCheckBox, *, ticked: bool) -> None:
    with QSignalBlocker(box):
        box.setChecked(ticked)


def _calendar_written(
    book: Book, path: Path, choice: CalendarChoice, now: dt.datetime, report: Report
) -> ExportReport:
    keep_out(book.folder, path)
    return book.phone_files.calendar(path, choice, say=summary, now=now, progress=report)


def _contacts_written(
    book: Book, path: Path, choice: ContactsChoice, now: dt.datetime, report: Report
) -> ExportReport:
    keep_out(book.folder, path)
    return book.phone_files.contacts(path, choice, now=now, progress=report)
