"""The Today page: what is to be prepared, what is today, what was missed, what comes."""
