"""The calendar page: a month of occasions, and the day that is chosen in it."""
