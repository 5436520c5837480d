"""The pop-up at the bottom right, and the bell that rings it."""
