"""Measures of different policies beside each other: what corresponds, how it differs, what only one has."""
