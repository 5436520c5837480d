"""What she likes and must not get: chips, allergies and taboos in red, and her character."""

from typing import Final

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.records import Preference, PreferenceKind
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.form import RecordForm
from crm_desktop.ui.client.lines import line_of
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.profile_facts import CHARACTER
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
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


class PreferencesCard(FileCard):
    """One chip for each; a pressed chip opens its fields below."""

    tables = frozenset({"client", "preference", "person"})
    is_reused = True
    stays = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Likes and taboos"), shown, parent)
        self._chosen = 0
        self._chips = FlowLayout(spacing=SPACE_XS + 2)
        self._chips.setContentsMargins(_SIDE, 0, _SIDE, SPACE_XS)
        self._none = label(self.tr("Nothing known yet: drinks, flowers, brands…"), Role.SECOND)
        self._none.setIndent(_SIDE)
        self._opened = RecordList(shown, self._blank, at_first=1)
        self._character: RecordForm | None = None
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, SPACE_S, 0, 0)
        self.body.addLayout(self._chips)
        self.body.addWidget(self._none)
        self.offer(self.tr("Like, taboo, allergy"), self._opened)
        self.body.addLayout(self._below)

    @property
    def chips(self) -> list[QPushButton]:
        """The chips in their order."""
        found = (self._chips.itemAt(place) for place in range(self._chips.count()))
        widgets = [item.widget() for item in found if item is not None]
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    @override
    def show_file(self) -> None:
        preferences = sorted(self.shown.folder.preferences, key=_order)
        self._chips.clear()
        for preference in preferences:
            self._chips.addWidget(self._chip(preference))
        self._none.setVisible(not preferences)
        self._show_chosen()
        self._show_character()

    def _show_chosen(self) -> None:
        chosen = [each for each in self.shown.folder.preferences if each.id == self._chosen]
        self._opened.show_records(chosen)
        for each in chosen:
            row = self._opened.rows[each.id]
            if not row.is_open:
                row.open_sheet()

    def _show_character(self) -> None:
        client = self.shown.file.client
        if self._character is not None and self._character.record.id == client.id:
            self._character.show_record(client)
            return
        if self._character is not None:
            self._character.hide()
            self._character.deleteLater()
        self._character = RecordForm(client, CHARACTER, self.shown)
        self._character.edited.connect(self.shown.put)
        self._below.addWidget(self._character)

    def _chip(self, preference: Preference) -> QPushButton:
        words = line_of(preference, self.shown).title
        chip = QPushButton(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
        set_mark(chip, "pill", _TONES[preference.kind])
        if preference.kind is PreferenceKind.ALLERGY:
            chip.setIcon(icon(Icon.WARNING, "bad"))
        elif preference.kind is PreferenceKind.TABOO:
            chip.setIcon(icon(Icon.CLOSE, "bad"))
        told = f"{choice(preference.kind)} · {preference.text}"
        chip.setToolTip(f"{told} · {preference.category}" if preference.category else told)
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


def _order(preference: Preference) -> tuple[int, bool, int]:
    return _ORDER.index(preference.kind), preference.person_id is not None, preference.id
