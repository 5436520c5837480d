"""ProfileList: the lists that are known again, to be changed, passed on, taken away."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from crm_desktop.domain.profiles import Profile
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.domain.records import Change
from crm_desktop.services.book import Book, keep_out
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text.counts import counted
from crm_desktop.ui.text.import_summary import kind_word
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import hairline, row
from crm_desktop.ui.widgets.listing import ListRow

_SYMBOL = 18


class ProfileList(Card):
    """A card with a row for each known list, by name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.profiles: tuple[Profile, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.take_in_button = button(self.tr("Take one in…"), None, Icon.DOWNLOAD)
        self.take_in_button.clicked.connect(self._on_take_in)
        self._hint = wrapped("", Role.SECOND)
        self.band = Band("", Tone.OK)
        self.rows = QWidget()
        self._lines = QVBoxLayout(self.rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.body.setSpacing(SPACE_S)
        title = label(self.tr("Known lists"), Role.SECTION)
        self.body.addLayout(row(title, 1, self.take_in_button))
        for widget in (self._hint, self.band, self.rows):
            self.body.addWidget(widget)
        self.band.hide()
        desk.edits.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Read the known lists anew."""
        work = partial(_read, self._desk.book)
        self._desk.jobs.run(self, work, self._on_read, lane=Lane.FILES)

    def _on_changed(self, change: Change) -> None:
        if "import_profile" in change.tables and self.isVisible():
            self.reload()

    def _on_read(self, profiles: tuple[Profile, ...]) -> None:
        self.profiles = profiles
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, profile in enumerate(profiles):
            if place:
                self._lines.addWidget(hairline())
            self._lines.addWidget(self._row(profile))
        self.rows.setVisible(bool(profiles))
        words = (
            self.tr("A list with these headings is read by itself, as it was the last time.")
            if profiles
            else self.tr(
                "None yet. While a list is taken in, its columns can be remembered; the next one "
                "like it is then read by itself."
            )
        )
        self._hint.setText(words)

    def _row(self, profile: Profile) -> ListRow:
        name = profile.name
        edit = IconButton(Icon.EDIT, self.tr("Change: {name}").format(name=name))
        edit.clicked.connect(partial(self._on_edit, profile))
        out = IconButton(Icon.UPLOAD, self.tr("Pass on: {name}").format(name=name))
        out.clicked.connect(partial(self._on_pass_on, profile))
        away = IconButton(Icon.TRASH, self.tr("Remove: {name}").format(name=name))
        away.clicked.connect(partial(self._on_remove, profile.id))
        columns = counted(len(profile.headings), self.tr("1 column"), self.tr("{count} columns"))
        told = [kind_word(profile.kind), columns]
        if profile.rules.card_source != AS_IT_STANDS.card_source:
            cards = self.tr("card numbers of {clinic}")
            told.append(cards.format(clinic=profile.rules.card_source))
        symbol = label()
        symbol.setPixmap(icon(Icon.SPREADSHEET).pixmap(_SYMBOL))
        return ListRow(name, " · ".join(told), edit, out, away, leading=symbol)

    def _on_edit(self, profile: Profile) -> None:
        from crm_desktop.ui.exchange.profile_dialog import ProfileDialog  # noqa: PLC0415 - rarely wanted

        names = tuple(one.name for one in self.profiles)
        dialog = ProfileDialog(profile.name, profile.kind, profile.rules, names, self.window())
        dialog.told.connect(partial(self._on_told, profile.id))
        dialog.open()

    def _on_told(self, profile_id: int, name: str, rules: ReadingRules) -> None:
        self._write(partial(_edited, self._desk.book, profile_id, rules, name))

    def _on_remove(self, profile_id: int) -> None:
        self._write(partial(_removed, self._desk.book, profile_id))

    def _write(self, work: "partial[Change]") -> None:
        self.band.hide()
        self._desk.jobs.run(self, work, self._desk.edits.done, lane=Lane.DATABASE)

    def _on_pass_on(self, profile: Profile) -> None:
        question = FileQuestion(
            title=self.tr("Pass on a known list"),
            kinds=("JSON (*.json)",),
            name=f"{profile.name}.json",
        )
        self._desk.ask.save_file(self, question, partial(self._on_path, profile))

    def _on_path(self, profile: Profile, path: Path) -> None:
        work = partial(_written, self._desk.book, profile, path)
        self._desk.jobs.run(self, work, self._on_written, lane=Lane.FILES)

    def _on_written(self, path: Path) -> None:
        words = self.tr("{file} is written. It holds headings and rules, nobody's data.")
        self.band.say(words.format(file=path.name), Tone.OK)
        self.band.show()

    def _on_take_in(self) -> None:
        question = FileQuestion(
            title=self.tr("Take in a known list"),
            kinds=("JSON (*.json)", self.tr("All files (*)")),
        )
        self._desk.ask.open_file(self, question, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self.band.hide()
        work = partial(_taken_in, self._desk.book, path)
        self._desk.jobs.run(self, work, self._on_taken_in, lane=Lane.DATABASE)

    def _on_taken_in(self, taken: tuple[Profile, Change]) -> None:
        profile, change = taken
        self._desk.edits.done(change)
        if profile.unknown:
            words = self.tr("A newer version wrote “{name}”. What is not known here was left out.")
            self.band.say(words.format(name=profile.name), Tone.WARN)
            self.band.show()


def _read(book: Book) -> tuple[Profile, ...]:
    return book.profiles.list()


def _edited(book: Book, profile_id: int, rules: ReadingRules, name: str) -> Change:
    return book.profiles.edit(profile_id, rules, name)


def _removed(book: Book, profile_id: int) -> Change:
    return book.profiles.remove(profile_id)


def _written(book: Book, profile: Profile, path: Path) -> Path:
    keep_out(book.folder, path)
    book.profiles.write_file(profile, path)
    return path


def _taken_in(book: Book, path: Path) -> tuple[Profile, Change]:
    return book.profiles.read_file(path)
