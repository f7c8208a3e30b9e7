# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the supervisor is told once the profile was read and the key was found: plain data, and no master key.

It travels through a pipe from the process that found it out, which had to load a great deal for it and ends.
"""

import json
from dataclasses import asdict, dataclass, field

from core.activation import Confirm
from kiosk import link


@dataclass(frozen=True, slots=True)
class Tried:
    """How a new version of the set-up is tried: who says that it is good, and within how many seconds."""

    confirm: Confirm
    patience: float


@dataclass(frozen=True, slots=True)
class RunOrder:
    """One run of the program.

    `session` and `courier` are the orders of those children; the store's folder and whether it is a trial stand there.
    `machine`, `staff_file` and `staff_command` are how staff are told (`StaffSignal`), `staff_keys` what is given to
    a session at which they sign in: none at home. `units` is the folder of the sockets by which systemd starts
    children, empty where we start them. `tried` where the machine takes its set-up from a bundle.
    """

    session: link.Order
    courier: link.Order
    at_home: bool
    machine: str
    staff_file: str = ""
    staff_command: tuple[str, ...] = ()
    staff_keys: dict[str, str] = field(default_factory=dict, repr=False)
    units: str = ""
    tried: Tried | None = None


def encode(order: RunOrder) -> bytes:
    """As it goes through the pipe."""
    return json.dumps(asdict(order), default=_value).encode()


def decode(raw: bytes) -> RunOrder:
    """What `encode` made. Both ends are ours: ValueError, KeyError or TypeError for anything else is a bug."""
    values = json.loads(raw)
    values["session"] = link.Order(**values["session"])
    values["courier"] = link.Order(**values["courier"])
    values["staff_command"] = tuple(values["staff_command"])
    tried = values["tried"]
    values["tried"] = Tried(Confirm(tried["confirm"]), tried["patience"]) if tried is not None else None
    return RunOrder(**values)


def _value(one: object) -> str:
    if isinstance(one, Confirm):
        return one.value
    raise TypeError(type(one).__name__)
