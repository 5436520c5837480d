"""Words of gifts and cards: what is meant by them, and what only looks like it."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

ROSES: Final = ("玫瑰", "月季", "蔷薇", "蓝色妖姬", "rose", "roses")
LOGO: Final = ("标志", "店标", "商标", "logo", "logos")
_FLOWERS: Final = ("flowers", "bouquet", "carnation", "carnations", "tulips", "peonies", "roses")
TREATMENTS: Final = (
    "治疗", "疗程", "手术", "术后", "注射", "面诊", "复诊", "复查", "玻尿酸", "水光", "热玛吉",
    "热拉提", "超声炮", "光子", "激光", "皮秒", "肉毒", "瘦脸", "除皱", "填充", "双眼皮", "隆鼻",
    "吸脂", "祛斑", "微整", "拉皮", "线雕", "打针", "植发", "恢复期", "消肿",
    "拆线", "皮肤管理", "botox", "filler", "treatment", "surgery",
)  # fmt: skip

# Compounds in which a word means something else: 凤梨 is no 梨, and 钟爱 no clock.
_OTHER_MEANING: Final[dict[str, tuple[str, ...]]] = {
    "玫瑰": ("玫瑰金", "玫瑰色", "玫瑰红", "玫瑰精油", "玫瑰花茶", "玫瑰茶", "玫瑰纯露", "鲜花饼"),
    "rose": ("rose gold", "rose oil", "rose tea", "rose wine"),
    "标志": ("标志性",),
    "钟": ("钟爱", "钟情", "钟意", "分钟", "钟薛高", "钟灵", "钟楼"),
    "梨": ("凤梨", "花梨", "鳄梨", "梨花", "梨涡"),
    "伞": ("降落伞", "滑翔伞"),
    "鞋": ("鞋柜",),
    "刀": ("剃须刀", "刮胡刀", "刀削面"),
    "菊花": ("菊花茶", "菊花枕"),
    "手帕": ("手帕纸",),
    "水光": ("水光潋滟", "水光山色"),
}
# What a word for an allergy takes in; the list warns, it does not diagnose.
_TAKES_IN: Final[dict[str, tuple[str, ...]]] = {
    "花粉": ("花", "百合", "康乃馨", "绣球", "郁金香", "向日葵", "flower", "lily", "lilies"),
    "坚果": ("核桃", "杏仁", "腰果", "开心果", "夏威夷果", "碧根果", "巴旦木", "榛", "松子"),
    "海鲜": ("虾", "蟹", "贝", "鱼", "海参", "鲍", "生蚝"),
    "酒精": ("酒",),
    "鸡蛋": ("蛋糕", "蛋挞"),
    "牛奶": ("奶", "芝士", "蛋糕", "冰淇淋"),
    "乳糖": ("奶", "芝士", "蛋糕", "冰淇淋"),
    "麸质": ("蛋糕", "面包", "饼干"),
    "香味": ("香薰", "香水", "精油", "香氛"),
    "香精": ("香薰", "香水", "精油", "香氛"),
}
_ITSELF: Final = {"花粉": ("花茶", "花生", "花胶", "永生花", "花瓶")}
"""What `花` of 花粉 does not mean."""

_NOT: Final = re.compile(
    r"(?:不要|不含|不带|不印|不放|不|无|没有|去掉|非|勿|别|no |not |without )\s*$"
)
_QUANTITY: Final = re.compile(
    r"^[0-9一二两三四五六七八九十半]+(?:个|只|盒|束|套|件|份|瓶|支|枝|朵|条|箱|斤|磅|寸|英寸|对)"
    r"|[x×*][0-9]+$|[0-9]+(?:ml|g|kg|寸|磅|英寸)$"
)
_TYPED_APART: Final = re.compile(r"[\s,，、;；/|+＋和与及]+")
_BEFORE: Final = re.compile(
    r"^(?:对|不吃|不喝|不喜欢|不能吃|不能喝|不要|忌口?|怕|讨厌|不爱|别送|勿送|不)+"
)
_AFTER: Final = re.compile(r"(?:严重|轻微|有点)?(?:过敏|不耐受|类|味道?|的|制品)+$")
_ALLERGIC: Final = (
    re.compile(r"对([^，。；;,.\n]{1,20}?)(?<!不)(?<!无)过敏"),
    re.compile(r"(?:^|[，。；;,.\s])([^，。；;,.\s对无不]{1,10}?)过敏(?!史|原|源|[:：])"),
    re.compile(r"过敏(?:史|原|源)?[:：]\s*([^。；;\n]+)"),
    re.compile(r"allergic to ([^.;\n]+)"),
    re.compile(r"\b([a-z]+) allergy\b"),
)
_NONE: Final = frozenset({"无", "没有", "暂无", "未知", "none", "no"})


def plain(text: str) -> str:
    """Return the text in one width and case: ＬＯＧＯ as logo."""
    return unicodedata.normalize("NFKC", text).casefold()


def core(item: str) -> str:
    """Return what an item is, without signs, sizes and how many: `一束 百合花束` as 百合花束."""
    text = "".join(char for char in plain(item) if char.isalnum() or char in "×*")
    before = ""
    while before != text:
        before, text = text, _QUANTITY.sub("", text)
    return text


def found(text: str, words: Iterable[str]) -> str:
    """Return the first of `words` that `text` means, "" for none.

    Not meant is what is denied (不带logo), a Latin word within another (rosemary), and a
    compound that stands for something else.
    """
    searched = plain(text)
    for word in words:
        wanted = plain(word).strip()
        if wanted and _means(searched, wanted):
            return word.strip()
    return ""


def terms(text: str) -> tuple[str, ...]:
    """Return the things a taboo or an allergy names: `对芒果过敏、不吃香菜` names 芒果 and 香菜."""
    parts = (_AFTER.sub("", _BEFORE.sub("", part)) for part in _TYPED_APART.split(plain(text)))
    return tuple(dict.fromkeys(part for part in parts if part and part not in _NONE))


def allergies(notes: str) -> tuple[str, ...]:
    """Return what free notes on her health say she is allergic to."""
    text = plain(notes)
    named = [hit for pattern in _ALLERGIC for hit in pattern.findall(text)]
    return tuple(dict.fromkeys(term for words in named for term in terms(words)))


def clashes(item: str, term: str) -> bool:
    """Tell whether an item is, or has in it, what `term` names."""
    if found(item, (term,)):
        return True
    searched = plain(item)
    for word in _ITSELF.get(term, ()):
        searched = searched.replace(word, "")
    return bool(found(searched, _TAKES_IN.get(term, ())))


def is_flowers(item: str) -> bool:
    """Tell whether an item is, or has in it, fresh flowers."""
    return clashes(item, "花粉") or bool(found(item, (*ROSES, *_FLOWERS)))


def _means(text: str, word: str) -> bool:
    if word not in text:
        return False
    masked = text
    for compound in _OTHER_MEANING.get(word, ()):
        if compound != word:
            masked = masked.replace(compound, "\0" * len(compound))
    return any(
        not _NOT.search(masked[: hit.start()]) for hit in re.finditer(_pattern(word), masked)
    )


def _pattern(word: str) -> str:
    """Return the pattern of a word; a Latin one stands alone, beside Chinese it may stand."""
    bound = "[a-z0-9]" if word.isascii() else "(?!)"
    return f"(?<!{bound}){re.escape(word)}(?!{bound})" if word.isascii() else re.escape(word)
