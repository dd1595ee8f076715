"""Tests of what leaves the program: pages and bundles."""
