# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session without a window, for tests that kill it: fills and seals the form again and again, as it is told.

Takes its order as every session does, then a line `seal N` for each N submissions. Prints `sealed <submission id>`
at the moment at which a screen would say that it is sealed, and never earlier; with the argument `early` it says so
before anything is on the disk, which is the fault that a test of kills has to find. With `drafting` it keeps a draft
in a file and removes it, which a test of the raw disk has to find.
"""

import hashlib
import os
import sys
import time
import uuid
from pathlib import Path

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import x25519

import core.forms.entry
import kiosk.form_doors
import kiosk.sealing
from core.errors import Trouble
from core.ids import Language, SubmissionId, VisitId
from core.visit.state import Visit
from i18n.messages import Messages
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.command_line.unattended import Unattended
from kiosk.hardening import harden
from kiosk.store_access import OpenStores, keys_from, open_stores

WARM = (core.forms.entry, kiosk.form_doors, kiosk.sealing, hpke, x25519)
"""Loaded before the first form is opened, so that a kill strikes the work and not the loading."""

SERVICE = "change-of-address"
EARLY, DRAFTING = "early", "drafting"
STREET, SIGNS = "27 Ropewalk ", 12
"""How everybody's street begins, and how many signs of their own follow."""


def street(submission: SubmissionId) -> str:
    """Where that person lives: nobody else does, and nothing but their form says so."""
    return STREET + hashlib.sha256(submission.encode()).hexdigest()[:SIGNS]


def answers(submission: SubmissionId) -> dict[str, str]:
    """The answers of one person, who is called by the submission's id, so that a doubled person is seen."""
    return {
        "full_name": f"Marigold {submission}",
        "street": street(submission),
        "moving_date": "2026-12-14",
        "who_moves": "only_me",
        "tell": "nobody",
    }


def submit(stores: OpenStores, texts: Messages, *, early: bool) -> None:
    """One visit, from the first page to the seal."""
    submission = SubmissionId(f"uuid:{uuid.uuid4()}")
    visit = Visit(id=VisitId(uuid.uuid4().hex), language=Language("en"))
    one = Unattended(visit, stores, MachineClock(), texts, lambda line: None, lambda: submission, os.urandom)
    if early:
        print(f"sealed {submission}", flush=True)
    trouble = one.do(SERVICE, answers(submission), lambda: None, wait=0.0)
    assert trouble is None, trouble
    assert one.delivery is not None
    assert one.delivery.id == submission
    if not early:
        print(f"sealed {submission}", flush=True)


def keep_draft(folder: Path) -> None:
    """What many programs do, and believe to be undone by the second line."""
    draft = folder / f"draft-{uuid.uuid4()}"
    with draft.open("w") as file:
        file.write(str(answers(SubmissionId("uuid:draft"))))
        file.flush()
        os.fsync(file.fileno())
    draft.unlink()


def main() -> None:
    harden()
    order = link.decode(sys.stdin.buffer.readline())
    assert isinstance(order, link.Order)
    stores = open_stores(Path(order.folder), keys_from(order.keys, trial=False), time.time(), quickly=True)
    assert not isinstance(stores, Trouble), stores
    texts = Messages.load(Language("en"))
    print("ready", flush=True)
    for line in sys.stdin.buffer:
        for _ in range(int(line.split()[1])):
            if DRAFTING in sys.argv[1:]:
                keep_draft(Path(order.folder))
            submit(stores, texts, early=EARLY in sys.argv[1:])


if __name__ == "__main__":
    main()
