# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the supervisor and its children say to each other: one JSON object a line over the child's own pipes.

The store's keys travel here and nowhere else: arguments and environment can be read by other processes.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import IO, Any


@dataclass(frozen=True, slots=True)
class Order:
    """The first line to a child: everything it needs to know.

    `keys` are the store's keys that this child needs, in hex by their purpose. `origin` takes the place of the
    profile's first one where it is not empty (the demonstration's town has another port each time). `trial` when
    the keys live in memory only. `brought` is the profile of a bundle that is joined to the machine's own.
    """

    profile: str
    folder: str
    keys: dict[str, str]
    trial: bool
    origin: str = ""
    print_to: str = ""
    vnc_port: int = 0
    brought: str = ""

    def __repr__(self) -> str:
        return f"Order(profile={self.profile!r})"


SHOW_WELCOME = "welcome"
SHOW_FINISHED = "finished"
SHOW_STAFF = "staff"
SHOW_OUT_OF_ORDER = "out_of_order"
"""To the page that says so: for the first time, so that it is said aloud once."""


@dataclass(frozen=True, slots=True)
class Show:
    """To a session: a person may come now. `page` is one of the names above.

    `keys` are those of staff, as in an order, where staff want to sign in; no process of a visit gets them. `card` is
    that of the visit before, in whose language and letters it is told that it is over. `paper` where a paper of a
    visit that nobody finished may lie in the printer.
    """

    page: str
    keys: dict[str, str] = field(default_factory=dict, repr=False)
    card: str = field(default="", repr=False)
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Renew:
    """To a session: another set-up waits. End if nobody is there; a visit that has begun keeps what it began with."""


@dataclass(frozen=True, slots=True)
class Come:
    """To a session: somebody has started the program a second time. Come to the front."""


RENEWED = "renewed"


@dataclass(frozen=True, slots=True)
class Ready:
    """From a child: it is prepared, and waits."""


@dataclass(frozen=True, slots=True)
class Shown:
    """From a session: its window has been painted."""


ALIVE_EVERY = 4.0
DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class Ended:
    """From a session: the visit is over, and the process is about to end. `ending` is an `effects.Ending` value.

    `answers` and `forms` are how many its memory holds. `card` has its language, letters and voice for the farewell, as
    `accessibility.card` writes them: some neutral settings, and nothing else of a person.
    `helped` where somebody helped beside them.
    From a courier, with `DELIVERED`: answers went through its memory, and another process may take its place.
    """

    ending: str
    answers: int = 0
    forms: int = 0
    card: str = field(default="", repr=False)
    helped: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """From a session, before a paper is handed to the printer: how many its visit has with it.

    Said again, with one less, where the printer did not take it.
    """

    papers: int


@dataclass(frozen=True, slots=True)
class Wiped:
    """To a session: the process of the visit before it is gone. The fields are those of `core.end_record.EndRecord`."""

    number: int
    at: float
    answers: int | None
    forms: int | None
    milliseconds: int
    before: str
    seal: str


@dataclass(frozen=True, slots=True)
class Alive:
    """From a child, every `ALIVE_EVERY` seconds: what works for people still turns."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """From a child: it cannot work here, and why. `key` is a message key of the `trouble` catalogue."""

    key: str
    detail: str = ""


Line = Order | Show | Renew | Come | Ready | Shown | Alive | Ended | Paper | Wiped | Refusal
_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (Order, Show, Renew, Come, Ready, Shown, Alive, Ended, Paper, Wiped, Refusal)
}


def encode(line: Line) -> bytes:
    """One line, with its line end."""
    return json.dumps({"is": type(line).__name__, **asdict(line)}).encode() + b"\n"


def decode(raw: bytes) -> Line:
    """The line that `encode` made.

    Raises ValueError for anything else; both ends are ours, so that is a bug.
    """
    values = json.loads(raw)
    kind = _KINDS[values.pop("is")]
    line: Line = kind(**values)
    return line


def say(stream: IO[bytes], line: Line) -> None:
    """Write a line and flush it. An other end that is gone is no news here: its owner notices by itself."""
    try:
        stream.write(encode(line))
        stream.flush()
    except (BrokenPipeError, ValueError):
        return
