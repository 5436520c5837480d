"""Theme at once, language after the next start."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from crm_desktop.ui.desk import Desk
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.i18n import Language, resolved
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.settings.line import SettingLine
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.theme import ThemeChoice
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label


class LookCard(Card):
    """A card with two choices, kept on this computer as they are needed before the book opens."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.theme = ChoiceField(
            self.tr("Theme"),
            (
                (ThemeChoice.SYSTEM, self.tr("As the system")),
                (ThemeChoice.LIGHT, self.tr("Light")),
                (ThemeChoice.DARK, self.tr("Dark")),
            ),
            desk.look.theme,
        )
        self.language = ChoiceField(
            self.tr("Language"),
            (
                (Language.SYSTEM, self.tr("As the system")),
                # Each language is found by whoever speaks it.
                (Language.CHINESE, "中文"),
                (Language.ENGLISH, "English"),
            ),
            desk.look.language,
        )
        for field in (self.theme, self.language):
            set_mark(field, "role", "")
        self.restart_button = button(self.tr("Restart now"), None, Icon.REFRESH)
        self.restart_button.clicked.connect(desk.routes.restart_wanted)
        self._speech = SettingLine(
            self.tr("Language"),
            self.tr("After the next start."),
            self.restart_button,
            self.language,
        )
        self.body.setSpacing(SPACE_S)
        self.body.addWidget(label(self.tr("Look"), Role.SECTION))
        self.body.addWidget(SettingLine(self.tr("Theme"), "", self.theme))
        self.body.addWidget(self._speech)
        self.theme.committed.connect(desk.look.choose_theme)
        self.language.committed.connect(self._on_language)
        self.load()

    def load(self) -> None:
        """Show theme and language as they are chosen now."""
        self.theme.set_value(self._desk.look.theme)
        self.language.set_value(self._desk.look.language)
        self._offer_restart()

    def _on_language(self, choice: Language) -> None:
        self._desk.look.choose_language(choice)
        self._offer_restart()

    def _offer_restart(self) -> None:
        wanted = resolved(self._desk.look.language, QLocale.system())
        self.restart_button.setVisible(wanted is not self._desk.look.speaks)
