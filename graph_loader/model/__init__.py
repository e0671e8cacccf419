"""Holds the data that every step of the path shares; it imports nothing of ours but `errors`."""
