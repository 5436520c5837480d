"""The terminal: what commands print, and the secrets they are given."""

import getpass
import json
import os
import sys
from dataclasses import dataclass
from typing import TextIO

from crm_desktop.domain.errors import PassphraseMissing


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """The three streams of a command.

    Attributes:
        secrets_by_line: each secret is one line of `input` instead of being asked for.
    """

    input: TextIO
    output: TextIO
    errors: TextIO
    secrets_by_line: bool = False

    def say(self, line: str) -> None:
        """Print one line of the answer."""
        print(line, file=self.output)

    def document(self, value: object) -> None:
        """Print the one JSON document a command was asked for."""
        json.dump(value, self.output, ensure_ascii=False, indent=2)
        self.output.write("\n")

    def tell(self, line: str) -> None:
        """Print one line beside the answer: a problem or a note."""
        print(line, file=self.errors)

    def progress(self, done: int, total: int) -> None:
        """Show how far slow work is, on a terminal only."""
        if self.errors.isatty():
            end = "\n" if done >= total else ""
            print(f"\r{done} / {total}", end=end, file=self.errors, flush=True)

    def secret(self, prompt: str, *, by_line: bool = False) -> str:
        """Return a secret: the next line of input, or asked for without showing it.

        Raises:
            PassphraseMissing: there is no line, and nobody to ask.
        """
        if self.secrets_by_line or by_line:
            given = self.input.readline().rstrip("\r\n")
        elif self.input.isatty():
            given = getpass.getpass(prompt, stream=self.errors)
        else:
            given = ""
        if not given:
            raise PassphraseMissing
        return given

    def hang_up(self) -> None:
        """Stop printing: nobody reads any more, and Python would complain while it ends."""
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, self.output.fileno())
        os.close(sink)


def of_process(*, secrets_by_line: bool) -> Terminal:
    """Return the terminal of this process; what is piped on is UTF-8 everywhere.

    Bytes that are no UTF-8 pass as well: a passphrase of such is wrong, a file name of such
    is printed escaped.
    """
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace")):
        if not stream.isatty() and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    return Terminal(
        input=sys.stdin, output=sys.stdout, errors=sys.stderr, secrets_by_line=secrets_by_line
    )
