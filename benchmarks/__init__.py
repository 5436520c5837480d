"""What is measured: each module with `figures()` is one row or more of the table."""
