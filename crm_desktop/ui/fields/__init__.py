"""Fields: facts edited where they stand, each saved as soon as it is left."""
