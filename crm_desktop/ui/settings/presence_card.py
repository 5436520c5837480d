"""How the app is there: at login, over a presentation, at a shared desk, behind the lock."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.autostart import AtLogin
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.line import SettingLine
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.switch import Switch


class PresenceCard(Card):
    """A card of switches: starting at login is the system's, the others stand in the book."""

    def __init__(self, desk: Desk, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._keeping = keeping
        at_login = self.tr("Start when I log in")
        self.at_login = Switch(at_login)
        self._at_login_line = SettingLine(at_login, "", self.at_login)
        self.body.setSpacing(SPACE_S)
        self.body.addWidget(label(self.tr("Presence"), Role.SECTION))
        self.body.addWidget(self._at_login_line)
        self._at_login_line.setVisible(desk.autostart is not None)
        self.switches = self._made_switches()
        self.check_button = button(self.tr("Check my reminders"), None, Icon.BELL)
        self.check_button.clicked.connect(self._on_check)
        self.body.addWidget(
            SettingLine(
                self.tr("Is every day told?"),
                self.tr("Which days remind, when they pop up, and why not where not."),
                self.check_button,
            )
        )
        for name, made in self.switches.items():
            made.toggled.connect(partial(self._on_toggled, name))
        self.at_login.clicked.connect(self._on_at_login)
        keeping.loaded.connect(self.show_settings)

    def load(self) -> None:
        """Ask the system whether the app starts at login."""
        if self._desk.autostart is not None:
            ask = self._desk.autostart.state
            self._desk.jobs.run(self, ask, self._on_state, lane=Lane.FILES)

    def show_settings(self, settings: BookSettings) -> None:
        """Show what stands in the book."""
        for name, made in self.switches.items():
            with QSignalBlocker(made):
                made.setChecked(getattr(settings, name))
            made.update()

    def _made_switches(self) -> dict[str, Switch]:
        """Add a line with a switch for each setting; return them by its name."""
        texts = {
            "holds_while_presenting": (
                self.tr("Wait while I present"),
                self.tr("No pop-up over a full screen, for a quarter of an hour at most."),
            ),
            "hides_on_focus_loss": (
                self.tr("Desk mode when I leave the window"),
                self.tr("Hides names and amounts until you press F9."),
            ),
            "locked_tells_counts": (
                self.tr("A locked book says how many wait"),
                self.tr("Otherwise only that something does. Never a name."),
            ),
            "always_beijing": (
                self.tr("Always Beijing time"),
                self.tr("Also when this computer is set to another time zone."),
            ),
        }
        made = {}
        for name, (title, hint) in texts.items():
            made[name] = Switch(title)
            self.body.addWidget(SettingLine(title, hint, made[name]))
        return made

    def _on_check(self) -> None:
        self._desk.routes.check_wanted.emit(0)

    def _on_toggled(self, name: str, on: bool) -> None:  # noqa: FBT001 - a slot of a switch
        self._keeping.change(**{name: on})

    def _on_state(self, state: AtLogin) -> None:
        with QSignalBlocker(self.at_login):
            self.at_login.setChecked(state is AtLogin.ON)
        self.at_login.update()
        if state is AtLogin.REFUSED:
            self._at_login_line.say(
                self.tr("Turned off in the startup settings of this computer. Turn it on there.")
            )
        else:
            self._at_login_line.say(self.tr("In the background, so that no day is missed."))

    def _on_at_login(self, on: bool) -> None:  # noqa: FBT001 - a slot of a switch
        if self._desk.autostart is None:
            return
        write = partial(self._desk.autostart.put, on=on)
        self._desk.jobs.run(
            self, write, self._on_written, failed=self._on_not_written, lane=Lane.FILES
        )

    def _on_written(self, _nothing: None) -> None:
        self.load()

    def _on_not_written(self, error: CrmError) -> None:
        self.load()
        self._desk.jobs.failed.emit(error)
