"""Where a gift is usually ordered: a cake at the cake shop, flowers at the florist."""

from collections.abc import Collection
from typing import Final

from crm_desktop.domain.gift_words import is_flowers, plain
from crm_desktop.domain.records import Supplier

_CAKES: Final = ("蛋糕", "甜品", "甜点", "西点", "烘焙", "慕斯", "cake", "pastr", "patiss", "bake")
_SCENTS: Final = ("香薰", "香氛", "精油", "蜡烛", "oil", "candle", "scent", "aroma", "lamp")
_FLORIST: Final = ("花", "flor", "flower", "bouquet")


def supplier_for(item: str, suppliers: Collection[Supplier]) -> Supplier | None:
    """Return the first supplier who sells what the item is, None where nobody says so.

    What they sell counts before what they are called: 花样烘焙 sells cakes.
    """
    wares = _wares(item)
    if not wares:
        return None
    by_trade = (one for one in suppliers if _names(one.trade, wares))
    by_name = (one for one in suppliers if not one.trade and _names(one.name, wares))
    return next(by_trade, None) or next(by_name, None)


def _wares(item: str) -> tuple[str, ...]:
    """Return the words of the shop an item is from; a cake with flowers on it is a cake."""
    for wares in (_CAKES, _SCENTS):
        if _names(item, wares):
            return wares
    return _FLORIST if is_flowers(item) else ()


def _names(text: str, words: tuple[str, ...]) -> bool:
    searched = plain(text)
    return any(word in searched for word in words)
