"""The public holidays of China, as far as the State Council has announced them."""

import functools
import importlib

from crm_desktop.domain.days_off import PublicHolidays


@functools.lru_cache(maxsize=1)
def public_holidays() -> PublicHolidays:
    """Return every day off and every day worked instead that is known, loaded when first asked.

    The table is a package of its own that ends with the latest notice. Whatever is wrong with
    it, reminding goes on: nothing is known then.
    """
    try:
        table = importlib.import_module("chinese_calendar.constants")
        days_off, working = frozenset(table.holidays), frozenset(table.workdays)
        until = max(day.year for day in days_off)
    except (ImportError, AttributeError, TypeError, ValueError):
        return PublicHolidays()
    return PublicHolidays(days_off=days_off, working_days=working, until=until)
