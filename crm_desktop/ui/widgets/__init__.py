"""Widgets every page shares: cards, pills, avatars, toasts, empty states."""
