"""The rows of days: the sign of each, and open, the days it leads to."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.domain.records import ClientDate, DateKind
from crm_desktop.services.records import Record
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.row import RecordRow
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.widgets.avatar import SMALL, Avatar


class DateRow(RecordRow):
    """A day; open, the row shows when it comes round next and why then."""

    _ahead: QWidget | None = None

    @override
    def make_extras(self) -> list[QWidget]:
        from crm_desktop.ui.client.ahead import Ahead  # noqa: PLC0415 - of an open row alone

        self._ahead = Ahead()
        self.show_extras()
        return [self._ahead]

    @override
    def show_extras(self) -> None:
        from crm_desktop.ui.client.ahead import Ahead  # noqa: PLC0415 - as above

        if isinstance(self._ahead, Ahead) and isinstance(self.record, ClientDate):
            self._ahead.show_date(self.record, self.shown)

    @override
    def drop_extras(self) -> None:
        self._ahead = None


class OwnDateRow(DateRow):
    """A day of the client herself or of the couple."""

    @override
    def leading(self) -> QWidget | None:
        self._avatar = Avatar("", SMALL, Tone.ACCENT)
        return self._avatar

    @override
    def show_record(self, record: Record) -> None:
        super().show_record(record)
        kind = record.kind if isinstance(record, ClientDate) else DateKind.VALUED
        signs = {
            DateKind.BIRTHDAY: self.tr("B", "one sign for birthday"),
            DateKind.WEDDING: self.tr("W", "one sign for wedding"),
            DateKind.VALUED: self.tr("V", "one sign for a valued day"),
        }
        self._avatar.show_person(signs[kind], Tone.ACCENT)


class PersonDates(RecordList):
    """The days of somebody of her family."""

    @override
    def make_row(self, record: Record) -> RecordRow:
        return DateRow(record, self.shown)


class OwnDates(RecordList):
    """The days of the client herself."""

    @override
    def make_row(self, record: Record) -> RecordRow:
        return OwnDateRow(record, self.shown)
