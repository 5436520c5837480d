"""A second start raises the window of the first.

The book's lock file decides who is first (`services/vault.py`); this only carries the word
"show" between the two, over a local socket that no other user may open.
"""

import hashlib
import pathlib
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS: Final = 1000


class FirstInstance(QObject):
    """Listens for later starts on the same folder.

    Signals:
        show_wanted: somebody started the app again.
    """

    show_wanted = Signal()

    def __init__(self, folder: pathlib.Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = _name(folder)
        if not self._server.listen(name):
            # A killed predecessor leaves its socket file behind; the lock file says it is gone.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening, so that a restarted self can."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.show_wanted.emit()


def ask_first_to_show(folder: pathlib.Path) -> bool:
    """Ask the instance that has `folder` open to show itself; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    answered = socket.waitForConnected(_PATIENCE_MS)
    socket.abort()
    return answered


def _name(folder: pathlib.Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"crm-desktop-{digest[:16]}"
