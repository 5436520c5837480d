"""Family and days: who is around her, what they know, and every day that matters."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from crm_desktop.domain.findings import Finding
from crm_desktop.domain.must_have import SPOUSES, Mark, MustHave
from crm_desktop.domain.records import ClientDate, DateKind, Knows, Person, Relation
from crm_desktop.services.records import Record
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.family_days import OwnDates, PersonDates
from crm_desktop.ui.client.form import LABEL_INDENT, Draft
from crm_desktop.ui.client.knows import KnowsMenu
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.row import RecordRow
from crm_desktop.ui.client.shown import Shown, called
from crm_desktop.ui.client.specs import Spec
from crm_desktop.ui.fields.dates import DateField
from crm_desktop.ui.fields.told import Told
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.widgets.avatar import SMALL, Avatar
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_AT_FIRST: Final = 5
_KNOWS: Final = {
    Knows.NO: (QT_TRANSLATE_NOOP("PersonRow", "Does not know"), Tone.BAD),
    Knows.YES: (QT_TRANSLATE_NOOP("PersonRow", "Knows"), Tone.OK),
    Knows.UNKNOWN: (QT_TRANSLATE_NOOP("PersonRow", "Knows?"), Tone.PLAIN),
}


class PersonRow(RecordRow):
    """A person; open, the row shows the days of that person too."""

    _dates: RecordList | None = None

    @override
    def leading(self) -> QWidget | None:
        self._avatar = Avatar("", SMALL, Tone.PLAIN)
        return self._avatar

    @override
    def trailing(self) -> list[QWidget]:
        self._page = IconButton(Icon.OPEN_OUT, self.tr("Open her own page"))
        self._page.clicked.connect(self._on_page)
        self.knows = QPushButton()
        self.knows.setCursor(Qt.CursorShape.PointingHandCursor)
        self.knows.clicked.connect(self._on_knows)
        return [self._page, self.knows]

    @override
    def show_record(self, record: Record) -> None:
        super().show_record(record)
        if isinstance(record, Person):
            self._avatar.show_person(called(record), Tone.PLAIN)
            self._page.setVisible(record.also_client_id is not None)
            words, tone = _KNOWS[record.knows]
            told = choice(record.knows)
            self.knows.setText(QCoreApplication.translate("PersonRow", words))
            set_mark(self.knows, "pill", tone)
            self.knows.setToolTip(self.tr("{state}. Press to change.").format(state=told))
            self.knows.setAccessibleName(f"{called(record)}: {told}")

    def ask_for_birthday(self) -> None:
        """Open the row and the short form of a day."""
        self.open_sheet()
        if self._dates is not None:
            self._dates.add()

    @override
    def make_extras(self) -> list[QWidget]:
        self._dates = PersonDates(self.shown, self._blank_date, at_first=9)
        add = button(self.tr("Add a day"), Role.LINK, Icon.PLUS)
        add.clicked.connect(self._dates.add)
        heading = QWidget()
        heading.setLayout(row(label(self.tr("Days"), Role.STRONG), 1, add))
        self.show_extras()
        return [heading, self._dates, *self._parting()]

    def _parting(self) -> list[QWidget]:
        """Offer to end the days of a husband or partner, while any is kept."""
        is_spouse = isinstance(self.record, Person) and self.record.relation in SPOUSES
        if not is_spouse or not any(not date.is_ended for date in self._own_dates()):
            return []
        part = button(self.tr("They parted: his days end"), Role.LINK)
        part.clicked.connect(self._on_parted)
        left = QWidget()
        left.setLayout(row(part, 1))
        return [left]

    @override
    def show_extras(self) -> None:
        if self._dates is not None:
            self._dates.show_records(self._own_dates())

    @override
    def drop_extras(self) -> None:
        self._dates = None

    def _own_dates(self) -> list[ClientDate]:
        return [each for each in self.shown.folder.dates if each.person_id == self.record.id]

    def _on_knows(self) -> None:
        if isinstance(self.record, Person):
            menu = KnowsMenu(self.record.knows, self.knows)
            menu.chosen.connect(self._on_told)
            menu.popup(self.knows.mapToGlobal(self.knows.rect().bottomLeft()))

    def _on_told(self, knows: Knows) -> None:
        if isinstance(self.record, Person) and knows is not self.record.knows:
            self.shown.change(self.record, replace(self.record, knows=knows))

    def _on_page(self) -> None:
        if isinstance(self.record, Person) and self.record.also_client_id is not None:
            self.shown.desk.routes.client_wanted.emit(self.record.also_client_id)

    def _on_parted(self) -> None:
        self.shown.part(self.record.id)

    def _blank_date(self) -> ClientDate:
        return replace(blank_date(self.shown), person_id=self.record.id)


class PersonDraft(Draft):
    """Asks for the birthday at once: it is what a person is noted for most often."""

    def __init__(self, record: Record, shown: Shown, specs: tuple[Spec, ...]) -> None:
        super().__init__(record, shown, specs)
        words = self.tr("Birthday")
        self.birthday = DateField(words, today=shown.today)
        told = label(words, Role.FIELD_LABEL)
        told.setIndent(LABEL_INDENT)
        self._told = Told(self.birthday)
        self.put_more(told, self.birthday, self._told)

    @override
    def check_of(self, record: Record) -> Callable[[], Sequence[Finding]]:
        if not isinstance(record, Person):
            return super().check_of(record)
        shown = self._shown
        return partial(shown.clients.check_person, record, self.days(), today=shown.today)

    @override
    def say(self, findings: Sequence[Finding]) -> None:
        super().say(findings)
        self._told.say(each for each in findings if each.field == "fact")

    def days(self) -> tuple[ClientDate, ...]:
        """Return the birthday that was entered, if any."""
        fact = self.birthday.value()
        if fact is None:
            return ()
        parts = {part.name: getattr(fact, part.name) for part in fields(fact)}
        return (replace(blank_date(self._shown), client_id=self.client_id, **parts),)


class People(RecordList):
    """The persons around her."""

    @override
    def make_draft(self, blank: Record, specs: tuple[Spec, ...]) -> Draft:
        return PersonDraft(blank, self.shown, specs)

    @override
    def write(self, record: Record, draft: Draft) -> None:
        if isinstance(record, Person) and isinstance(draft, PersonDraft):
            self.shown.put_person(record, draft.days())
        else:
            super().write(record, draft)

    @override
    def make_row(self, record: Record) -> RecordRow:
        return PersonRow(record, self.shown)


class FamilyCard(FileCard):
    """Both lists on one card; a person who does not know is marked in red."""

    tables = frozenset({"client", "person", "client_date"})
    is_reused = True
    stays = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Family and days"), shown, parent)
        self._asked: MustHave | None = None
        self.people = People(shown, self._blank_person, at_first=_AT_FIRST)
        self.dates = OwnDates(
            shown,
            self._blank_date,
            at_first=_AT_FIRST,
            empty=self.tr("No day of her own yet: her birthday is the one to ask for."),
        )
        self.offer(self.tr("Person"), self.people)
        self.offer(self.tr("Day"), self.dates)

    @override
    def show_file(self) -> None:
        folder = self.shown.folder
        persons = sorted(folder.persons, key=_order)
        self.people.show_records(persons)
        self.dates.show_records([date for date in folder.dates if date.person_id is None])
        self.say_count(len(persons))

    def ask_for(self, mark: Mark) -> None:
        """Open the field for a birthday that is missing."""
        self._asked = mark.which
        known = self.people.rows.get(mark.person_id or 0)
        if isinstance(known, PersonRow):
            known.ask_for_birthday()
        elif mark.which is MustHave.OWN:
            self.dates.add()
        else:
            self.people.add()
        self._asked = None

    def _blank_person(self) -> Person:
        relations = {person.relation for person in self.shown.folder.persons}
        is_child = self._asked is MustHave.CHILD or relations & SPOUSES
        relation = Relation.CHILD if is_child else Relation.HUSBAND
        place = len(self.shown.folder.persons)
        return Person(client_id=self.shown.client_id, relation=relation, position=place)

    def _blank_date(self) -> ClientDate:
        if self._asked is MustHave.OWN:
            return blank_date(self.shown)
        known = {date.kind for date in self.shown.folder.dates if date.person_id is None}
        open_kinds = [kind for kind in DateKind if kind not in known]
        blank = blank_date(self.shown)
        return replace(blank, kind=open_kinds[0] if open_kinds else DateKind.VALUED)


def blank_date(shown: Shown) -> ClientDate:
    """Return a date of which no day is known yet: month and day are 0 until one is given."""
    return ClientDate(client_id=shown.client_id, month=0, day=0)


def _order(person: Person) -> tuple[int, int]:
    return person.position, person.id
