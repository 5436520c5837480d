"""What a sheet lists: which name is meant, and what its columns still leave open."""

from collections.abc import Collection, Sequence

import pytest

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.import_plan import ListKind
from crm_desktop.domain.profiles import Profile, from_file, rules_from_json, to_file
from crm_desktop.domain.reading_rules import ReadingRules
from crm_desktop.domain.sheet_lists import Lack, Lists, lacking, said_of

CLIENTS, BILLS, NOTHING = Lists.CLIENTS, Lists.BILLS, Lists.NOTHING


@pytest.mark.parametrize(
    ("lists", "fields", "lacks"),
    [
        (CLIENTS, (), (Lack.NAME,)),
        (CLIENTS, (Field.PHONE, Field.CARD_NUMBER), (Lack.NAME,)),
        (CLIENTS, (Field.NAME,), ()),
        (BILLS, (), (Lack.WHO, Lack.DAY, Lack.WHAT)),
        (BILLS, (BillField.ON, BillField.PAID), (Lack.WHO,)),
        (BILLS, (BillField.NAME, BillField.PROJECT), (Lack.DAY,)),
        (BILLS, (BillField.PHONE, BillField.ON, BillField.DOCTOR), (Lack.WHAT,)),
        (BILLS, (BillField.PHONE, BillField.ON, BillField.PAID), ()),
        (NOTHING, (), ()),
    ],
)
def test_what_is_still_to_be_said(
    lists: Lists, fields: Collection[str], lacks: tuple[Lack, ...]
) -> None:
    assert lacking(lists, fields) == lacks


@pytest.mark.parametrize(
    ("names", "said", "meant"),
    [
        (("甲", "乙"), {"乙": BILLS}, {"乙": BILLS}),
        (("Sheet 1", "乙"), {" sheet  1": NOTHING}, {"Sheet 1": NOTHING}),
        (("11月",), {"10月": BILLS}, {"11月": BILLS}),
        (("11月", "说明"), {"10月": BILLS}, {}),
        (("11月",), {"10月": BILLS, "说明": NOTHING}, {}),
        (("甲",), {}, {}),
    ],
)
def test_a_sheet_is_known_by_its_name_and_the_only_one_under_any(
    names: Sequence[str], said: dict[str, Lists], meant: dict[str, Lists]
) -> None:
    assert said_of(names, said) == meant


def test_what_sheets_list_is_passed_on_with_a_profile() -> None:
    rules = ReadingRules(sheets={"明细": BILLS, "说明": NOTHING})
    profile = Profile(name="名单", kind=ListKind.CLINIC, headings=frozenset({"甲"}), rules=rules)

    assert from_file(to_file(profile)) == profile
    read, unknown = rules_from_json('{"sheets": {"明细": "bills", "新": "stock", "旧": null}}')
    assert (read.sheets, unknown) == ({"明细": BILLS}, ("stock",))
