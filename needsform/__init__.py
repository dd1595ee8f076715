"""Needsform: collects, stores, shows and prints the Danish needs assessment for rehabilitation after cancer."""

__version__ = "0.1.0"
