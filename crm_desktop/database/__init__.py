"""The encrypted database: opened with all its checks, read and written in sessions."""

from crm_desktop.database.book import Database
from crm_desktop.database.key import DatabaseKey

__all__ = ["Database", "DatabaseKey"]
