"""The words by which a fact in a message is known, in Chinese as it is typed and some English."""

import re
from typing import Final

from crm_desktop.domain.records import Relation, Sex

KIN: Final[dict[str, tuple[Relation, Sex | None]]] = {
    **dict.fromkeys(("老公", "先生", "丈夫", "她老公", "husband"), (Relation.HUSBAND, Sex.MALE)),
    **dict.fromkeys(("男朋友", "男友", "未婚夫", "boyfriend"), (Relation.PARTNER, Sex.MALE)),
    **dict.fromkeys(
        ("大女儿", "小女儿", "二女儿", "女儿", "闺女", "千金", "daughter"),
        (Relation.CHILD, Sex.FEMALE),
    ),
    **dict.fromkeys(("大儿子", "小儿子", "二儿子", "儿子", "son"), (Relation.CHILD, Sex.MALE)),
    **dict.fromkeys(
        ("大宝", "二宝", "小宝", "三宝", "老大", "老二", "孩子", "宝宝", "小孩", "child"),
        (Relation.CHILD, None),
    ),
    **dict.fromkeys(
        ("妈妈", "母亲", "婆婆", "岳母", "老妈", "mother", "mum", "mom"),
        (Relation.PARENT, Sex.FEMALE),
    ),
    **dict.fromkeys(
        ("爸爸", "父亲", "公公", "岳父", "老爸", "father", "dad"), (Relation.PARENT, Sex.MALE)
    ),
    **dict.fromkeys(("姐姐", "妹妹", "sister"), (Relation.SIBLING, Sex.FEMALE)),
    **dict.fromkeys(("哥哥", "弟弟", "brother"), (Relation.SIBLING, Sex.MALE)),
    **dict.fromkeys(("闺蜜", "best friend"), (Relation.FRIEND, None)),
}
"""What people of a family are called, longer words before those they end in."""

KIN_WORD: Final = re.compile(
    "|".join(
        rf"\b{word}\b" if word.isascii() else word for word in sorted(KIN, key=len, reverse=True)
    ),
    re.IGNORECASE,
)

MARK: Final = r"(?:[农農阴陰旧阳陽公新][历曆]|lunar)"
_CHINESE_DAY: Final = (
    r"(?:初[一二三四五六七八九十]|[廿卅][一二三四五六七八九]?|[一二三四五六七八九十]{1,3}|\d{1,2})"
)
_MONTHS: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
DAY: Final = re.compile(
    rf"{MARK}?\s*(?:"
    rf"(?:(?:\d{{4}}|\d{{2}}|[〇零一二三四五六七八九]{{4}})\s*年\s*)?[闰閏]?"
    rf"(?:[正冬腊臘元]|十[一二]?|[一二三四五六七八九]|\d{{1,2}})\s*月[大小]?\s*{_CHINESE_DAY}\s*[日号號]?"
    r"|(?:19|20)\d{2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}"
    r"|(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)"
    r"|(?<![\d./-])\d{1,2}[./-]\d{1,2}(?![\d./-])"
    r"|(?:(?<=生日)|(?<=生日是)|(?<=农历)|(?<=阴历)|(?<=birthday))\s?"
    r"(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}\b(?:,?\s+\d{{4}})?"
    rf"|\b{_MONTHS}\.?\s+\d{{1,2}}\b(?:,?\s+\d{{4}})?"
    rf")(?:\s?[(（]{MARK}[)）]|\s?{MARK}(?!的?\s*[\d闰閏正冬腊臘元十一二三四五六七八九〇零]))?",
    re.IGNORECASE,
)
LOOSE_DAY: Final = re.compile(r"\d{1,2}[./-]\d{1,2}")
"""A day that may as well be a price or a share: taken for sure only where a word says so."""

BORN: Final = re.compile(r"生日|出生|生的|生于|birthday|born", re.IGNORECASE)
BORN_AFTER: Final = re.compile(r"\s*生(?![日活气病意效产])")
"""生 right behind a day, as in 9月3日生."""

WEDDING: Final = re.compile(r"结婚|纪念日|领证|wedding|anniversary", re.IGNORECASE)

PHONE: Final = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)", re.ASCII)
WECHAT: Final = re.compile(
    r"(?:微信|wechat|weixin|vx|wx|薇信|v信)\s*(?:号|id|是|[:：])*\s*(?P<id>[A-Za-z][-\w]{4,19})(?![-\w])",
    re.IGNORECASE | re.ASCII,
)

ALLERGY: Final = re.compile(
    r"(?:对|會对|会对)?(?P<what>[^对，,。;；\s]{1,12}?)(?:会|容易|严重|有点)?过敏|过敏(?:源|史)?[:：]\s*(?P<list>.+)"
    r"|allergic to (?P<english>[\w ]{2,40})",
    re.IGNORECASE,
)
TABOO: Final = re.compile(
    r"(?:从来|都|也|基本)?(?:不(?:太|大|能|可以|可|再)?(?:喜欢|爱吃|爱喝|爱|吃|喝|碰|沾|收)|忌口|忌|讨厌|别送|不要送)[:：]?\s*(?P<what>.+)"
    r"|(?:does not|doesn't|do not|never|no longer) (?:like|eat|eats|drink|want)s? (?P<english>.+)"
    r"|(?:hates|dislikes|avoids) (?P<other>.+)",
    re.IGNORECASE,
)
LIKE: Final = re.compile(
    r"(?:最近|非常|特别|超|很|最|也|比较){0,3}(?:喜欢|喜爱|偏爱|爱好|迷上了?|爱吃|爱喝|最爱)[:：]?\s*(?P<what>.+)"
    r"|(?:likes|loves|enjoys|prefers) (?P<english>.+)",
    re.IGNORECASE,
)
PROMISE: Final = re.compile(
    r"^(?:我)?(?:答应|承诺|说好)(?:了|过)?(?:给她|她|给您|给你)?(?:要)?(?P<what>.+)"
    r"|^(?P<next>下次(?:来)?(?:要)?(?:给她|给您|给你)?(?:带|送|做|打|拿|准备).+)"
    r"|^(?:记得|别忘了)(?P<mind>(?:给|帮|替)?.+)"
    r"|^promised (?:her )?(?:to )?(?P<english>.+)",
    re.IGNORECASE,
)
WANTS: Final = re.compile(
    r"(?:想要?(?:做|试试|试|了解|打)|考虑(?:一下)?做?|打算做|准备做|问了?(?:一下)?|咨询|对)\s*(?P<what>[^，,。]{2,16}?)"
    r"(?:项目)?(?:感兴趣|多少钱|的?价格|怎么样)?$"
    r"|(?:wants to try|wants|is thinking about|asked about) (?P<english>[\w ]{2,40})",
    re.IGNORECASE,
)
GIVEN: Final = re.compile(
    r"(?:给她|给您)?(?:送|寄|买)(?:给她|给您|她|您)?了(?:给她)?(?P<what>[^，,。\s]{1,30})"
    r"|^(?:gave|sent) (?:her )?(?P<english>[\w ]{2,40})",
    re.IGNORECASE,
)
OCCASION: Final = re.compile(
    r"生日|结婚纪念日|春节|过年|中秋|端午|圣诞|情人节|女神节|三八|七夕|国庆|元旦"
)
REACTION: Final = re.compile(
    r"^(?:她|对方|姐)?(?:说)?(?:也|都|还|特别|非常|很|超|挺|不太|不)*(?:喜欢|满意|开心|高兴|感动|惊喜|一般|发了朋友圈).*$"
    r"|^(?:she )?(?:loved|liked|did not like|was happy).*$",
    re.IGNORECASE,
)
COMES: Final = re.compile(
    r"来|到店|过来|复查|复诊|预约|约|联系|打电话|回访|跟进|提醒|问|聊|call|come|check|follow",
    re.IGNORECASE,
)
NAMED: Final = re.compile(
    r"^(?:的)?(?:名字)?(?:叫做?|名叫|是叫)(?P<name>[\u4e00-\u9fff·]{1,6})$"
    r"|^(?:is )?called (?P<english>[\w ]{2,20})$",
    re.IGNORECASE,
)

AHEAD: Final = {
    "今天": 0,
    "今晚": 0,
    "明天": 1,
    "明晚": 1,
    "后天": 2,
    "大后天": 3,
    "tomorrow": 1,
    "today": 0,
}
AGO: Final = {"前天": 2, "昨天": 1, "昨晚": 1, "今天": 0}
LONG_AGO: Final = re.compile(r"上次|上回|之前|以前|去年|前年|上个?月|上周|上星期")
DAY_OF_MONTH: Final = re.compile(
    r"(?:(?P<month>下个?月|这个?月|本月)|(?<![\d月.]))(?P<day>\d{1,2})[日号號](?![楼线店院])"
)
SOON: Final = re.compile(
    r"(?P<named>大后天|后天|明天|明晚|今天|今晚|tomorrow|today)"
    r"|(?P<weeks>下下|下|这|本)?(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
    r"|(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,2})(?P<unit>天|周|个?星期|个?月)(?:之?后|以后)"
    r"|in (?P<many>\d{1,3}) (?P<units>days?|weeks?|months?)",
    re.IGNORECASE,
)
WEEKDAYS: Final = "一二三四五六日"

CHAT_HEAD: Final = re.compile(
    r"^\s*(?P<who>[^\d:：\[\]]{0,30}?)\s*"
    r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s*)?(?:周.|星期.|昨天|今天|前天|上午|下午|晚上|凌晨|中午|早上|AM|PM|\s)*"
    r"\d{1,2}:\d{2}(?::\d{2})?\s*(?:AM|PM)?\s*$",
    re.IGNORECASE,
)
CHAT_DAY: Final = re.compile(
    r"^[\s—–\-=─·*]*(?:(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?<=[—–\-=─·*\s])\d{1,2}月\d{1,2}日)"
    r"\s*(?:周.|星期.)?[\s—–\-=─·*]*$"
)
"""A line that parts the days of a chat, and is nobody's birthday."""

CHAT_TIME: Final = re.compile(
    r"^\s*[\[(（]?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+)?\d{1,2}:\d{2}(?::\d{2})?[\])）]?\s+"
)
SPEAKER: Final = re.compile(r"^(?P<who>[^\s:：，,。\d]{1,12})\s*[:：]\s*(?P<said>.+)$")
IDLE: Final = re.compile(
    r"^(?:\[[^\]]{1,12}\]|(?:好的?[呢哒吧呀啊]?){1,3}|嗯+|哦+|噢|哈+|呵+|谢谢(?:你|您|亲)?|在吗?|你好|您好|ok|okay|hi|hello|收到|没事|(?:我)?(?:记得|记住|知道|明白)|是的|对的?|亲|可以|行|拜拜|早|晚安|早上好)[~～!！。.呀啊的了呢啦]*$",
    re.IGNORECASE,
)

PROJECTS: Final = (
    "热玛吉", "超声炮", "热拉提", "水光", "光子嫩肤", "皮秒", "超皮秒", "双眼皮", "埋线",
    "隆鼻", "玻尿酸", "瘦脸针", "肉毒", "除皱", "脂肪填充", "线雕", "刷酸", "果酸",
    "点阵", "脱毛", "祛斑", "美白针", "胶原", "嗨体", "童颜针", "少女针", "濡白天使",
    "乔雅登", "牙齿矫正", "纹眉", "祛眼袋", "吸脂", "丰胸", "隆胸",
)  # fmt: skip
"""Projects everybody in the trade knows; those of her own book are added."""
