"""The workbench: the work for one event, step by step."""
