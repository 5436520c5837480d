"""Languages: Chinese or English, chosen or as the system has it."""

import pathlib
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


class Language(StrEnum):
    """What she chose in the settings."""

    SYSTEM = "system"
    CHINESE = "zh_CN"
    ENGLISH = "en"


def resolved(choice: Language, system: QLocale) -> Language:
    """Return the language `choice` comes to: Chinese for a Chinese system, else English."""
    if choice is not Language.SYSTEM:
        return choice
    chinese = system.language() == QLocale.Language.Chinese
    return Language.CHINESE if chinese else Language.ENGLISH


class Translators:
    """Loads a language into the application and takes the one before out again."""

    def __init__(self, app: QCoreApplication, folder: pathlib.Path) -> None:
        self._app = app
        self._folder = folder
        self._loaded: list[QTranslator] = []

    def speak(self, choice: Language) -> Language:
        """Load `choice`; windows made from now on speak it. Return what it comes to.

        Raises:
            FileNotFoundError: the compiled texts are not where they belong.
        """
        for translator in self._loaded:
            self._app.removeTranslator(translator)
        language = resolved(choice, QLocale.system())
        QLocale.setDefault(QLocale(language))
        qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._loaded = [self._load(f"crm_{language}", str(self._folder))]
        if language is Language.CHINESE:
            self._loaded.append(self._load(f"qtbase_{language}", qt_texts))
        return language

    def _load(self, name: str, folder: str) -> QTranslator:
        translator = QTranslator(self._app)
        if not translator.load(name, folder):
            raise FileNotFoundError(f"{folder}/{name}.qm")
        self._app.installTranslator(translator)
        return translator
