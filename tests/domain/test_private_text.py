"""What is taken out of text before somebody else reads it."""

import pytest

from crm_desktop.domain.private_text import masked_phone, with_mobiles_masked, without_private


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("喜欢安静", "喜欢安静"),
        ("喜欢安静\n【私密】和婆婆不和\n下午有空", "喜欢安静\n下午有空"),
        ("[私] 离过婚", ""),
        ("私密:离过婚", ""),
        ("(保密)离过婚\n好说话", "好说话"),
        ("注重私密性", "注重私密性"),
        ("怕别人知道,要保密", "怕别人知道,要保密"),
    ],
)
def test_lines_marked_as_private_go(text: str, kept: str) -> None:
    assert without_private(text) == kept


@pytest.mark.parametrize(
    ("digits", "masked"),
    [("13800001234", "138****1234"), ("02788881234", "027****1234"), ("110", "***")],
)
def test_the_middle_of_a_number_is_hidden(digits: str, masked: str) -> None:
    assert masked_phone(digits) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("老公 13800001234", "老公 138****1234"),
        ("138 0000 1234 或 139-0000-5678", "138****1234 或 139****5678"),
        ("卡号 420106198501021234", "卡号 420106198501021234"),
        ("wx_1380000", "wx_1380000"),
    ],
)
def test_mobiles_inside_a_text_are_hidden(text: str, masked: str) -> None:
    assert with_mobiles_masked(text) == masked
