# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session that crashes as soon as it knows what it is for. `python -m tests.support.crashing_session`."""

import os
import signal
import sys


def main() -> None:
    sys.stdin.buffer.readline()
    os.kill(os.getpid(), signal.SIGSEGV)


if __name__ == "__main__":
    main()
