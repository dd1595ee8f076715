"""The whole journey through the real windows, driven by mouse and key for a case in a file."""
