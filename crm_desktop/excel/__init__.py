"""Workbooks to rows of plain values and back; the only place that knows a spreadsheet library."""
