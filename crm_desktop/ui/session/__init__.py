"""The life of one run: single instance, idle lock, restart, and the tick of reminders."""
