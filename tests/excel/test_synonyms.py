import pathlib

import pytest

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.excel.mapping import field_of
from crm_desktop.excel.synonyms import Synonyms, load_synonyms, normalised


def test_every_field_has_headings(synonyms: Synonyms) -> None:
    assert {*synonyms.by_heading.values(), *synonyms.clinic.values()} == set(Field)
    assert set(synonyms.bills.values()) == set(BillField)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("姓名", Field.NAME),
        ("＊客户姓名（必填）", Field.NAME),
        ("顾客名字", Field.NAME),
        ("Name", Field.NAME),
        ("出生日期", Field.BIRTHDAY),
        ("D.O.B.", Field.BIRTHDAY),
        ("先生生日", Field.HUSBAND_BIRTHDAY),
        ("Husband's Birthday", Field.HUSBAND_BIRTHDAY),
        ("手 机 号 码", Field.PHONE),
        ("联系方式(手机)", Field.PHONE),
        ("子女生日", Field.CHILDREN),
        ("孩子数量", Field.CHILDREN_COUNT),
        ("喜好/忌口", Field.PREFERENCES),
        ("喜好", Field.LIKES),
        ("忌口", Field.TABOOS),
        ("意向项目", Field.POTENTIAL),
        ("Wedding Anniversary", Field.WEDDING),
        ("会员卡号", Field.CARD_NUMBER),
        ("大宝生日", Field.CHILDREN),
    ],
)
def test_natural_headings_are_known(synonyms: Synonyms, heading: str, field: Field) -> None:
    found = field_of(heading, synonyms)

    assert found is not None
    assert found[0] is field


@pytest.mark.parametrize("heading", ["身份证号", "紧急联系人", "库存", "", "(备用)"])
def test_other_headings_are_not(synonyms: Synonyms, heading: str) -> None:
    assert field_of(heading, synonyms) is None


def test_heading_under_two_fields_is_refused(tmp_path: pathlib.Path) -> None:
    table = tmp_path / "synonyms.toml"
    table.write_text(
        "veto=[]\ntotals=[]\nsignatures=[]\nsamples=[]\nneutral=[]\n[people]\n"
        '[children]\nlabels=[]\n[fields]\nname=["客户"]\nnotes=["客 户"]\n',
        encoding="utf-8",
    )

    with pytest.raises(ValueError, match="客户"):
        load_synonyms(table)


def test_normalised_leaves_letters_and_digits() -> None:
    assert normalised(" ＱＱ-号 / 1：\n") == "qq号1"
