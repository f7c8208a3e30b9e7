# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts our own processes: the same Python, the same code, and a pipe each way."""

import os
import subprocess
import sys
from pathlib import Path

OWN_CODE = str(Path(__file__).parents[1])
"""Where our packages lie; the children must find them wherever the program was started."""

SESSION = "kiosk.session"
COURIER = "kiosk.courier"
OUT_OF_ORDER = "kiosk.out_of_order"


def own_command(module: str) -> tuple[str, ...]:
    """The command that runs one of our modules in this same Python."""
    return (sys.executable, "-m", module)


def start(command: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    """Start a child in a session of its own, so that Ctrl+C reaches only the supervisor, which ends it in order."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": OWN_CODE},
    )
