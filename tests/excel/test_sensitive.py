"""What leaves is called what it is, and says the same with a workbook around it or without."""

import dataclasses
from collections.abc import Collection

import pytest

from crm_desktop.domain.exporting import Recipient, Sensitivity
from crm_desktop.excel.row_text import RowText, said_of
from crm_desktop.excel.sensitive import SENSITIVE, WORDS
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.excel.workbook_layout import SHEETS, choices_for, chosen
from crm_desktop.excel.workbook_writer import OutgoingWorkbook
from tests.excel.test_workbook_writer import NOW, made, opened
from tests.folders import FULL


def test_the_cover_names_what_is_sensitive_among_the_columns_that_went() -> None:
    def said(recipient: Recipient, columns: Collection[str] | None = None) -> object:
        rows = opened(made(recipient, columns=columns))["说明"].iter_rows(values_only=True)
        return {row[0]: row[1] for row in rows}.get("含敏感信息")

    assert str(said(Recipient.ME)).startswith("不宜外传的私密内容、健康与过敏、治疗项目、收入")
    assert "私密" not in str(said(Recipient.MANAGER))
    assert str(said(Recipient.MANAGER, ("client.allergies", "visit.paid"))).startswith(
        "健康与过敏、消费金额。"
    )
    assert said(Recipient.MANAGER, ("client.tier",)) is None
    assert said(Recipient.FLORIST) is None


def test_every_column_called_sensitive_is_there() -> None:
    keys = {sheet.full_key(column) for sheet in SHEETS for column in sheet.columns}
    marked = {choice.key for choice in choices_for(Recipient.ME) if choice.sensitive is not None}

    assert set(SENSITIVE) <= keys
    assert marked == set(SENSITIVE)
    assert set(WORDS) == set(Sensitivity)


@pytest.mark.parametrize("recipient", [Recipient.ME, Recipient.MANAGER])
@pytest.mark.parametrize("mask_phones", [False, True])
def test_what_rows_say_without_a_workbook_is_what_they_say_in_it(
    recipient: Recipient, *, mask_phones: bool
) -> None:
    long = dataclasses.replace(
        FULL, client=dataclasses.replace(FULL.client, notes="长" * 40_000 + "\r\n13800138000")
    )
    order = SheetOrder(recipient=recipient, book_uid="", exported_at=NOW, mask_phones=mask_phones)
    workbook = OutgoingWorkbook(order)
    workbook.add(long)

    texts = [
        RowText(sheet, columns, recipient, mask_phones=mask_phones)
        for sheet, columns in chosen(recipient)
    ]
    assert {part: said for _, part, said in workbook.said} == said_of(texts)(long)
