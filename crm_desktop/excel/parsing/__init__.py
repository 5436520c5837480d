"""One cell to a canonical value or the reason why not, one file for each kind of fact."""
