# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How commands end: exit statuses, and one clear line on standard error instead of a traceback."""

import sys
from enum import IntEnum
from typing import TYPE_CHECKING, NoReturn, TypeVar

from core.errors import Trouble

if TYPE_CHECKING:
    from i18n.messages import Messages

T = TypeVar("T")


class Status(IntEnum):
    """Exit statuses of `kiosk`; the command line's own parser uses 2 for wrong use."""

    DONE = 0
    NOT_DONE = 1
    WRONG_USE = 2
    REFUSED = 3
    KEEPS_FAILING = 4


def complain(message: str) -> None:
    """Say on standard error what is wrong; each line names the program, as others do among whose lines it stands."""
    for line in message.splitlines():
        print(f"kiosk: {line}", file=sys.stderr, flush=True)


def stop(message: str, status: Status = Status.NOT_DONE) -> NoReturn:
    """Say what is wrong, and end."""
    complain(message)
    raise SystemExit(int(status))


def or_stop(found: T | Trouble, texts: "Messages") -> T:
    """What was asked for. Where there is trouble instead, the command says so and ends."""
    if isinstance(found, Trouble):
        stop(in_words(found, texts), Status.REFUSED)
    return found


def in_words(trouble: Trouble, texts: "Messages") -> str:
    """A trouble as one line: what is wrong, what to do, and the ids that staff may need."""
    detail = f" [{trouble.detail}]" if trouble.detail else ""
    return texts.text(trouble.key, **trouble.values) + detail
