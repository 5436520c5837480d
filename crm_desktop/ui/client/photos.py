"""PhotosCard: photos and documents of the client, dropped, pasted or chosen, kept encrypted."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.domain.consents import agrees
from crm_desktop.domain.errors import CrmError, PhotoConsentMissing
from crm_desktop.domain.records import Attachment, AttachmentKind, Change, Consent, ConsentKind
from crm_desktop.services.attachments import Attachments
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.photo_tile import PhotoTile
from crm_desktop.ui.client.photo_view import PhotoView
from crm_desktop.ui.client.picture import Taken, taken_from_file, taken_from_image
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_PASTED: Final = QKeySequence.StandardKey.Paste


class PhotosCard(FileCard):
    """Tiles of what is kept; without her consent a photo waits until that is recorded."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Photos and documents"), shown, parent)
        self.setAcceptDrops(True)
        self.tiles: list[PhotoTile] = []
        self.add_button = button(self.tr("Photo or document"), Role.LINK, Icon.PLUS)
        self.add_button.clicked.connect(self._on_add)
        self.put_action(self.add_button)
        self.consent_band = Band("", Tone.WARN)
        self.agree_button = button(self.tr("She agreed today"), Role.LINK)
        self.agree_button.clicked.connect(self._on_agreed)
        self.remove_button = button(self.tr("Remove the photos"), Role.LINK)
        self.remove_button.clicked.connect(self._on_remove_all)
        self._hint = label(
            self.tr("Drop a photo here, or paste one. It is kept encrypted."), Role.SECOND
        )
        self._hint.setIndent(8)
        grid = QWidget()
        self._grid = FlowLayout(grid)
        self._grid.setContentsMargins(8, 4, 8, 4)
        self._tiles = grid
        self.body.addWidget(self.consent_band)
        self.body.addLayout(row(self.agree_button, self.remove_button, 1))
        self.body.addWidget(self._hint)
        self.body.addWidget(grid)
        pasting = QShortcut(QKeySequence(_PASTED), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self.paste)
        self.consent_band.hide()
        self.agree_button.hide()
        self.remove_button.hide()

    @property
    def _waiting(self) -> list[Taken]:
        """The photos of this client that wait for her consent, wherever she was left meanwhile."""
        return self.shown.photos_waiting.get(self.shown.client_id, [])

    @property
    @override
    def is_bare(self) -> bool:
        return not self.shown.folder.attachments and not self._waiting

    @override
    def begin(self) -> None:
        self.add_button.setFocus()

    @override
    def show_file(self) -> None:
        attachments = self.shown.folder.attachments
        if [tile.attachment for tile in self.tiles] != list(attachments):
            self._make_tiles(attachments)
        self.say_count(len(attachments))
        self._hint.setVisible(not attachments)
        self._tiles.setVisible(bool(attachments))
        self._say_consent()

    def take_in(self, files: Sequence[Path]) -> None:
        """Keep what is in these files."""
        for path in files:
            self._read(partial(taken_from_file, path))

    def paste(self) -> None:
        """Keep the picture, or the files, on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, content: QMimeData) -> None:
        """Keep the files that are carried along; a picture that is in no file as it is."""
        files = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
        if files or not content.hasImage():
            self.take_in(files)
            return
        image = QImage(content.imageData())
        self._read(partial(taken_from_image, image, self.tr("Pasted picture")))

    def _read(self, read: Callable[[], Taken]) -> None:
        """Read and shrink beside the files, so that no write to the book waits for it."""
        # Whose photo it is stands fast before: another client may be shown once it is read.
        done = partial(self._keep, self.shown.client_id)
        self.shown.desk.jobs.run(self, read, done, lane=Lane.FILES)

    def _keep(self, client_id: int, taken: Taken) -> None:
        work = partial(_keep, self.shown.desk.book.attachments, client_id, taken)
        failed = partial(self._on_failed, client_id, taken)
        self.shown.desk.jobs.run(self, work, self._on_kept, failed=failed, lane=Lane.DATABASE)

    def _on_kept(self, change: Change) -> None:
        self.shown.desk.edits.done(change)

    def _on_failed(self, client_id: int, taken: Taken, error: CrmError) -> None:
        if isinstance(error, PhotoConsentMissing):
            self.shown.photos_waiting.setdefault(client_id, []).append(taken)
            self._say_consent()
        else:
            self.shown.desk.jobs.failed.emit(error)

    def _say_consent(self) -> None:
        """Say what is wrong with her consent, if photos are there or wait for it."""
        photos = [one for one in self.shown.folder.attachments if one.kind is AttachmentKind.PHOTO]
        agreed = agrees(self.shown.folder.consents, ConsentKind.PHOTO)
        if self._waiting and not agreed:
            self.consent_band.say(
                self.tr("She has not agreed to photos yet. The photo waits until she has."),
                Tone.WARN,
            )
        elif photos and not agreed:
            self.consent_band.say(
                self.tr("There is no consent to these photos any more. Remove them, or ask her."),
                Tone.BAD,
            )
        is_wanted = not agreed and bool(self._waiting or photos)
        self.consent_band.setVisible(is_wanted)
        self.agree_button.setVisible(is_wanted)
        self.remove_button.setVisible(is_wanted and bool(photos))
        if agreed and self._waiting:
            for taken in self.shown.photos_waiting.pop(self.shown.client_id):
                self._keep(self.shown.client_id, taken)

    def _make_tiles(self, attachments: Sequence[Attachment]) -> None:
        self._grid.clear()
        self.tiles = []
        for place, attachment in enumerate(attachments):
            tile = PhotoTile(attachment, attachment.title or choice(attachment.kind))
            tile.clicked.connect(partial(self._on_tile, place))
            tile.removal_wanted.connect(partial(self._on_removal, attachment))
            self._grid.addWidget(tile)
            self.tiles.append(tile)

    def _on_tile(self, place: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        PhotoView(self.shown, self.shown.folder.attachments, place, self.window()).open()

    def _on_removal(self, attachment: Attachment) -> None:
        self.shown.remove(attachment)

    def _on_agreed(self) -> None:
        client_id, today = self.shown.client_id, self.shown.today
        self.shown.put(Consent(client_id=client_id, kind=ConsentKind.PHOTO, given_on=today))

    def _on_remove_all(self) -> None:
        work = partial(self.shown.desk.book.attachments.remove_photos, self.shown.client_id)
        self.shown.desk.jobs.run(self, work, self._on_kept, lane=Lane.DATABASE)

    def _on_add(self) -> None:
        question = FileQuestion(
            title=self.tr("Photo or document"),
            kinds=(
                self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)"),
                self.tr("Every file (*)"),
            ),
        )
        self.shown.desk.ask.open_file(self, question, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self.take_in([path])

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()) or event.mimeData().hasImage():
            event.acceptProposedAction()
            set_mark(self, "over", "yes")

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_mark(self, "over", "no")

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        set_mark(self, "over", "no")
        event.acceptProposedAction()
        self._take(event.mimeData())


def _keep(attachments: Attachments, client_id: int, taken: Taken) -> Change:
    """Keep what was read as an attachment of the client."""
    draft = Attachment(
        client_id=client_id,
        kind=taken.kind,
        title=taken.title,
        media_type=taken.media_type,
        thumbnail=taken.thumbnail,
    )
    return attachments.add(draft, taken.content)
