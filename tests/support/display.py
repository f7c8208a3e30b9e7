# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A display of its own for tests that start windows."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def display(screen: str, glass: Path | None = None) -> Iterator[tuple[str, int]]:
    """Its name, and the process number of its server. `screen` is WIDTHxHEIGHTxDEPTH.

    In the folder `glass` lies what it shows (`tests.support.glass`), where that is to be read without asking it.
    """
    read, write = os.pipe()
    seen = ("-fbdir", str(glass)) if glass is not None else ()
    server = subprocess.Popen(
        ("Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp", "-noreset", *seen),
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        name = f":{number.readline().strip()}"
    try:
        yield name, server.pid
    finally:
        server.terminate()
        server.wait()
