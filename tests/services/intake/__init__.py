"""Sheets that arrive from elsewhere."""
