"""What she likes and must not get: chips by kind and category, and her character."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.records import Preference, PreferenceKind
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.form import RecordForm
from crm_desktop.ui.client.lines import line_of
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.profile_facts import CHARACTER
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.when import joined, learnt_words
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.labels import label

_TONES: Final = {
    PreferenceKind.ALLERGY: Tone.BAD,
    PreferenceKind.TABOO: Tone.BAD,
    PreferenceKind.LIKE: Tone.OK,
}
_ORDER: Final = tuple(_TONES)
_SIDE: Final = 8
_LONGEST: Final = 28
_CHIP: Final = 22

Group = tuple[PreferenceKind, str]


class PreferencesCard(FileCard):
    """A chip for each fact, what may harm her on top; a pressed chip opens its fields below."""

    tables = frozenset({"client", "preference", "person"})
    is_reused = True
    stays = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Likes and taboos"), shown, parent)
        self.chips: list[QPushButton] = []
        self._chosen = 0
        self._shown_now: tuple[Preference, ...] | None = None
        self._flows = {tone: FlowLayout(spacing=SPACE_XS + 2) for tone in (Tone.BAD, Tone.OK)}
        for flow in self._flows.values():
            flow.setContentsMargins(_SIDE, 0, _SIDE, SPACE_XS)
            self.body.addLayout(flow)
        self._none = label(self.tr("Nothing known yet: drinks, flowers, brands…"), Role.SECOND)
        self._none.setIndent(_SIDE)
        self._opened = RecordList(shown, self._blank, at_first=1)
        self._character = RecordForm(shown.file.client, CHARACTER, shown)
        self._character.keep()
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, SPACE_S, 0, 0)
        self._below.addWidget(self._character)
        self.body.addWidget(self._none)
        self.offer(self.tr("Like, taboo, allergy"), self._opened)
        self.body.addLayout(self._below)

    @override
    def show_file(self) -> None:
        preferences = tuple(sorted(self.shown.folder.preferences, key=_order))
        if preferences != self._shown_now:
            self._shown_now = preferences
            self._show_groups(preferences)
        self._none.setVisible(not preferences)
        self._show_chosen()
        self._character.show_record(self.shown.file.client)

    @override
    def forget(self) -> bool:
        self._character.commit()
        self._chosen, self._shown_now = 0, None
        return super().forget()

    def _show_groups(self, preferences: Iterable[Preference]) -> None:
        self.chips = []
        for flow in self._flows.values():
            flow.clear()
        for group, members in groupby(preferences, key=_group):
            kind, category = group
            flow = self._flows[_TONES[kind]]
            flow.addWidget(_caption(category or choice(kind)))
            for preference in members:
                chip = self._chip(preference)
                self.chips.append(chip)
                flow.addWidget(chip)

    def _show_chosen(self) -> None:
        chosen = [each for each in self.shown.folder.preferences if each.id == self._chosen]
        self._opened.show_records(chosen)
        for each in chosen:
            row = self._opened.rows[each.id]
            if not row.is_open:
                row.open_sheet()

    def _chip(self, preference: Preference) -> QPushButton:
        words = line_of(preference, self.shown).title
        chip = QPushButton(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
        set_mark(chip, "pill", _TONES[preference.kind])
        if preference.kind is PreferenceKind.ALLERGY:
            chip.setIcon(icon(Icon.WARNING, "bad"))
        elif preference.kind is PreferenceKind.TABOO:
            chip.setIcon(icon(Icon.CLOSE, "bad"))
        told = joined(choice(preference.kind), preference.category, preference.text)
        chip.setToolTip(joined(told, learnt_words(preference, self.shown.today)))
        chip.setAccessibleName(told)
        chip.setProperty("preference", preference.id)
        chip.clicked.connect(self._on_chip)
        return chip

    def _on_chip(self) -> None:
        pressed = self.sender().property("preference")
        self._chosen = 0 if pressed == self._chosen else pressed
        self._show_chosen()

    def _blank(self) -> Preference:
        return Preference(client_id=self.shown.client_id)


def _caption(words: str) -> QLabel:
    """Return the name of a group, as high as a chip so that both stand on one line."""
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    made = label(short, Role.HINT)
    made.setFixedHeight(scaled(_CHIP))
    return made


def _order(preference: Preference) -> tuple[int, str, bool, int]:
    """Sort what may harm her first, then what she likes by category, the unnamed last."""
    kind, category = _group(preference)
    return _ORDER.index(kind), category or "\uffff", preference.person_id is not None, preference.id


def _group(preference: Preference) -> Group:
    is_liked = preference.kind is PreferenceKind.LIKE
    return preference.kind, preference.category.strip() if is_liked else ""
