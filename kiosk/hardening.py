# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process does first, before it touches anything personal: no core files, no readers, private files."""

import ctypes
import os
import resource

PR_SET_DUMPABLE = 4
"""prctl(2): whether other processes of the same user may read this one's memory, and whether it dumps core."""


def harden() -> None:
    """Make new files private, forbid core files, and close `/proc/self/mem` to others (accessibility.md E-04).

    Where the system has no prctl the first two still hold.
    """
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        prctl = ctypes.CDLL(None, use_errno=True).prctl
    except AttributeError:
        return
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
