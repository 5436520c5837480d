"""How it is stored: one SQLAlchemy mapped class per table, no session and no logic."""
