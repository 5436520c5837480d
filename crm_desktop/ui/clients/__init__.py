"""The list of clients: found while she types, paged from the book while she scrolls."""
