"""Fixtures of the bad things that happen to a book."""

from tests.shell_fixtures import empty, made_book, shell, spoken

__all__ = ["empty", "made_book", "shell", "spoken"]
