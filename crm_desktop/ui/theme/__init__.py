"""How the product looks: tokens, from which palette, style sheet and icons are made."""
