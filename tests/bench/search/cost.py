"""What a program takes: python cost.py PROGRAM ARGUMENT... prints processor seconds, seconds by the clock and the most
memory in MB, then what the program printed.

It is a process of its own because a child's memory begins with that of the process which starts it.
"""

import json
import os
import subprocess
import sys
import time


def main(command: list[str]) -> None:
    """Run, wait, print."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        said = child.stdout.read() if child.stdout else b""
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    clock = time.perf_counter() - started
    sys.stdout.write(json.dumps([usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss / 1024]))
    sys.stdout.write(f"\n{said.decode()}")
    sys.exit(child.returncode)


if __name__ == "__main__":
    main(sys.argv[1:])
