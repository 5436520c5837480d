"""The hook for bugs: into the log without values, then one dialog, never a storm of them."""

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from crm_desktop.domain.errors import CrmError
from crm_desktop.ui.ask import Ask
from crm_desktop.ui.log import LOGGER
from crm_desktop.ui.text import sentence


class BugHook(QObject):
    """Takes every error nobody expected, of any thread.

    Signals:
        caught: an error, delivered on the screen's thread.
    """

    caught = Signal(object)

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._told = False
        self.caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the interpreter's hook."""
        sys.excepthook = self.hook

    def hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take one error from the interpreter."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error)

    def take(self, error: BaseException) -> None:
        """Log `error` and have it told; safe from any thread."""
        logging.getLogger(LOGGER).error("bug", exc_info=error)
        self.caught.emit(error)

    def _on_caught(self, error: BaseException) -> None:
        if isinstance(error, CrmError):
            self._ask.tell(QApplication.activeWindow(), self.tr("Please note"), sentence(error))
        elif not self._told:
            # The first is enough: the ones after it are mostly its consequences.
            self._told = True
            self._ask.tell(
                QApplication.activeWindow(),
                self.tr("Something went wrong"),
                self.tr(
                    "Client Keeper met an error of its own. What you saved is safe. "
                    "If it happens again, restart the app; the log file in Settings tells where."
                ),
            )
