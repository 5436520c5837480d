"""What the Today page and the pop-up share: the card of a reminder and the answers to it."""
