"""Fixtures of the contract of the command line."""

from tests.shell_fixtures import empty, made_book, shell, spoken

__all__ = ["empty", "made_book", "shell", "spoken"]
