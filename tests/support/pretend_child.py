# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A child process for tests of the supervisor: speaks the link and does as a script in its folder says.

`python pretend_child.py ROLE FOLDER`: appends what it hears to FOLDER/heard, one line each. A session ends its first
visit by what stands in FOLDER/first (helped, finished, left, staff, restart, closed, die, freeze,
refuse, wait), and those after it by the lines below that; all later ones wait. With "prints" before it two papers are
printed first, and a third one is not taken by the printer. With "late" before the ending, it is known a second after it
that only one of them was taken. With "slow" before it, the visit takes a second.
While there is a file FOLDER/broken every session dies as soon as it has its order, or as soon as it is shown where the
file says "shown".
A courier says that it has delivered if there is a file FOLDER/delivered, which it removes.
"""

import os
import signal
import sys
import time
from pathlib import Path

from kiosk import link

CARD = '{"fontSize":24}'


def _end(ending: str) -> None:
    match ending:
        case "wait":
            return
        case "die":
            os.kill(os.getpid(), 9)
        case "freeze":
            link.say(sys.stdout.buffer, link.Alive())
            os.kill(os.getpid(), signal.SIGSTOP)
        case "refuse":
            link.say(sys.stdout.buffer, link.Refusal("trouble.store_damaged"))
        case "helped":
            link.say(sys.stdout.buffer, link.Ended("finished", helped=True))
        case _ if ending.startswith("slow "):
            time.sleep(1.0)
            _end(ending.removeprefix("slow "))
        case _ if ending.startswith("late "):
            _end(ending.removeprefix("late "))
            time.sleep(1.0)
            link.say(sys.stdout.buffer, link.Paper(1))
        case _:
            link.say(sys.stdout.buffer, link.Ended(ending, answers=7, forms=2, card=CARD))


def main(role: str, folder: Path) -> None:
    def heard(what: str) -> None:
        with (folder / "heard").open("a") as file:
            file.write(f"{role} {os.getpid()} {what}\n")

    order = link.decode(sys.stdin.buffer.readline())
    assert isinstance(order, link.Order)
    heard(f"order {'+'.join(sorted(order.keys))}")
    broken = folder / "broken"
    if role == "session" and broken.exists() and broken.read_text() != "shown":
        os.kill(os.getpid(), signal.SIGSEGV)
    link.say(sys.stdout.buffer, link.Ready())
    delivered = folder / "delivered"
    if role == "courier" and delivered.exists():
        delivered.unlink()
        link.say(sys.stdout.buffer, link.Ended(link.DELIVERED))
    for raw in sys.stdin.buffer:
        line = link.decode(raw)
        if isinstance(line, link.Wiped):
            heard(f"wiped {line.number} {line.answers} {line.forms}")
            continue
        assert isinstance(line, link.Show)
        paper = ("paper",) if line.paper else ()
        heard(
            f"show {' '.join((line.page, *sorted(line.keys), *((line.card,) if line.card else ()), *paper))}"
        )
        link.say(sys.stdout.buffer, link.Shown())
        if role == "session" and broken.exists():
            os.kill(os.getpid(), signal.SIGSEGV)
        first = folder / "first"
        if first.exists():
            ending, _, later = first.read_text().partition("\n")
            first.write_text(later) if later else first.unlink()
            if ending.startswith("prints"):
                for papers in (1, 2, 3, 2):
                    link.say(sys.stdout.buffer, link.Paper(papers))
            _end(ending.removeprefix("prints "))
    heard("input closed")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
