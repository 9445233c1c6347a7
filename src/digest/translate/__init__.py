"""The English beside the Chinese: kept up to date with the clauses, counted, checked, handed out and taken in.

Afterwards: every clause with words has exactly one entry; an English text that belongs to another Chinese
says so; nothing is deleted; nothing is taken from another document.
"""
