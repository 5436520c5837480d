"""The list of a festival: whom it is for, and ticking them off."""
