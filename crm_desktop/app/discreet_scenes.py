"""Scenes of a shared desk: pages in desk mode, a curtain, and pop-ups that name nobody."""

from collections.abc import Iterator

from crm_desktop.app.office import Office
from crm_desktop.app.pages import CLIENT, CLIENTS, TODAY
from crm_desktop.app.photographer import Scene
from crm_desktop.app.presence import READABLE
from crm_desktop.ui.discreet import DeskMode
from crm_desktop.ui.popup.locked import LockedPopUp
from crm_desktop.ui.popup.window import PopUp
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.widgets.layouts import ScrollColumn


def discreet_scenes(office: Office) -> Iterator[Scene]:
    """Yield what a client beside her may see."""
    window = office.window
    window.show()
    desk_mode = DeskMode(window, office.desk.routes, READABLE, window)
    desk_mode.put(on=True)
    for name in (TODAY, CLIENTS, CLIENT):
        window.open_page(name)
        for scrolling in window.page(name).findChildren(ScrollColumn):
            scrolling.verticalScrollBar().setValue(0)
        yield f"desk_mode_{name}", window
    now = office.book.clock.now()
    pop_up = PopUp(Answers(office.desk, office))
    pop_up.show_reminders(office.book.reminders.due(now), now.date())
    yield "pop_up_desk_mode", pop_up
    pop_up.close()
    desk_mode.put(on=False)
    desk_mode.close()
    desk_mode.deleteLater()
    locked = LockedPopUp()
    locked.show_something()
    yield "pop_up_locked_silent", locked
    locked.show_unknown()
    yield "pop_up_locked_unknown", locked
    locked.close()
