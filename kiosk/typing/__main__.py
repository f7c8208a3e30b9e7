# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The converting process: reads one question a line, answers each with one line, ends when its input closes."""

import sys

from kiosk.hardening import harden
from kiosk.typing.confinement import confine
from kiosk.typing.engines import Engines
from kiosk.typing.wire import decode_question, encode_answer


def main() -> None:
    """Answer until nobody asks any more."""
    harden()
    confine()
    engines = Engines()
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(encode_answer(engines.answer(*decode_question(line))))
        sys.stdout.buffer.flush()


main()
