"""One book as each released schema wrote it, kept so that no later app shuts it out.

`python -m tests.kept` writes the book of the newest schema, once, when that is released.
A book that was released is never written anew.
"""
