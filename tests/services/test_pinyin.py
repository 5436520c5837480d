"""Surnames in every reading people use, and every name of the sample lists by its pinyin."""

import itertools
import json
import pathlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crm_desktop.services.pinyin import is_character, plain, readings, runs
from crm_desktop.services.search_keys import Findable, Found, keys_of

SURNAMES = {
    "曾": "zeng ceng", "单": "shan dan", "仇": "qiu chou", "解": "xie jie", "查": "zha cha",
    "盖": "ge gai", "尉迟": "yuchi weichi", "万俟": "moqi wanqi", "单于": "chanyu danyu",
    "长孙": "zhangsun changsun", "澹台": "tantai dantai", "令狐": "linghu", "鲜于": "xianyu",
    "夏侯": "xiahou", "欧阳": "ouyang", "上官": "shangguan", "司徒": "situ", "诸葛": "zhuge",
    "皇甫": "huangfu", "慕容": "murong", "宇文": "yuwen", "呼延": "huyan", "闻人": "wenren",
    "钟离": "zhongli", "濮阳": "puyang", "淳于": "chunyu", "申屠": "shentu", "乐正": "yuezheng",
    "独孤": "dugu", "南宫": "nangong", "拓跋": "tuoba", "亓官": "qiguan", "宰父": "zaifu",
    "区": "ou qu", "朴": "piao pu", "翟": "zhai di", "缪": "miao mou", "覃": "qin tan",
    "乐": "yue le", "员": "yun yuan", "隗": "wei kui", "谌": "chen shen", "折": "she zhe",
    "召": "shao zhao", "洗": "xian xi", "黑": "he hei", "都": "du dou", "重": "chong zhong",
    "种": "chong zhong", "秘": "bi mi", "繁": "po fan", "薄": "bo bao", "柏": "bai bo",
    "藏": "zang cang", "句": "gou ju", "祭": "zhai ji", "乜": "nie mie", "佴": "nai er",
    "阚": "kan", "郇": "xun huan", "郗": "xi chi", "郄": "qie xi", "莘": "shen xin",
    "牟": "mou mu", "盛": "sheng cheng", "能": "nai neng", "任": "ren", "纪": "ji", "那": "na",
    "应": "ying", "燕": "yan", "冯": "feng", "葛": "ge", "宿": "su", "逄": "pang", "车": "che",
    "石": "shi", "贾": "jia", "卜": "bu bo", "沈": "shen", "宁": "ning", "隽": "juan jun",
    "吕": "lv", "尹": "yin", "俞": "yu", "翁": "weng", "麻": "ma", "訾": "zi", "钭": "tou",
}  # fmt: skip
"""The readings she may type, the usual one first."""

GIVEN = {
    "王乐乐": "wangle", "李茜": "lixi", "陈娜娜": "chenna", "张晟": "zhangcheng",
    "刘行": "liuxing", "周长重": "zhouchang", "赵莎莎": "zhaosha", "孙少婷": "sunshao",
    "李羽婼": "liyu", "何娉婷": "heping", "钱均": "qianjun", "吴卓": "wuzhuo",
}  # fmt: skip
"""Names whose given characters people read in more ways than one, by one they use."""


def test_there_are_sixty_surnames_and_more() -> None:
    assert len(SURNAMES) >= 60


@pytest.mark.parametrize(("surname", "spoken"), SURNAMES.items())
def test_a_surname_is_found_in_every_reading_people_use(surname: str, spoken: str) -> None:
    keys = keys_of(Findable(names=(f"{surname}美",)))

    likely = "".join(readings(f"{surname}美")[0])
    assert likely == f"{spoken.split(maxsplit=1)[0]}mei"
    for way in spoken.split():
        assert f"{Found.NAME}{way}mei" in keys
        assert any(key.startswith(f"{Found.NAME}{way[0]}") for key in keys)


@pytest.mark.parametrize(("name", "typed"), GIVEN.items())
def test_a_given_name_is_found_in_the_reading_she_types(name: str, typed: str) -> None:
    assert any(key.startswith(f"{Found.NAME}{typed}") for key in keys_of(Findable(names=(name,))))


def _names(folder: pathlib.Path) -> set[str]:
    """Return every name the truths of the sample workbooks know, of clients and of families."""
    found: set[str] = set()
    for truth in sorted(folder.glob("*.truth.json")):
        _gather(json.loads(truth.read_text(encoding="utf-8")), found)
    return found


def _gather(value: object, into: set[str]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"name", "patient", "customer"} and isinstance(inner, str) and inner:
                into.add(inner)
            _gather(inner, into)
    elif isinstance(value, list):
        for inner in value:
            _gather(inner, into)


def test_every_name_of_the_samples_is_found_by_full_pinyin_and_by_initials(
    shared_data: pathlib.Path,
) -> None:
    names = _names(shared_data / "clinic")

    missing = []
    for name in names:
        keys = keys_of(Findable(names=(name,)))
        for spoken in readings(name)[:1]:
            ways = "".join(spoken), "".join(syllable[0] for syllable in spoken)
            missing += [(name, way) for way in ways if f"{Found.NAME}{way}" not in keys]

    assert len(names) > 40
    assert missing == []


@given(st.text())
@example("水光针2次,wx_a々〆ハん한ßﬁ½")
def test_runs_are_told_apart_letter_by_letter(words: str) -> None:
    def kind(letter: str) -> bool | None:
        return is_character(letter) if letter.isalnum() else None

    letters = itertools.groupby(plain(words), kind)
    expected = [(is_written, "".join(run)) for is_written, run in letters if is_written is not None]
    assert list(runs(plain(words))) == expected
