"""What the consultant does: one method is one use case is one transaction."""
