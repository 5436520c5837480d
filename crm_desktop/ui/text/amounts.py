"""Money on the screen: fen in, `¥236,800` out, and back."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication

from crm_desktop.ui.text.discretion import discreet

_FEN = 100
_THOUSAND, _TEN_THOUSAND = 1_000, 10_000
_LARGEST = Decimal(10) ** 12
_UNITS = {"万": Decimal(10_000), "w": Decimal(10_000), "千": Decimal(1_000), "k": Decimal(1_000)}
_AMOUNT = re.compile(r"([+-]?)([0-9]+(?:\.[0-9]*)?|\.[0-9]+)([万千wk]?)", re.IGNORECASE)


def money(fen: int) -> str:
    """Return `¥236,800`, `***` in desk mode; fen only where there are any: `¥168.50`."""
    return discreet(f"{'-' if fen < 0 else ''}¥{plain_amount(abs(fen))}")


def plain_amount(fen: int) -> str:
    """Return the amount without a sign for the currency, as it stands in a field."""
    yuan, rest = divmod(abs(fen), _FEN)
    sign = "-" if fen < 0 else ""
    return f"{sign}{yuan:,}.{rest:02d}" if rest else f"{sign}{yuan:,}"


def short_money(fen: int) -> str:
    """Return about how much it is: `¥237k` or `¥23.7 万`, the whole amount while it is small."""
    word = QCoreApplication.translate("Amounts", "{figures}k")
    unit = _TEN_THOUSAND if "万" in word else _THOUSAND
    yuan = abs(fen) / _FEN
    if yuan < unit:
        return money(round(fen / _FEN) * _FEN)
    figures = f"{yuan / unit:.1f}".removesuffix(".0")
    return discreet(f"{'-' if fen < 0 else ''}¥{word.format(figures=figures)}")


def money_from(typed: str) -> int | None:
    """Return the fen of what she typed (`1,200`, `¥168.5`, `2万`), None if it is no amount."""
    text = unicodedata.normalize("NFKC", typed)
    text = text.replace(",", "").replace("¥", "").replace("元", "")
    match = _AMOUNT.fullmatch("".join(text.split()))
    if match is None:
        return None
    sign, figures, unit = match.groups()
    try:
        yuan = Decimal(figures) * _UNITS.get(unit.lower(), Decimal(1))
    except InvalidOperation:
        return None
    fen = yuan * _FEN
    if yuan > _LARGEST or fen != fen.to_integral_value():
        return None
    return -int(fen) if sign == "-" else int(fen)
