"""The page on which two entries become one client."""
