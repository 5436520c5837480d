"""The gate: making a new book, and opening one that is locked."""
