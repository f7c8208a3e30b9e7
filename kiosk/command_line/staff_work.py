# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds, removes and lists staff. A PIN is asked for on the terminal and never an argument: others can read those."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, assert_never

from core.errors import TroubleError
from core.staff.credentials import (
    LONGEST_PIN,
    LONGEST_TOKEN,
    SHORTEST_PIN,
    SHORTEST_TOKEN,
    PinFault,
    is_token,
    pin_fault,
)
from core.staff.log_events import LogEvent
from core.staff.log_record import Entry
from core.staff.roles import Role
from i18n.direction import strip_controls
from i18n.messages import Messages
from kiosk.clock import MachineClock
from kiosk.command_line.endings import Status, in_words, or_stop, stop
from kiosk.profile.model import KeySource, Profile
from kiosk.staff.moments import log_moment
from kiosk.staff.opening import StaffStores, open_staff_stores
from kiosk.store_key import obtain

LONGEST_NAME: Final = 40


@contextmanager
def staff_stores(profile: Profile, key: KeySource | None) -> Iterator[StaffStores]:
    """The stores of a profile's machine; the command ends where they cannot be opened or written."""
    texts = Messages.load("en")
    if profile.at_home:
        stop("a computer at home has no staff.", Status.WRONG_USE)
    found = or_stop(obtain(profile, key or profile.key), texts)
    stores = or_stop(open_staff_stores(found.folder, found.key), texts)
    try:
        yield stores
    except TroubleError as error:
        stop(in_words(error.trouble, texts), Status.REFUSED)
    finally:
        stores.close()


def add(profile: Profile, key: KeySource | None, name: str, role: Role, *, card: bool) -> int:
    """Somebody new. Ends with status 1 where the name or the card is somebody's already."""
    name = " ".join(strip_controls(name).split())
    if not 0 < len(name) <= LONGEST_NAME:
        stop(f"a name has 1 to {LONGEST_NAME} letters.", Status.WRONG_USE)
    if not sys.stdin.isatty():
        stop("the PIN is asked for on a terminal, and there is none here.", Status.WRONG_USE)
    with staff_stores(profile, key) as stores:
        pin = _new_pin()
        token = _new_card() if card else ""
        member = stores.staff.add(name, role, pin, token)
        if member is None:
            stop("nobody was added: that name or that card is somebody's already.")
        at = log_moment(MachineClock())
        stores.log.write(Entry(LogEvent.ADDED, refs={"role": role.value}), at)
    print(f"{name} may sign in as {role.value}. Number for signing in: {member.number}")
    return int(Status.DONE)


def remove(profile: Profile, key: KeySource | None, name: str) -> int:
    """Somebody no more. Ends with status 1 where there is nobody of that name."""
    with staff_stores(profile, key) as stores:
        member = stores.staff.remove(name)
        if member is None:
            stop("nobody of that name is here. `kiosk staff list` has the names.")
        at = log_moment(MachineClock())
        stores.log.write(Entry(LogEvent.REMOVED, refs={"role": member.role.value}), at)
    print(f"{member.name} cannot sign in any more.")
    return int(Status.DONE)


def list_staff(profile: Profile, key: KeySource | None) -> int:
    """A line for each."""
    with staff_stores(profile, key) as stores:
        members = stores.staff.members()
    for one in members:
        print(f"{one.number}  {one.role.value:<10}  {'card' if one.has_card else '-':<4}  {one.name}")
    if not members:
        print("Nobody yet. `kiosk staff add NAME --role attendant` adds somebody.")
    return int(Status.DONE)


def _new_pin() -> str:
    pin = getpass.getpass(f"New PIN ({SHORTEST_PIN} to {LONGEST_PIN} digits): ")
    match pin_fault(pin):
        case PinFault.LENGTH:
            stop(f"a PIN has {SHORTEST_PIN} to {LONGEST_PIN} digits. Nobody was added.", Status.WRONG_USE)
        case PinFault.EASY:
            stop("that PIN is one of the first that anybody tries. Nobody was added.", Status.WRONG_USE)
        case None:
            pass
        case fault:
            assert_never(fault)
    if getpass.getpass("The same PIN again: ") != pin:
        stop("the two were not the same. Nobody was added.", Status.WRONG_USE)
    return pin


def _new_card() -> str:
    card = getpass.getpass("Hold the card to the scanner, or type what is on it: ").strip()
    if not is_token(card):
        stop(f"a card holds {SHORTEST_TOKEN} to {LONGEST_TOKEN} signs. Nobody was added.", Status.WRONG_USE)
    return card
