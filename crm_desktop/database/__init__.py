"""The encrypted database: opened with all its checks, read and written in sessions."""

from crm_desktop.database.book import Database
from crm_desktop.database.key import DatabaseKey
from crm_desktop.database.wal import cut_to_whole, log_of

__all__ = ["Database", "DatabaseKey", "cut_to_whole", "log_of"]
