"""Import and export: her list in with a preview, workbooks out with a log."""
