"""PhotoView: one photo as large as there is room, its facts beside it; arrows turn the page."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.records import Attachment, AttachmentKind
from crm_desktop.services.attachments import Attachments
from crm_desktop.services.book import Book, keep_out
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.client.picture import JPEG, image_of
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.fields.texts import TextField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text.errors import sentence
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_LEAST: Final = QSize(480, 320)
_DAY_WIDTH: Final = 180
_SIZE: Final = QSize(860, 640)


class PhotoView(Dialog):
    """Shows one attachment after another; the picture is in memory only while it is seen."""

    def __init__(
        self,
        shown: Shown,
        attachments: Sequence[Attachment],
        place: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", "", parent)
        self._shown = shown
        self._attachments = list(attachments)
        self._place = place
        self._image = QImage()
        self.setWindowTitle(self.tr("Photos and documents"))
        self.accept_button.hide()
        self.cancel_button.setText(self.tr("Close"))
        self.heading.hide()
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(_LEAST)
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.picture.setWordWrap(True)
        self.title = TextField(self.tr("Title"), "")
        self.taken_on = DayField(self.tr("Taken on"), None, shown.today)
        self._turned = label("", Role.SECOND)
        self.earlier = IconButton(Icon.CHEVRON_LEFT, self.tr("The one before"))
        self.later = IconButton(Icon.CHEVRON_RIGHT, self.tr("The next one"))
        self.save_button = button(self.tr("Save a copy…"), symbol=Icon.DOWNLOAD)
        self.save_button.setToolTip(self.tr("The copy is not encrypted: anybody can open it."))
        self.remove_button = button(self.tr("Remove"), Role.DANGER)
        self.body.addWidget(self.picture, 1)
        self.taken_on.setMaximumWidth(_DAY_WIDTH)
        facts = row(self.earlier, self._turned, self.later, self.title, self.taken_on)
        facts.setStretchFactor(self.title, 1)
        self.body.addLayout(facts)
        self.buttons.insertWidget(0, self.save_button)
        self.buttons.insertWidget(1, self.remove_button)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.save_button.clicked.connect(self._on_save)
        self.remove_button.clicked.connect(self._on_remove)
        self.title.committed.connect(self._on_title)
        self.taken_on.committed.connect(self._on_day)
        self.resize(_SIZE)
        self._show()

    @property
    def attachment(self) -> Attachment:
        """What is seen now."""
        return self._attachments[self._place]

    def _show(self) -> None:
        attachment, count = self.attachment, len(self._attachments)
        self._image = QImage()
        self.picture.setPixmap(QPixmap())
        self.title.set_value(attachment.title)
        self.taken_on.set_value(attachment.taken_on)
        self._turned.setText(f"{self._place + 1} / {count}")
        for turns in (self.earlier, self._turned, self.later):
            turns.setVisible(count > 1)
        if attachment.kind is AttachmentKind.DOCUMENT:
            self.picture.setText(
                self.tr("A document. Save a copy where you want it, and open that.")
            )
            return
        self.picture.setText(self.tr("Opening…"))
        work = partial(_image, self._shown.desk.book.attachments, attachment)
        done = partial(self._on_read, attachment.id)
        failed = partial(self._on_failed, attachment.id)
        self._shown.desk.jobs.run(self, work, done, failed=failed, lane=Lane.FILES)

    def _on_read(self, attachment_id: int, image: QImage) -> None:
        if attachment_id == self.attachment.id:
            self._image = image
            self._fit()

    def _on_failed(self, attachment_id: int, error: CrmError) -> None:
        if attachment_id == self.attachment.id:
            self.picture.setText(sentence(error))

    def _fit(self) -> None:
        if not self._image.isNull():
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap.fromImage(
                self._image.scaled(
                    self.picture.size() * ratio,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            pixmap.setDevicePixelRatio(ratio)
            self.picture.setPixmap(pixmap)

    def _turn(self, by: int) -> None:
        self._place = (self._place + by) % len(self._attachments)
        self._show()

    def _on_earlier(self) -> None:
        self._turn(-1)

    def _on_later(self) -> None:
        self._turn(1)

    def _on_title(self, title: str) -> None:
        self._write(replace(self.attachment, title=title))

    def _on_day(self, day: dt.date | None) -> None:
        self._write(replace(self.attachment, taken_on=day))

    def _write(self, attachment: Attachment) -> None:
        self._attachments[self._place] = attachment
        self._shown.put(attachment)

    def _on_remove(self) -> None:
        self._shown.remove(self.attachment)
        self.accept()

    def _on_save(self) -> None:
        attachment = self.attachment
        name = attachment.title or self.tr("photo")
        if attachment.media_type == JPEG:
            name += ".jpg"
        question = FileQuestion(title=self.tr("Save a copy"), name=name)
        self._shown.desk.ask.save_file(self, question, partial(self._on_target, attachment))

    def _on_target(self, attachment: Attachment, target: Path) -> None:
        work = partial(_save, self._shown.desk.book, attachment, target)
        self._shown.desk.jobs.run(self, work, self._on_saved, lane=Lane.FILES)

    def _on_saved(self, _nothing: object) -> None:
        self.save_button.setText(self.tr("Saved"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        by = turns.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self._turn(by)


def _image(attachments: Attachments, attachment: Attachment) -> QImage:
    return image_of(attachments.content(attachment))


def _save(book: Book, attachment: Attachment, target: Path) -> None:
    keep_out(book.folder, target)
    book.attachments.save_copy(attachment, target)
