"""ProfileBar: whether the list that is taken in is a known one, and a way to remember it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from crm_desktop.domain.profiles import Profile
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.domain.records import Change
from crm_desktop.services.book import Book
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.profile_dialog import ProfileDialog
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.theme.roles import Role, Tone, set_mark, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import button, quiet
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from crm_desktop.services.read_list import ReadList

_SYMBOL = 18
Known = tuple[Sequence[Profile], Sequence[Profile]]
"""Every profile, and those that are offered for the list."""


class ProfileBar(QFrame):
    """One line: recognised and by which profile, much like one, or not known yet.

    Signals:
        profile_wanted: the `Profile` the list is to be read by.
        plain_wanted: the list is to be read without any.
        remembered: the name and the `ReadingRules` that are kept from now on.
    """

    profile_wanted = Signal(object)
    plain_wanted = Signal()
    remembered = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read: ReadList | None = None
        self._rules = AS_IT_STANDS
        self._name = ""
        self._known: Known = ((), ())
        set_role(self, Role.BAND)
        self._symbol = label()
        self.words = ElidedLabel()
        self.offer_button = button(self.tr("Read it so"))
        self.choice_button = button(self.tr("Choose…"))
        self.menu = QMenu(self)
        self.choice_button.setMenu(self.menu)
        self.save_button = button(self.tr("Remember the changes"))
        self.change_button = button(self.tr("Change…"), None, Icon.SLIDERS)
        self.plain_button = quiet(self.tr("Read it without"))
        self.remember_button = button(self.tr("Remember this list…"), None, Icon.SAVE)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(SPACE_M, SPACE_S, SPACE_S, SPACE_S)
        self._line.setSpacing(SPACE_S)
        self._line.addWidget(self._symbol)
        self._line.addWidget(self.words, 1)
        for made in self._buttons:
            self._line.addWidget(made)
        self.offer_button.clicked.connect(self._on_offer)
        self.save_button.clicked.connect(self._on_save)
        self.change_button.clicked.connect(self._on_ask)
        self.plain_button.clicked.connect(self.plain_wanted)
        self.remember_button.clicked.connect(self._on_ask)
        desk.edits.changed.connect(self._on_changed)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.offer_button,
            self.choice_button,
            self.save_button,
            self.change_button,
            self.plain_button,
            self.remember_button,
        )

    def show_list(self, read: "ReadList", rules: ReadingRules) -> None:
        """Tell of a list and how it is read now; what is known of it is looked up beside."""
        is_other = read is not self._read
        self._read, self._rules = read, rules
        if is_other:
            self._name, self._known = read.profile, ((), ())
            self._look()
        self._tell()

    def _look(self) -> None:
        if self._read is not None:
            work = partial(_looked, self._desk.book, self._read)
            self._desk.jobs.run(self, work, self._on_known, lane=Lane.FILES)

    def _on_known(self, known: Known) -> None:
        self._known = known
        self._tell()

    def _on_changed(self, change: Change) -> None:
        if "import_profile" in change.tables and self.isVisible():
            self._look()

    def _profile(self) -> Profile | None:
        """Return the profile the list is read by, None where that is no longer kept."""
        return next((one for one in self._known[0] if one.name == self._name), None)

    def _tell(self) -> None:
        profile = self._profile()
        offered = () if profile else self._known[1]
        is_known = bool(self._name) and (profile is not None or not self._known[0])
        is_changed = profile is not None and profile.rules != self._rules
        self._say(is_known=is_known, is_changed=is_changed, offered=offered)
        self.save_button.setVisible(is_known and is_changed)
        self.change_button.setVisible(is_known)
        self.plain_button.setVisible(is_known)
        self.remember_button.setVisible(not is_known)
        self._offer(offered)

    def _say(self, *, is_known: bool, is_changed: bool, offered: Sequence[Profile]) -> None:
        if is_known:
            words = self.tr("This is “{name}”: it is read as it was the last time.")
            if is_changed:
                words = self.tr("This is “{name}”, with changes of yours.")
        elif len(offered) > 1:
            words = self.tr("Several known lists look like this. Which one is it?")
        elif offered:
            words = self.tr("This looks much like “{name}”.")
        elif self._is_asked:
            words = self.tr(
                "Its headings do not say enough: say what it lists, and what its columns are."
            )
        else:
            words = self.tr("Remembered, a list like this is read by itself the next time.")
        name = self._name if is_known else offered[0].name if offered else ""
        self.words.setText(words.format(name=name))
        is_asking = bool(offered) or self._is_asked
        tone = Tone.OK if is_known else Tone.ACCENT if is_asking else Tone.PLAIN
        set_mark(self, "tone", tone)
        symbol = Icon.DONE if is_known else Icon.HELP if is_asking else Icon.INFO
        self._symbol.setPixmap(icon(symbol, "ok" if is_known else "text2").pixmap(_SYMBOL))

    @property
    def _is_asked(self) -> bool:
        """Whether its headings do not say whose list it is, and she has explained nothing yet."""
        is_explained = bool(self._rules.columns or self._rules.bill_columns)
        return self._read is not None and self._read.is_guessed and not is_explained

    def _offer(self, offered: Sequence[Profile]) -> None:
        self.offer_button.setVisible(len(offered) == 1)
        self.choice_button.setVisible(len(offered) > 1)
        self.menu.clear()
        for profile in offered if len(offered) > 1 else ():
            self.menu.addAction(profile.name, partial(self.profile_wanted.emit, profile))

    def _on_offer(self) -> None:
        if self._known[1]:
            self.profile_wanted.emit(self._known[1][0])

    def _on_ask(self) -> None:
        if self._read is not None:
            names = tuple(one.name for one in self._known[0])
            name = self._name if self._profile() else ""
            dialog = ProfileDialog(name, self._read.kind, self._rules, names, self.window())
            dialog.told.connect(self._keep)
            dialog.open()

    def _on_save(self) -> None:
        self._keep(self._name, self._rules)

    def _keep(self, name: str, rules: ReadingRules) -> None:
        if self._read is not None:
            work = partial(_kept, self._desk.book, name, self._read, rules)
            done = partial(self._on_kept, name, rules)
            self._desk.jobs.run(self, work, done, lane=Lane.DATABASE)

    def _on_kept(self, name: str, rules: ReadingRules, change: Change) -> None:
        self._name, self._rules = name, rules
        self._desk.edits.done(change)
        self.remembered.emit(name, rules)


def _looked(book: Book, read: "ReadList") -> Known:
    return book.profiles.list(), book.imports.profiles_like(read)


def _kept(book: Book, name: str, read: "ReadList", rules: ReadingRules) -> Change:
    return book.profiles.save(name, read, rules)
