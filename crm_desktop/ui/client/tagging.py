"""Tagging: her tags and her needs, completed from those in use."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.records import Tag
from crm_desktop.services.client_list import ListValues
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.fields.tags import TagsField
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row


class Tagging(QWidget):
    """Two fields beside each other; what came or went is written at once."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._known: frozenset[str] = frozenset()
        self._tags = TagsField(self.tr("Add a tag"))
        self._needs = TagsField(self.tr("Add a need"), tone=Tone.ACCENT)
        self._tags.committed.connect(self._on_tags)
        self._needs.committed.connect(self._on_needs)
        told, needs = label(self.tr("Tags"), Role.HINT), label(self.tr("Needs"), Role.HINT)
        both = row(told, self._tags, needs, self._needs, spacing=SPACE_XS)
        for hint in (told, needs):
            both.setAlignment(hint, Qt.AlignmentFlag.AlignTop)
            hint.setFixedHeight(self._tags.sizeHint().height())
        both.setStretch(1, 1)
        both.setStretch(3, 1)
        self.setLayout(both)

    def forget(self) -> None:
        """Let go of a tag that was begun for the client before."""
        self._tags.let_go()
        self._needs.let_go()

    def show_file(self) -> None:
        """Show her tags, and learn which are in use elsewhere."""
        if not self._known.issuperset(tag.name for tag in self._shown.folder.tags):
            values = self._shown.desk.book.smart_lists.values
            self._shown.desk.jobs.run(self, values, self._on_known)
        for is_need, field in ((False, self._tags), (True, self._needs)):
            names = tuple(tag.name for tag in self._shown.folder.tags if tag.is_need is is_need)
            if names != field.value():
                field.set_value(names)

    def _on_known(self, values: ListValues) -> None:
        self._known = frozenset(values.tags)
        for field in (self._tags, self._needs):
            field.set_known(values.tags)

    def _on_tags(self, names: tuple[str, ...]) -> None:
        self._write(names, is_need=False)

    def _on_needs(self, names: tuple[str, ...]) -> None:
        self._write(names, is_need=True)

    def _write(self, names: tuple[str, ...], *, is_need: bool) -> None:
        """Write the one tag that came or went."""
        known = {tag.name: tag for tag in self._shown.folder.tags if tag.is_need is is_need}
        for name in names:
            if name not in known:
                tag = Tag(client_id=self._shown.client_id, name=name, is_need=is_need)
                self._shown.put(tag)
        for name, tag in known.items():
            if name not in names:
                self._shown.remove(tag)
