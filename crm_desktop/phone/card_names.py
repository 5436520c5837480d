"""Who a card is about: the name as she writes it, whatever order the phone keeps it in."""

from collections.abc import Mapping, Sequence

from crm_desktop.phone.card_parts import component_list, is_chinese, text_of


def full_name(said: Mapping[str, Sequence[str]]) -> str:
    """Return the name: 王小明 from N:王;小明, else the one shown, else what else it is known by."""
    family, given, *rest = (*_components(said), "", "")
    if is_chinese(family) and is_chinese(given) and not any(rest):
        return f"{family}{given}"
    shown = _first(said, "FN")
    if shown:
        return shown
    parts = filter(None, (given, rest[0] if rest else "", family))
    spelt = ("" if is_chinese(f"{family}{given}") else " ").join(parts)
    return spelt or next(filter(None, (_first(said, one) for one in _ELSE)), "")


_ELSE = ("NICKNAME", "ORG", "EMAIL")


def _components(said: Mapping[str, Sequence[str]]) -> list[str]:
    return component_list(said["N"][0]) if "N" in said else []


def _first(said: Mapping[str, Sequence[str]], name: str) -> str:
    value = next(iter(said.get(name, ())), "")
    if name == "ORG":
        return component_list(value)[0]
    return " ".join(text_of(value).split())
