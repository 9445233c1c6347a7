"""The exit codes, which scripts rely on."""

CLEAN = 0
FINDINGS = 1
USAGE = 2  # click's own choice, too
FAULT = 3
STOPPED = 130  # as shells report a program ended by Ctrl-C
