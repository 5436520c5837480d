"""Photos on the client page: dropped, pasted, held back without consent, seen, saved, removed."""

import base64
import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QImageReader
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import AttachmentTooLarge, AttachmentUnreadable, NotAPicture
from crm_desktop.domain.records import (
    Attachment,
    AttachmentKind,
    Client,
    Consent,
    ConsentKind,
)
from crm_desktop.services.attachments import MOST_MEGABYTES
from crm_desktop.ui.client.photo_view import PhotoView
from crm_desktop.ui.client.photos import PhotosCard
from crm_desktop.ui.client.picture import (
    image_of,
    taken_from_file,
    taken_from_image,
    thumbnail_of,
)
from crm_desktop.ui.client.shown import Shown
from tests.ui.desks import Laid

AGREED = Consent(client_id=1, kind=ConsentKind.PHOTO, given_on=dt.date(2026, 11, 1))


def picture(width: int = 640, height: int = 480, colour: str = "#9C4562") -> QImage:
    """Return a picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def file(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "术前.png"
    picture().save(str(path))
    return path


@pytest.fixture
def shown(laid: Laid) -> Shown:
    laid.desk.book.clients.add(Client(name="王雅琴"))
    return Shown(laid.desk)


@pytest.fixture
def card(qtbot: QtBot, shown: Shown) -> Iterator[PhotosCard]:
    """Return the card of a client nothing is known about; it shows every change."""
    shown.file = shown.clients.file(1, today=shown.today)
    card = PhotosCard(shown)
    qtbot.addWidget(card)

    def show(_change: object) -> None:
        shown.file = shown.clients.file(1, today=shown.today)
        card.show_file()

    shown.desk.edits.changed.connect(show)
    card.resize(500, 300)
    card.show_file()
    card.show()
    yield card
    shown.desk.edits.changed.disconnect(show)


def agree(laid: Laid) -> None:
    laid.desk.edits.done(laid.desk.book.clients.put(AGREED))


def dropped(card: PhotosCard, *files: pathlib.Path) -> None:
    """Let files go over the card, as from a folder window."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in files])

    card.dropEvent(let_go(content))


def let_go(content: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_dropped_photo_is_kept_and_shown(
    qtbot: QtBot, laid: Laid, card: PhotosCard, file: pathlib.Path
) -> None:
    agree(laid)

    dropped(card, file)
    qtbot.waitUntil(lambda: len(card.tiles) == 1)

    (kept,) = card.shown.folder.attachments
    assert (kept.title, kept.kind, kept.media_type) == ("术前", AttachmentKind.PHOTO, "image/jpeg")
    assert image_of(laid.desk.book.attachments.content(kept)).size() == picture().size()
    assert thumbnail_of(kept.thumbnail).width() == 192


def test_without_consent_the_photo_waits_and_comes_with_it(
    qtbot: QtBot, card: PhotosCard, file: pathlib.Path
) -> None:
    dropped(card, file)
    qtbot.waitUntil(card.agree_button.isVisible)
    kept_before = card.shown.folder.attachments

    card.agree_button.click()
    qtbot.waitUntil(lambda: len(card.tiles) == 1)

    assert kept_before == ()
    assert not card.consent_band.isVisible()
    (consent,) = card.shown.folder.consents
    agreed = Consent(id=consent.id, client_id=1, kind=ConsentKind.PHOTO, given_on=card.shown.today)
    assert consent == agreed


def test_a_photo_that_waits_is_still_there_when_she_is_shown_again(
    qtbot: QtBot, laid: Laid, shown: Shown, card: PhotosCard, file: pathlib.Path
) -> None:
    dropped(card, file)
    qtbot.waitUntil(card.agree_button.isVisible)
    laid.desk.book.clients.add(Client(name="何静"))

    shown.file = shown.clients.file(2, today=shown.today)
    other = PhotosCard(shown)
    qtbot.addWidget(other)
    other.show_file()
    was_bare = other.is_bare
    shown.file = shown.clients.file(1, today=shown.today)
    again = PhotosCard(shown)
    qtbot.addWidget(again)
    again.show_file()
    again.show()
    again.agree_button.click()

    qtbot.waitUntil(lambda: len(shown.clients.file(1, today=shown.today).folder.attachments) == 1)
    assert was_bare
    assert not again.is_bare


def test_consent_taken_back_asks_for_the_photos_to_go_and_undo_brings_them_back(
    qtbot: QtBot, laid: Laid, card: PhotosCard, file: pathlib.Path
) -> None:
    agree(laid)
    dropped(card, file)
    qtbot.waitUntil(lambda: len(card.tiles) == 1)
    (consent,) = card.shown.folder.consents
    withdrawn = Consent(
        id=consent.id, client_id=1, kind=ConsentKind.PHOTO, withdrawn_on=card.shown.today
    )

    laid.desk.edits.done(laid.desk.book.clients.put(withdrawn))
    card.remove_button.click()
    qtbot.waitUntil(lambda: not card.tiles)
    laid.desk.edits.undo()

    qtbot.waitUntil(lambda: len(card.tiles) == 1)
    assert card.consent_band.isVisible()


def test_a_picture_on_the_clipboard_is_pasted(qtbot: QtBot, laid: Laid, card: PhotosCard) -> None:
    agree(laid)
    QGuiApplication.clipboard().setImage(picture())
    card.add_button.setFocus()

    QTest.keySequence(card.add_button, "Ctrl+V")

    qtbot.waitUntil(lambda: len(card.tiles) == 1)


@pytest.mark.parametrize(
    ("name", "content", "refused"),
    [
        ("x.jpg", b"this is no picture", NotAPicture),
        ("x.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, NotAPicture),
        ("empty.jpg", b"", NotAPicture),
        ("noending", b"\x00\x01\x02", NotAPicture),
    ],
)
def test_what_is_no_picture_is_told(
    name: str, content: bytes, refused: type[Exception], tmp_path: pathlib.Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(refused):
        taken_from_file(path)


@pytest.mark.parametrize("name", ["gone.jpg", ""])
def test_a_file_that_is_gone_or_a_folder_is_told(name: str, tmp_path: pathlib.Path) -> None:
    with pytest.raises(AttachmentUnreadable):
        taken_from_file(tmp_path / name)


def test_a_picture_dragged_from_another_window_is_kept(
    qtbot: QtBot, laid: Laid, card: PhotosCard
) -> None:
    agree(laid)
    content = QMimeData()
    content.setImageData(picture())

    card.dropEvent(let_go(content))

    qtbot.waitUntil(lambda: len(card.tiles) == 1)


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "large.jpg"
    with path.open("wb") as large:
        large.truncate(200 * 1024 * 1024)

    with pytest.raises(AttachmentTooLarge) as told:
        taken_from_file(path)

    assert (told.value.size, told.value.most) == (200, MOST_MEGABYTES)


def test_a_refused_file_is_told_and_the_card_goes_on(
    qtbot: QtBot, laid: Laid, card: PhotosCard, file: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    agree(laid)
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no")

    with qtbot.waitSignal(laid.desk.jobs.failed) as told:
        dropped(card, broken, file)
    qtbot.waitUntil(lambda: len(card.tiles) == 1)

    assert isinstance(told.args[0], NotAPicture)


def test_a_document_is_kept_as_it_is_and_needs_no_consent(
    qtbot: QtBot, laid: Laid, card: PhotosCard, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / "知情同意书.pdf"
    path.write_bytes(b"%PDF-1.7 fictional")

    card.take_in([path])
    qtbot.waitUntil(lambda: len(card.tiles) == 1)

    (kept,) = card.shown.folder.attachments
    assert (kept.kind, kept.thumbnail) == (AttachmentKind.DOCUMENT, "")
    assert laid.desk.book.attachments.content(kept) == b"%PDF-1.7 fictional"


def test_a_large_photo_is_made_as_large_as_a_screen_and_forgets_where_it_was_taken(
    tmp_path: pathlib.Path,
) -> None:
    path = tmp_path / "large.png"
    image = picture(5000, 2500)
    image.setText("Comment", "taken in Shanghai")
    image.save(str(path))

    taken = taken_from_file(path)

    small = image_of(taken.content)
    assert (small.width(), small.height()) == (2560, 1280)
    assert b"Shanghai" not in taken.content
    assert b"Shanghai" not in base64.b64decode(taken.thumbnail)


def test_a_picture_that_shines_through_is_put_on_white() -> None:
    glass = QImage(8, 8, QImage.Format.Format_ARGB32)
    glass.fill(QColor(0, 0, 0, 0))

    taken = taken_from_image(glass, "透明")

    assert image_of(taken.content).pixelColor(4, 4).lightness() > 250


def test_every_kind_of_picture_the_question_names_can_be_read() -> None:
    known = {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}

    assert {"jpg", "jpeg", "png", "webp", "bmp", "gif"} <= known


@pytest.fixture
def view(qtbot: QtBot, laid: Laid, card: PhotosCard) -> PhotoView:
    """Return the view over two photos, a red one and a blue one, the first of them seen."""
    agree(laid)
    for name, colour in (("红", "#ff0000"), ("蓝", "#0000ff")):
        taken = taken_from_image(picture(colour=colour), name)
        attachment = Attachment(client_id=1, title=name, media_type=taken.media_type)
        laid.desk.edits.done(laid.desk.book.attachments.add(attachment, taken.content))
    view = PhotoView(card.shown, card.shown.folder.attachments, 0)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: not view.picture.pixmap().isNull())
    return view


def seen(view: PhotoView) -> QColor:
    image = view.picture.pixmap().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)


def test_arrows_turn_from_one_photo_to_the_next(qtbot: QtBot, view: PhotoView) -> None:
    first = seen(view)

    QTest.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not view.picture.pixmap().isNull())

    assert (first.red() > 200, seen(view).blue() > 200) == (True, True)
    assert view.title.text() == "蓝"


def test_a_title_is_saved_where_it_stands(qtbot: QtBot, view: PhotoView, card: PhotosCard) -> None:
    view.title.setText("术后一个月")
    view.title.commit()

    qtbot.waitUntil(lambda: card.shown.folder.attachments[0].title == "术后一个月")
    assert card.tiles[0].text() == "术后一个月"


def test_a_copy_is_written_where_she_chose_but_not_among_the_files_of_the_book(
    qtbot: QtBot, laid: Laid, view: PhotoView, tmp_path: pathlib.Path
) -> None:
    target = tmp_path / "copy.jpg"
    laid.ask.path = target
    view.save_button.click()
    qtbot.waitUntil(target.exists)

    inside = laid.desk.book.folder / "copy.jpg"
    laid.ask.path = inside
    with qtbot.waitSignal(laid.desk.jobs.failed):
        view.save_button.click()

    assert QImage(str(target)).size() == picture().size()
    assert not inside.exists()


def test_delete_on_a_tile_removes_and_undo_brings_back(
    qtbot: QtBot, laid: Laid, card: PhotosCard, file: pathlib.Path
) -> None:
    agree(laid)
    dropped(card, file)
    qtbot.waitUntil(lambda: len(card.tiles) == 1)

    QTest.keyClick(card.tiles[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not card.tiles)
    laid.desk.edits.undo()
    qtbot.waitUntil(lambda: len(card.tiles) == 1)

    assert [tile.text() for tile in card.tiles] == ["术前"]
