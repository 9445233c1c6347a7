"""Problems and clause trees in words: for a terminal, for programs, for code hosts.

Afterwards: nothing printed holds a control character that came from a file; carets stand under what they
mark, counted in cells of the terminal.
"""
