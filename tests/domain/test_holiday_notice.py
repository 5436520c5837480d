"""The notice of the public holidays is read as it is published."""

import datetime as dt

import pytest

from crm_desktop.domain.holiday_notice import read_notice
from crm_desktop.services.public_holidays import public_holidays

TODAY = dt.date(2025, 11, 20)
OF_2026 = """国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日
"""


def test_a_whole_notice_gives_the_days_of_the_table() -> None:
    known = public_holidays()

    notice = read_notice(OF_2026, TODAY)

    of_year = {day for day in known.working_days if day.year == 2026}
    assert notice.working_days == of_year
    assert len(notice.days_off) == 33
    weekends = {day for day in notice.days_off if day.weekday() >= 5}
    assert notice.days_off - weekends <= known.days_off


def days(*of_month: tuple[int, int], year: int = 2026) -> frozenset[dt.date]:
    return frozenset(dt.date(year, month, day) for month, day in of_month)


@pytest.mark.parametrize(
    ("text", "off", "worked"),
    [
        ("清明节：4月5日放假1天", days((4, 5)), days()),
        ("2月5日至7日放假，2月14日上班", days((2, 5), (2, 6), (2, 7)), days((2, 14))),
        ("４月３０日（周四）～５月２日放假", days((4, 30), (5, 1), (5, 2)), days()),
        ("2027年端午：6月9日放假", days((6, 9), year=2027), days()),
        (
            "元旦：2025年12月31日至2026年1月1日放假",
            days((12, 31), year=2025) | days((1, 1)),
            days(),
        ),
        (
            "2026年12月31日至1月1日放假",
            days((12, 31)) | days((1, 1), year=2027),
            days(),
        ),
        ("2026年12月31日至次年1月1日放假", days((12, 31)) | days((1, 1), year=2027), days()),
        ("元旦：12月31日至1月1日放假", days((12, 31), year=2025) | days((1, 1)), days()),
        ("2月30日放假", days(), days()),
        ("1月1日至12月31日放假", days((1, 1), (12, 31)), days()),
        ("明天放假吗？", days(), days()),
        ("", days(), days()),
    ],
)
def test_each_sentence_says_its_days(
    text: str, off: frozenset[dt.date], worked: frozenset[dt.date]
) -> None:
    assert read_notice(text, TODAY) == (off, worked)


def test_without_a_year_it_is_the_one_to_come_in_autumn_and_this_one_before() -> None:
    autumn = read_notice("5月1日放假", dt.date(2026, 11, 23))
    spring = read_notice("5月1日放假", dt.date(2026, 3, 1))

    assert autumn.days_off == days((5, 1), year=2027)
    assert spring.days_off == days((5, 1))
