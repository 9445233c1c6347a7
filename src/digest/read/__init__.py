"""From files to values.

What is true afterwards: every value was checked, each fault is a Problem with its file and line, no
text was changed in decoding, nothing outside the content folder was read, and what failed is absent
instead of half there.
"""
