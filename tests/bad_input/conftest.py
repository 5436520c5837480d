"""Fixtures of the bad things that happen to a book."""

from tests.shell_fixtures import empty, made_book, shell, spoken
from tests.ui.conftest import jobs, laid, theme

__all__ = ["empty", "jobs", "laid", "made_book", "shell", "spoken", "theme"]
