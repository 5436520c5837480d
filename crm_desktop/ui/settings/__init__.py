"""The settings: rules of reminding, look, safety, backups, place, about."""
