"""The command line. A command translates options into one call, prints, and sets the exit code.

Data goes to stdout, messages to stderr. Exit codes: 0 clean, 1 findings, 2 usage, 3 internal fault.
"""
