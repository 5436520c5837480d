"""Short ways to say a dated fact in tests."""

from crm_desktop.domain.dates import Calendar, DatedFact


def solar(month: int, day: int, year: int | None = None) -> DatedFact:
    return DatedFact(calendar=Calendar.SOLAR, month=month, day=day, year=year)


def lunar(month: int, day: int, year: int | None = None, *, leap: bool = False) -> DatedFact:
    return DatedFact(calendar=Calendar.LUNAR, month=month, day=day, year=year, leap=leap)
