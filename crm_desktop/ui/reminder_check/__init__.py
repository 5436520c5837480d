"""The page that says which reminders there are, what was told, and why not where not."""
