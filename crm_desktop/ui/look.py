"""Look: theme and language as she chose them on this computer."""

from PySide6.QtCore import QSettings

from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.theme.theme import Theme, ThemeChoice

_LANGUAGE = "look/language"
_THEME = "look/theme"


class Look:
    """Wears and remembers theme and language; both are needed before a book is open.

    Attributes:
        speaks: the language the words on the screen are in.
    """

    def __init__(self, theme: Theme, translators: Translators, remembered: QSettings) -> None:
        self._theme = theme
        self._translators = translators
        self._remembered = remembered
        self.speaks = Language.ENGLISH

    @property
    def language(self) -> Language:
        """The language she chose; the system's where she did not."""
        value = str(self._remembered.value(_LANGUAGE, Language.SYSTEM))
        return Language(value) if value in set(Language) else Language.SYSTEM

    @property
    def theme(self) -> ThemeChoice:
        """The theme she chose; the system's where she did not."""
        value = str(self._remembered.value(_THEME, ThemeChoice.SYSTEM))
        return ThemeChoice(value) if value in set(ThemeChoice) else ThemeChoice.SYSTEM

    def put_on(self) -> None:
        """Wear what is remembered."""
        self.speaks = self._translators.speak(self.language)
        self._theme.wear(self.theme)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Wear another theme at once and remember it."""
        self._remembered.setValue(_THEME, choice.value)
        self._theme.wear(choice)

    def choose_language(self, choice: Language) -> None:
        """Remember another language; it is spoken by what is made after the next start."""
        self._remembered.setValue(_LANGUAGE, choice.value)
