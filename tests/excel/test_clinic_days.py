import datetime as dt

import pytest

from crm_desktop.excel.clinic_days import stated_days
from crm_desktop.excel.workbook import Sheet

MARCH = (dt.date(2026, 3, 1), dt.date(2026, 3, 31))


@pytest.mark.parametrize(
    ("titles", "days"),
    [
        (["统计日期:2026-03-01 至 2026-03-31"], MARCH),
        (["消费明细", "2026年3月1日到2026年3月31日  打印:2026-04-02"], MARCH),
        (["（2026/3/1～2026/3/31）"], MARCH),
        (["2026.03.01—2026.03.31", "时间:2026-03-01 - 2026-03-31"], MARCH),
        (["2026-03-01 00:00:00 至 2026-03-31 23:59:59"], MARCH),
        (["2026-03-01 00:00 至 2026-04-01 00:00"], MARCH),
        (["2026-02-28 12:00 至 2026-04-01 18:30"], MARCH),
        (["2026-03-02 12:00 至 2026-03-02 18:30"], (dt.date(2026, 3, 3), dt.date(2026, 3, 1))),
        (["2026-02-30 至 2026-03-31"], None),
        (["打印日期:2026-04-02"], None),
        (["2026-03-01 至 2026-03-31", "建档日期:2020-01-01 至 2026-03-31"], None),
        ([], None),
    ],
)
def test_the_whole_days_of_a_list_are_read_of_what_stands_above_it(
    titles: list[str], days: tuple[dt.date, dt.date] | None
) -> None:
    rows = [*([each, ""] for each in titles), ["日期", "实收"], ["2025-01-01 至 2025-02-01", ""]]

    assert stated_days(Sheet(name="a", rows=rows), len(titles)) == days
