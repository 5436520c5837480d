"""Contact cards in every dialect: what is said is found, wherever a phone hides it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.errors import Cancelled, ContactsTooMany, CrmError, NoContacts
from crm_desktop.domain.records.enums import Relation
from crm_desktop.phone import card_reader
from crm_desktop.phone.card_reader import read_cards
from tests.phone.cards import card_of, said_of


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (("FN:王小明", "N:王;小明;;;"), "王小明"),
        (("FN:小明 王", "N:王;小明;;;"), "王小明"),
        (("N:欧阳;娜娜",), "欧阳娜娜"),
        (("N:王小明;;;;",), "王小明"),
        (("FN:Anna Lee", "N:Lee;Anna;;;"), "Anna Lee"),
        (("N:Lee;Anna;Mary;;",), "Anna Mary Lee"),
        (("FN:", "N:;;;;", "NICKNAME:王姐"), "王姐"),
        (("ORG:花店;前台",), "花店"),
        (("EMAIL:a@example.com",), "a@example.com"),
        ((r"FN:王\, 小明",), "王, 小明"),
        (("FN:王 ", " 小明"), "王 小明"),
        (("item1.FN:王小明",), "王小明"),
        (("fn;charset=utf-8:王小明",), "王小明"),
        (("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E7=8E=8B=E5=B0=8F=", "=E6=98=8E"), "王小明"),
        (("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=GBK:=CD=F5=D0=A1=C3=F7",), "王小明"),
        (("FN;QUOTED-PRINTABLE:=E7=8E=8B",), "王"),
        (("FN;CHARSET=nonsense:王小明",), "王小明"),
        (("TEL:13900000001",), ""),
    ],
)
def test_names(said: tuple[str, ...], name: str) -> None:
    assert said_of(Field.NAME, *said) == name


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_every_encoding_is_recognised(encoding: str) -> None:
    card = card_of("FN:王小明", "TEL;CELL:13900000001", version="2.1", encoding=encoding)

    assert card.texts == {Field.NAME: "王小明", Field.PHONE: "13900000001"}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("BDAY:1984-06-01", "1984-06-01"),
        ("BDAY:19840601", "1984-06-01"),
        ("BDAY;VALUE=date:1984-06-01", "1984-06-01"),
        ("BDAY:1984-06-01T00:00:00Z", "1984-06-01"),
        ("BDAY:19840601T083000+0800", "1984-06-01"),
        ("BDAY:1984-05-31T16:00:00Z", "1984-06-01"),
        ("BDAY:19840531T160000Z", "1984-06-01"),
        ("BDAY:1984-05-31T16:00:00", "1984-05-31"),
        ("BDAY:--0601", "6月1日"),
        ("BDAY:--06-01", "6月1日"),
        ("BDAY:--0229", "2月29日"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-06-01", "6月1日"),
        ("BDAY:1604-06-01", "6月1日"),
        ("BDAY:0001-06-01", "6月1日"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-06-01", "6月1日"),
        ("BDAY;VALUE=text:circa 1800", "circa 1800"),
        ("BDAY:1984", "1984"),
        ("X-ALTBDAY;CALSCALE=chinese:007800010601", "农历1984年6月1日"),
        ("X-ALTBDAY;CALSCALE=chinese:0078000110L01", "农历1984年闰10月1日"),
        ("X-ALTBDAY;CALSCALE=chinese:007700600601", "农历1983年6月1日"),
        ("X-ALTBDAY;CALSCALE=chinese:--0815", "农历8月15日"),
        ("X-ALTBDAY;CALSCALE=hebrew:57440601", ""),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1984-06-01;3;;", "1984-06-01"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--06-01;3", "6月1日"),
    ],
)
def test_birthdays(said: str, day: str) -> None:
    assert said_of(Field.BIRTHDAY, "FN:王小明", said) == day


def test_a_lunar_birthday_comes_before_the_solar_one_beside_it() -> None:
    days = ("BDAY:1984-06-29", "X-ALTBDAY;CALSCALE=chinese:007800010601")

    assert said_of(Field.BIRTHDAY, *days) == said_of(Field.BIRTHDAY, *reversed(days))
    assert said_of(Field.BIRTHDAY, *days) == "农历1984年6月1日"


@pytest.mark.parametrize(
    "said",
    [
        ("ANNIVERSARY:20090808",),
        ("X-ANNIVERSARY:2009-08-08",),
        ("X-EVOLUTION-ANNIVERSARY:2009-08-08",),
        ("X-MS-ANNIVERSARY:20090808",),
        ("item1.X-ABDATE;type=pref:2009-08-08", "item1.X-ABLabel:_$!<Anniversary>!$_"),
        ("item2.X-ABLabel:结婚纪念日", "item2.X-ABDATE:2009-08-08"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2009-08-08;1;;;",),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2009-08-08;0;结婚纪念日;",),
    ],
)
def test_wedding_days(said: tuple[str, ...]) -> None:
    assert said_of(Field.WEDDING, *said) == "2009-08-08"


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        (("X-SPOUSE:李雷",), Relation.HUSBAND),
        (("X-EVOLUTION-SPOUSE:李雷",), Relation.HUSBAND),
        (("RELATED;TYPE=spouse;VALUE=text:李雷",), Relation.HUSBAND),
        (("item1.X-ABRELATEDNAMES:李雷", "item1.X-ABLabel:_$!<Spouse>!$_"), Relation.HUSBAND),
        (("item1.X-ABRELATEDNAMES:李雷", "item1.X-ABLabel:_$!<Wife>!$_"), Relation.WIFE),
        (("item1.X-ABRELATEDNAMES:李雷", "item1.X-ABLabel:老公"), Relation.HUSBAND),
        (("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;李雷;14;;",), Relation.HUSBAND),
        (("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;李雷;0;女友",), Relation.PARTNER),
    ],
)
def test_spouses(said: tuple[str, ...], relation: Relation) -> None:
    card = card_of("FN:王小明", *said)

    assert (card.texts[Field.HUSBAND_NAME], card.partner) == ("李雷", relation)


def test_children_keep_the_spaces_of_their_names() -> None:
    card = card_of(
        "FN:王小明",
        "item1.X-ABRELATEDNAMES:Anna Lee",
        "item1.X-ABLabel:_$!<Child>!$_",
        "item2.X-ABRELATEDNAMES:朵朵",
        "item2.X-ABLabel:女儿",
        "item3.X-ABRELATEDNAMES:王老",
        "item3.X-ABLabel:_$!<Father>!$_",
        "RELATED;TYPE=child:urn:uuid:1",
    )

    assert card.children == ("Anna Lee", "朵朵")


def test_phones_come_the_preferred_one_first_and_without_fax() -> None:
    card = card_of(
        "FN:王小明",
        "TEL;HOME:010-66668888",
        "TEL;TYPE=CELL,pref:+86 139 0000 0001",
        "TEL;WORK;FAX:010-66669999",
        "TEL;VALUE=uri:tel:+1-418-656-9254;ext=102",
        "TEL;TYPE=cell:010-66668888",
    )

    assert card.texts[Field.PHONE] == "+86 139 0000 0001、010-66668888、+1-418-656-9254"


@pytest.mark.parametrize(
    ("field", "said", "text"),
    [
        (Field.DISPLAY_NAME, "NICKNAME:王姐,小王", "王姐"),
        (Field.DISPLAY_NAME, "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;王姐;1;;", "王姐"),
        (Field.NOTES, r"NOTE:喜欢百合\n不吃香菜\;真的", "喜欢百合\n不吃香菜;真的"),
        (Field.ADDRESS, "ADR;TYPE=home:;;花园路 1 号;上海市;;200000;中国", "中国上海市花园路 1 号"),
        (
            Field.ADDRESS,
            "ADR:;;1 Main St;Anywhere;IL;62701;US",
            "1 Main St, Anywhere, IL, 62701, US",
        ),
        (Field.OCCUPATION, "ORG:晨光画室;教学部", "晨光画室"),
        (Field.OCCUPATION, "TITLE:画师", "画师"),
        (Field.SEX, "GENDER:F", "女"),
        (Field.SEX, "X-GENDER:Male", "男"),
        (Field.WECHAT, "X-WECHAT:wxid", "wxid"),
        (Field.WECHAT, "IMPP;X-SERVICE-TYPE=微信号;type=pref:x-apple:wxid", "wxid"),
        (Field.WECHAT, "X-SOCIALPROFILE;type=wechat:x-apple:wxid", "wxid"),
        (Field.QQ, "X-QQ:12345678", "12345678"),
        (Field.QQ, "IMPP;X-SERVICE-TYPE=QQ:qq:12345678", "12345678"),
    ],
)
def test_other_fields(field: Field, said: str, text: str) -> None:
    assert said_of(field, "FN:王小明", said) == text


def test_pictures_are_passed_over_folded_or_not() -> None:
    card = card_of(
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ",
        " SkZJRgABAQ==",
        "PHOTO;BASE64:",
        "/9j/4AAQSkZJRgABAQAAAQ",
        "",
        "FN:王小明",
        "NOTE:" + "长" * 40_000,
    )

    assert card.texts == {Field.NAME: "王小明"}


def test_groups_and_cards_within_cards_are_nobody() -> None:
    text = (
        "BEGIN:VCARD\nFN:家人\nX-ADDRESSBOOKSERVER-KIND:group\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:王小明\nAGENT:\nBEGIN:VCARD\nFN:助理\nEND:VCARD\nTEL:1\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:没有结尾\nBEGIN:VCARD\nFN:李小红"
    )

    cards = read_cards(text.encode(), "cards.vcf")

    names = [(card.number, card.texts[Field.NAME]) for card in cards]
    assert names == [(1, "王小明"), (2, "没有结尾"), (3, "李小红")]
    assert cards[0].texts[Field.PHONE] == "1"


@pytest.mark.parametrize("data", [b"", b"\0" * 500, b"PK\x03\x04" + bytes(range(256)), b"a,b\n1,2"])
def test_a_file_without_a_card_is_refused(data: bytes) -> None:
    with pytest.raises(NoContacts):
        read_cards(data, "cards.vcf")


def test_more_cards_than_an_address_book_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_reader, "MOST_CARDS", 2)

    with pytest.raises(ContactsTooMany):
        read_cards(b"BEGIN:VCARD\nFN:a\n" * 3, "cards.vcf")


def test_reading_stops_when_it_is_asked_to() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_cards(b"BEGIN:VCARD\nFN:a\nEND:VCARD\n" * 300, "cards.vcf", stop)


def test_a_line_of_fifty_megabytes_is_dropped_unread() -> None:
    began = dt.datetime.now(dt.UTC)  # noqa: TID251 - how long it takes is what is asked

    [card] = read_cards(b"BEGIN:VCARD\nNOTE:" + b"x" * 50_000_000 + b"\nFN:Lee\nEND:VCARD", "a")

    assert card.texts == {Field.NAME: "Lee"}
    assert dt.datetime.now(dt.UTC) - began < dt.timedelta(seconds=5)  # noqa: TID251 - as above


_PIECES = st.sampled_from(
    [
        *(b"BEGIN:VCARD\n", b"END:VCARD\n", b"FN:a\n", b"N:;;\n", b"BDAY:--0230\n", b"=\n", b" "),
        *(b";ENCODING=QUOTED-PRINTABLE:", b"X-ALTBDAY:", b"item1.", b"X-ABLabel:", b"AGENT:"),
        *(b"X-ANDROID-CUSTOM:", b"ADR:", b"\\", b'"', b";", b"\xff\xfe", b"CHARSET=utf-7:"),
    ]
)


@given(st.lists(_PIECES | st.binary(max_size=12), max_size=60).map(b"".join))
def test_no_bytes_make_it_fall_over(data: bytes) -> None:
    try:
        cards = read_cards(data, "cards.vcf")
    except CrmError:
        return
    assert all(isinstance(text, str) for card in cards for text in card.texts.values())
