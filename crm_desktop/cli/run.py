"""Running one command: its exit code, and whatever goes wrong told in one line."""

import argparse
import contextlib
import logging
from collections.abc import Callable, Mapping
from typing import Final

from crm_desktop.cli import asking, checking, consolidating, keeping, lists, past_imports, profiles
from crm_desktop.cli.session import Session
from crm_desktop.domain.errors import CrmError, WrongPassphrase
from crm_desktop.ui.log import LOGGER, start_log, where
from crm_desktop.ui.text import commands as words
from crm_desktop.ui.text import sentence

Command = Callable[[Session, argparse.Namespace], None]

COMMANDS: Final[Mapping[str, Command]] = {
    "init": keeping.init,
    "undo": keeping.undo,
    "redo": keeping.redo,
    "backup": keeping.backup,
    "restore": keeping.restore,
    "verify": keeping.verify,
    "passphrase": keeping.passphrase,
    "lock-check": keeping.lock_check,
    "import": lists.bring,
    "imports": past_imports.show,
    "profiles": profiles.show,
    "export": lists.export,
    "consolidate": consolidating.consolidate,
    "due": asking.due,
    "find": asking.find,
    "check": checking.check,
}


def run(command: Command, session: Session, options: argparse.Namespace) -> int:
    """Run `command` and return its exit code: 0 done, 1 a problem told in one line."""
    try:
        command(session, options)
    except CrmError as error:
        session.terminal.tell(_told(error))
    except KeyboardInterrupt:
        session.terminal.tell(words.interrupted())
    except BrokenPipeError:
        # Whoever read the answer has had enough of it; there is nobody left to tell.
        session.terminal.hang_up()
    except Exception as bug:  # one of the two hooks: a bug is logged and told
        if options.debug:
            raise
        _log(session, bug)
        session.terminal.tell(words.internal_error(where(bug).partition(" < ")[0]))
    else:
        return 0
    return 1


def _told(error: CrmError) -> str:
    """Return the sentence of an error; here no button counts the seconds to wait."""
    if isinstance(error, WrongPassphrase) and error.wait:
        return words.with_wait(sentence(error), error.wait)
    return sentence(error)


def _log(session: Session, bug: BaseException) -> None:
    """Write a bug into the log of the book, if there is a book."""
    # Where even the log cannot be written, the one line is all there is.
    with contextlib.suppress(OSError):
        if not session.folder.logs.is_dir():
            return
        handler = start_log(session.folder.logs)
        logger = logging.getLogger(LOGGER)
        logger.error("bug in a command", exc_info=bug)
        logger.removeHandler(handler)
        handler.close()
