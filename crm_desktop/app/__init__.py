"""The composition root: paths, clock, keychain, book, language, theme and windows.

The only place that knows everything; everything below is handed what it needs.
"""

from crm_desktop.app.start import run_window
from crm_desktop.app.trial import run_demo

__all__ = ["run_demo", "run_window"]
