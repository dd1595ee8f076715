"""The only room that knows SQLite: the encrypted store and what stands in it."""
