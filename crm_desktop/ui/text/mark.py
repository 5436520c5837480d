"""Mark: a literal to be translated later, where it is used."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate looks for this name
    """Return `text` as it is; lupdate collects it under `context`.

    Qt's own function of this name returns `object` to a type checker.
    """
    del context
    return text
