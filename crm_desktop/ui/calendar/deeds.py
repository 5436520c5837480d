"""What is done from the calendar: a file opened, work begun, a follow-up moved or done."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.day_sheet import Entry
from crm_desktop.domain.occasions import Occasion
from crm_desktop.domain.records import Change, Promise
from crm_desktop.services.calendar import DayLine
from crm_desktop.ui.calendar.days import within
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.fields.days import MonthSheet
from crm_desktop.ui.jobs import Lane


class Deeds(QObject):
    """Carries out what the page is asked for.

    Signals:
        moved: the day a follow-up stands on now.
    """

    moved = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def open_file(self, line: DayLine) -> None:
        """Open the file of the client, or the list of a festival."""
        if line.occasion.client_id:
            self._desk.routes.client_wanted.emit(line.occasion.client_id)
        else:
            self.open_festival(line)

    def open_festival(self, line: DayLine) -> None:
        """Open the list of a festival."""
        self._desk.routes.festival_wanted.emit(line.occasion.festival, line.occasion.on)

    def prepare(self, line: DayLine) -> None:
        """Open the work for an event."""
        self._desk.routes.workbench_wanted.emit(line.occasion)

    def greet(self, line: DayLine) -> None:
        """Open the greeting."""
        self._desk.routes.greeting_wanted.emit(line.occasion.client_id, line.occasion)

    def finish(self, line: DayLine) -> None:
        """Note a follow-up or a promise as done."""
        done = partial(
            self._desk.book.follow_ups.done, line.occasion, self._desk.clock.now(), next_on=None
        )
        self._desk.jobs.run(self, done, self._desk.edits.done, lane=Lane.DATABASE)

    def ask_for_task(self, on: dt.date, over: QWidget) -> None:
        """Ask what is to be done for whom on a day, and note it."""
        from crm_desktop.ui.calendar.new_task import NewTask  # noqa: PLC0415 - rarely wanted

        dialog = NewTask(self._desk, on, over)
        dialog.told.connect(self._on_task)
        dialog.open()

    def move(self, occasion: Occasion, to: dt.date) -> None:
        """Put a follow-up on another day; the page goes along."""
        if to != occasion.on:
            moving = partial(self._desk.book.follow_ups.move, occasion, to)
            self._desk.jobs.run(self, moving, partial(self._on_moved, to), lane=Lane.DATABASE)

    def move_entry(self, entry: Entry, to: dt.date) -> None:
        """Put a follow-up that is known in short on another day."""
        self.move(
            Occasion(
                source_id=entry.source_id,
                on=entry.on,
                kind=entry.kind,
                client_id=entry.client_id,
                client_name=entry.client,
                source=entry.source,
            ),
            to,
        )

    def ask_for_day(self, occasion: Occasion, under: QWidget) -> None:
        """Let her pick the day to move it to."""
        sheet = MonthSheet(occasion.on, under)
        sheet.picked.connect(partial(self._on_picked, occasion))
        sheet.open_by(under)

    def _on_task(self, task: Promise) -> None:
        writing = partial(self._desk.book.clients.put, task)
        noted = partial(self._on_moved, task.due_on or self._desk.clock.now().date())
        self._desk.jobs.run(self, writing, noted, lane=Lane.DATABASE)

    def _on_picked(self, occasion: Occasion, to: dt.date) -> None:
        self.move(occasion, within(to))

    def _on_moved(self, to: dt.date, change: Change) -> None:
        self.moved.emit(to)
        self._desk.edits.done(change)
