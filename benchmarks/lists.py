"""A list of many plainly fictional clients in 30 columns, as a workbook, for several figures."""

import datetime as dt
import io
from typing import Any, Final

import xlsxwriter

HEADINGS: Final = (
    "姓名", "称呼", "性别", "生日", "电话", "微信号", "QQ号", "职业", "年收入", "地址",
    "孩子数", "孩子生日", "老公姓名", "老公生日", "老公职业", "老公收入", "结婚纪念日", "性格",
    "喜好", "忌口", "可开发项目", "已完成项目", "送过的礼物", "来院次数", "备注", "来源",
    "首次联系日期", "等级", "标签", "会员卡号",
)  # fmt: skip
"""30 columns that are all read."""

_SURNAMES: Final = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_GIVEN: Final = ("明兰", "如意", "知夏", "听雪", "若溪", "语桐", "安然", "书瑶", "可心", "念真")
_JOBS: Final = ("会计", "老师", "个体", "医生", "公司职员")
_TASTES: Final = ("百合", "花茶", "拿铁", "爬山", "瑜伽", "看展")
_PROJECTS: Final = ("水光针", "玻尿酸", "超声炮", "热玛吉", "双眼皮")
_ADDRESS: Final = 9
_DATES: Final = frozenset({3, 13, 16, 26})


def row(number: int) -> tuple[Any, ...]:
    """Return the cells of one client; the same number gives the same client."""
    name = f"{_SURNAMES[number % 16]}{_GIVEN[number // 16 % 10]}{number}"
    day = dt.date(1960 + number % 40, 1 + number % 12, 1 + number % 28)
    wedding = dt.date(1990 + number % 30, 1 + number % 12, 1 + number % 27)
    return (
        name, f"{name[1:]}姐", "女", day, f"154{number:08d}", f"wx_{number}", str(10_000 + number),
        _JOBS[number % 5], f"{10 + number % 40}万", f"示例路{number}号", 1,
        f"大宝 {2005 + number % 15}-6-1", f"李{_GIVEN[number % 10]}", day, _JOBS[number % 4],
        "20万", wedding, "注重隐私", f"{_TASTES[number % 6]}、{_TASTES[number % 5]}", "香菜",
        _PROJECTS[number % 5], f"{_PROJECTS[number % 4]}×{1 + number % 3}", "2025.3 百合花束 168元",
        number % 12, f"第{number}位,下午方便接电话", "老客介绍", wedding, "ABCDE"[number % 5],
        "怕疼", f"HM{number:07d}",
    )  # fmt: skip


def workbook(count: int, *, moved: str = "") -> bytes:
    """Return `count` clients as an .xlsx, below one row of headings; `moved` ends each address."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("客户")
        look = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, HEADINGS)
        for place in range(1, count + 1):
            for column, value in enumerate(row(place)):
                if column == _ADDRESS:
                    sheet.write_string(place, column, f"{value}{moved}")
                elif column in _DATES:
                    sheet.write_datetime(place, column, value, look)
                elif isinstance(value, int):
                    sheet.write_number(place, column, value)
                else:
                    sheet.write_string(place, column, value)
    return stream.getvalue()
