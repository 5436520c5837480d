"""A window of another program: prints when it is active or not, and what is typed into it."""

import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit
from typing_extensions import override

from tests.desktop.screen import say


class Typist(QLineEdit):
    """Tells everything that happens to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("typist")
        self.textChanged.connect(self._on_text)

    @override
    def event(self, event: QEvent) -> bool:
        told = {
            QEvent.Type.WindowActivate: "active",
            QEvent.Type.WindowDeactivate: "inactive",
        }.get(event.type())
        if told:
            say(told)
        return super().event(event)

    def _on_text(self, text: str) -> None:
        say(f"text {text}")


def main() -> None:
    application = QApplication(sys.argv)
    typist: QObject = Typist()
    assert isinstance(typist, Typist)
    if "--full" in sys.argv:
        typist.showFullScreen()
    else:
        typist.resize(400, 60)
        typist.show()
    application.exec()


if __name__ == "__main__":
    main()
