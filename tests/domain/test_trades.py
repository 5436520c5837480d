"""A cake is ordered at the cake shop, flowers at the florist, what is unknown at nobody's."""

import pytest

from crm_desktop.domain.records import Supplier
from crm_desktop.domain.trades import supplier_for

MARKET = Supplier(id=1, name="花市", trade="绿植、盆景")
BAKER = Supplier(id=2, name="花样烘焙", trade="蛋糕、甜品")
FLORIST = Supplier(id=3, name="栖霞", trade="鲜花")
SCENTS = Supplier(id=4, name="Quiet", trade="Scented candles")
NAMED = Supplier(id=5, name="Rosie's Cakes")
SHOPS = (MARKET, BAKER, FLORIST, SCENTS, NAMED)


@pytest.mark.parametrize(
    ("item", "shops", "found"),
    [
        ("蛋糕", SHOPS, BAKER),
        ("8 寸草莓蛋糕", SHOPS, BAKER),
        ("鲜花蛋糕", SHOPS, BAKER),
        ("Strawberry CAKE", (FLORIST, NAMED), NAMED),
        ("Strawberry cake", (NAMED, BAKER), BAKER),
        ("鲜花", SHOPS, FLORIST),
        ("百合、康乃馨", SHOPS, FLORIST),
        ("Bouquet", SHOPS, FLORIST),
        ("花胶礼盒", SHOPS, None),
        ("香薰灯", SHOPS, SCENTS),
        ("玫瑰精油", SHOPS, SCENTS),
        ("丝巾", SHOPS, None),
        ("", SHOPS, None),
        ("蛋糕", (), None),
        ("蛋糕", (FLORIST,), None),
    ],
)
def test_whose_trade_names_what_the_item_is(
    item: str, shops: tuple[Supplier, ...], found: Supplier | None
) -> None:
    assert supplier_for(item, shops) == found
