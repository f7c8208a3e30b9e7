# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the authority does with the disk of a machine that is dead: deliver what still waits in its store."""

import base64
import binascii
import os
import time
from pathlib import Path

from core.delivery_rules import PROVEN
from core.ids import SubmissionId
from core.submission import DeliveryState
from i18n.messages import Messages
from kiosk.clock import MachineClock
from kiosk.command_line.endings import Status, or_stop, stop
from kiosk.command_line.outbox_report import report
from kiosk.command_line.sending_again import all_once
from kiosk.courier.process import Courier
from kiosk.lanes import InlineLane
from kiosk.profile.model import Profile
from kiosk.store_access import open_stores
from kiosk.store_folder import folder_of
from offline_cache.private_files import PRIVATE_FILE
from offline_cache.recovery import make_pair, recovered
from offline_cache.subkeys import KEY_BYTES

PAUSE = 0.2
DONE = PROVEN | {DeliveryState.REFUSED, DeliveryState.ATTENTION}


def make_key(file: Path) -> int:
    """Write a new private key into `file`, which must not exist, and print the public one for profiles."""
    private, public = make_pair()
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, PRIVATE_FILE)
    except OSError as problem:
        stop(f"{file}: {problem.strerror}.", Status.WRONG_USE)
    with os.fdopen(descriptor, "w") as out:
        out.write(private + "\n")
    print(f"{file} opens what the machines of this authority wrap. Keep it away from every kiosk.")
    print(f'In each profile, under [store]:    recovery_key = "{public}"')
    return int(Status.DONE)


def run(profile: Profile, key_file: Path, folder: Path | None, wait: float, *, again: bool) -> int:
    """Deliver from the store until nothing waits or the time is over. Status 1 when something still waits.

    With `again` a person has asked the agencies, and what may have arrived is sent once more.
    """
    texts, clock = Messages.load("en"), MachineClock()
    store = folder or folder_of(profile)
    key = or_stop(recovered(store, _private(key_file)), texts)
    stores = or_stop(open_stores(store, key, clock.wall()), texts)
    deadline = clock.steady() + wait
    decided: set[SubmissionId] = set()
    with Courier(profile, stores, store, InlineLane(), clock) as courier:
        while True:
            courier.turn()
            if again:
                all_once(stores.outbox, decided, clock.wall())
            deliveries = stores.outbox.deliveries()
            waiting = [delivery for delivery in deliveries if delivery.state not in DONE]
            if not waiting or clock.steady() > deadline:
                break
            time.sleep(PAUSE)
    for line in report(deliveries, clock.wall()):
        print(line)
    return int(Status.NOT_DONE if waiting else Status.DONE)


def _private(file: Path) -> bytes:
    try:
        raw = base64.b64decode(file.read_text("ascii").strip(), validate=True)
    except OSError as problem:
        stop(f"--private-key {file}: {problem.strerror}.", Status.WRONG_USE)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != KEY_BYTES:
        stop(f"--private-key {file}: is no key that `kiosk recovery-key` made.", Status.WRONG_USE)
    return raw
