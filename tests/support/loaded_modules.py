# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A process of ours that tells what it has loaded when it is asked (SIGUSR2), and whose children do so too.

Run as `python -m tests.support.loaded_modules MODULE [WORDS]`: the rest is that module's own. The environment's
`TOLD` names the folder; each process writes a file there, with its number for a name.
"""

import os
import runpy
import signal
import sys

from kiosk import children


def told(*_: object) -> None:
    """A module that waits for its first use has not been loaded (`kiosk.session.later`)."""
    names = [name for name, module in list(sys.modules.items()) if type(module).__name__ != "Later"]
    place = os.path.join(os.environ["TOLD"], str(os.getpid()))
    with open(f"{place}.new", "w", encoding="utf-8") as file:
        file.write("\n".join(sorted(names)))
    os.rename(f"{place}.new", place)


def through_us(module: str) -> tuple[str, ...]:
    """In the place of `children.own_command`."""
    return (sys.executable, "-m", "tests.support.loaded_modules", module)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR2, told)
    children.own_command = through_us
    wanted, sys.argv = sys.argv[1], ["kiosk", *sys.argv[2:]]
    runpy.run_module(wanted, run_name="__main__", alter_sys=True)
