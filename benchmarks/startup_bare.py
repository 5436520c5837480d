"""The peer of the start: the libraries imported, a keyed database opened, an empty window shown.

Run by benchmarks.startup: python -m benchmarks.startup_bare FILE, with the key as a line of input.
"""

import sys

import sqlalchemy.orm  # noqa: F401 - imported to be paid for
import sqlcipher3.dbapi2
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def main() -> None:
    """Open, show, say so, and wait for the end of the input."""
    application = QApplication([])
    connection = sqlcipher3.dbapi2.connect(sys.argv[1])
    connection.execute(f"PRAGMA key = \"x'{sys.stdin.readline().strip()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, _shown)
    application.exec()
    connection.close()


def _shown() -> None:
    print("shown", flush=True)
    print("idle", flush=True)
    sys.stdin.readline()
    QApplication.quit()


if __name__ == "__main__":
    main()
