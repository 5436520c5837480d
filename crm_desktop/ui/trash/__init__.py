"""The trash: who is in it, the way back, and deletion for good with its proof."""
