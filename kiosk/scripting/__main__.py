# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripting process: reads one call a line, answers each with one line, ends when its input closes."""

import os
import time

from kiosk.hardening import harden
from kiosk.scripting.confinement import PROCESSOR_SECONDS, confine, limit_processor
from kiosk.scripting.engine import run
from kiosk.scripting.wire import decode_call, encode_outcome

_CHUNK = 65_536


def main() -> None:
    """Answer until nobody asks any more. Where the system cannot shut it in, it runs nothing at all."""
    # The zone is read now: no file can be opened later.
    time.tzset()
    harden()
    if not confine():
        return
    left = b""
    while read := os.read(0, _CHUNK):
        *lines, left = (left + read).split(b"\n")
        for line in lines:
            limit_processor(PROCESSOR_SECONDS)
            answer = encode_outcome(run(*decode_call(line)))
            limit_processor(0)
            while answer:
                answer = answer[os.write(1, answer) :]


main()
