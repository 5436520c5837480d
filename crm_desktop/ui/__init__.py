"""The window: the only place, with app.py, that knows Qt, and the only place where text is born."""
