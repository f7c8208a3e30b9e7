# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A child process for trials of a set-up: does as the profile of its order says in a line `# session: die`.

`python trying_child.py ROLE FOLDER`: appends to FOLDER/heard which profile it was started with and what it was shown.
Without such a line it is a good child that stays, and makes room when it is asked to.
"""

import os
import signal
import sys
import time
from pathlib import Path

from kiosk import link


def main(role: str, folder: Path) -> None:
    def heard(what: str) -> None:
        with (folder / "heard").open("a") as file:
            file.write(f"{role} {os.getpid()} {what}\n")

    order = link.decode(sys.stdin.buffer.readline())
    assert isinstance(order, link.Order)
    way = wanted(role, order.brought)
    heard(f"order {Path(order.brought).parts[-4] if order.brought else 0}")
    match way:
        case "die":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "refuse":
            link.say(sys.stdout.buffer, link.Refusal("trouble.profile"))
        case "hang":
            time.sleep(600)
    link.say(sys.stdout.buffer, link.Ready())
    for raw in sys.stdin.buffer:
        match link.decode(raw):
            case link.Show():
                heard("shown")
                link.say(sys.stdout.buffer, link.Shown())
                if way == "die shown":
                    os.kill(os.getpid(), signal.SIGKILL)
                if way == "freeze shown":
                    link.say(sys.stdout.buffer, link.Alive())
                    os.kill(os.getpid(), signal.SIGSTOP)
            case link.Renew() if not (folder / "busy").exists():
                link.say(sys.stdout.buffer, link.Ended(link.RENEWED))


def wanted(role: str, brought: str) -> str:
    """What the profile has this role do."""
    for line in Path(brought).read_text("utf-8").splitlines() if brought else ():
        if line.startswith(f"# {role}: "):
            return line.partition(": ")[2]
    return ""


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
