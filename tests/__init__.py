"""Tests of Needsform; one room per package room, and tests/architecture for the rules of the house."""
