"""One client: her file on one page, every fact editable where it stands."""
