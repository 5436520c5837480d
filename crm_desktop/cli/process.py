"""A command in this process: its streams, clock, keychain and language."""

import argparse
import pathlib

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler

from crm_desktop.cli.run import COMMANDS, run
from crm_desktop.cli.self_test import self_test
from crm_desktop.cli.session import Session
from crm_desktop.cli.terminal import of_process
from crm_desktop.clock import SystemClock
from crm_desktop.paths import BookFolder, data_folder, resources_folder
from crm_desktop.security.hardening import harden
from crm_desktop.security.keychain import SystemKeychain
from crm_desktop.ui.i18n import Language, Translators


def main(options: argparse.Namespace) -> int:
    """Run the command of `options` in this process and return its exit code."""
    harden()
    qInstallMessageHandler(_unheard)
    app = QCoreApplication.instance() or QCoreApplication([])
    resources = resources_folder()
    Translators(app, resources / "i18n").speak(Language.SYSTEM)
    session = Session(
        folder=BookFolder(path=_folder(options)),
        resources=resources,
        clock=SystemClock(),
        keychain=SystemKeychain(),
        terminal=of_process(secrets_by_line=options.passphrase_stdin),
    )
    if options.self_test:
        return run(self_test, session, options)
    return run(COMMANDS[options.command], session, options)


def _folder(options: argparse.Namespace) -> pathlib.Path:
    folder: pathlib.Path = options.book or data_folder()
    return folder.absolute()


def _unheard(_kind: QtMsgType, _context: QMessageLogContext, _words: str) -> None:
    """Drop what Qt says about locales: beside a command's answer stands its own line only."""
