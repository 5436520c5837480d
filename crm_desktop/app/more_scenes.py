"""Scenes of what has parts: a full Today, the settings and their tables, a list of a phone."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from crm_desktop.app.office import Office
from crm_desktop.app.pages import EXCHANGE, SETTINGS, TODAY
from crm_desktop.app.photographer import WAIT, Scene
from crm_desktop.domain.festivals import changes
from crm_desktop.services.festival_table import built_in_festivals
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.reminding.talk import TalkDialog
from crm_desktop.ui.settings.festivals_dialog import FestivalsDialog
from crm_desktop.ui.settings.leads_dialog import LeadsDialog
from crm_desktop.ui.settings.page import SettingsPage
from crm_desktop.ui.widgets.layouts import ScrollColumn

_FULL_DAYS = 14
_AWAY = 7
_CARDS = """BEGIN:VCARD\r
VERSION:3.0\r
FN:林月见\r
TEL;TYPE=CELL:15400001001\r
BDAY:1988-05-12\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
FN:周小满\r
TEL;TYPE=CELL:15400001002\r
X-ALTBDAY;CALSCALE=chinese:007800090408\r
END:VCARD\r
"""


def settings_scenes(office: Office) -> Iterator[Scene]:
    """Show the sections of the settings and the tables behind their buttons."""
    window = office.window
    window.open_page(SETTINGS)
    page = window.page(SETTINGS)
    assert isinstance(page, SettingsPage)  # noqa: S101 - the page of that name
    names = ("settings", "settings_greetings", "settings_safety", "settings_look")
    for number, name in enumerate(names):
        page.sections.show_section(number)
        yield name, window
    page.sections.show_section(0)
    for name, opener, kind in (
        ("settings_leads", page.dates.leads_button, LeadsDialog),
        ("settings_festivals", page.dates.festivals_button, FestivalsDialog),
    ):
        opener.click()
        yield WAIT, window
        dialog = window.findChild(kind)
        assert dialog is not None  # noqa: S101 - opened in the line before
        yield name, window
        dialog.close()
        dialog.deleteLater()


def full_day(office: Office) -> Iterator[Scene]:
    """Show a day with festivals, follow-ups and something missed, and note a talk; take it back."""
    window, book = office.window, office.book
    _make_full(office)
    window.open_page(TODAY)
    yield WAIT, window
    column = window.page(TODAY).findChild(ScrollColumn)
    assert column is not None  # noqa: S101 - what the page scrolls in
    bar = column.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    yield "today_middle", window
    bar.setValue(bar.maximum())
    yield "today_end", window
    now = book.clock.now()
    follow_ups = book.reminders.morning(now, 0).followups
    if follow_ups:
        talk = TalkDialog(follow_ups[0], now.date(), window)
        talk.open()
        yield "talk", talk
        talk.close()
    office.desk.edits.changed.emit(book.journal.undo())
    yield WAIT, window
    bar.setValue(0)


def from_the_phone(office: Office) -> Iterator[Scene]:
    """Show what the contacts of a phone would change."""
    window = office.window
    page = window.page(EXCHANGE)
    assert isinstance(page, ExchangePage)  # noqa: S101 - the page of that name
    window.open_page(EXCHANGE)
    yield WAIT, window
    cards = office.book.folder / "contacts.vcf"
    cards.write_text(_CARDS, encoding="utf-8", newline="")
    page.open_file(cards)
    yield "import_phone", window
    cards.unlink()
    page.wizard.flow.forget()
    page.wizard.left.emit()


def _make_full(office: Office) -> None:
    """Turn a festival of this week on and let a day have been missed."""
    book = office.book
    settings = book.settings.get()
    table = built_in_festivals()
    thanksgiving = table.get("thanksgiving")
    assert thanksgiving is not None  # noqa: S101 - it came with the app
    turned = table.with_festival(replace(thanksgiving, is_on=True, lead_days=_FULL_DAYS))
    told = changes(turned, table)
    change = book.settings.put(replace(settings, festivals=told))
    now = book.clock.now()
    book.reminders.tick(now - dt.timedelta(days=_AWAY))
    book.reminders.tick(now)
    office.desk.edits.changed.emit(change)
