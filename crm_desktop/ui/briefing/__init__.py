"""The briefing: one page before a client comes, on the screen, on paper, as PDF."""
