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
_SHOW: Final = b"show"


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
            socket.disconnected.connect(self._on_said)
            if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._hear(socket)

    def _on_said(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        """Show the window unless the other start only wanted to know that there is a first."""
        if bytes(socket.readAll().data()) == _SHOW:
            self.show_wanted.emit()
        socket.deleteLater()


def ask_first_to_show(folder: pathlib.Path, *, shows: bool = True) -> bool:
    """Ask the instance that has `folder` open to show itself; False when none answers.

    Without `shows` it is only asked whether it is there.
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    answered = socket.waitForConnected(_PATIENCE_MS)
    if answered and shows:
        socket.write(_SHOW)
        socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(_PATIENCE_MS)
    return answered


def _name(folder: pathlib.Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"crm-desktop-{digest[:16]}"
