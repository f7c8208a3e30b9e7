# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P12: on a full disk it is said so, nobody accepted is lost, and the ballast lets the citizen at hand finish."""

import os

from core.errors import Trouble
from core.submission import Delivery
from offline_cache.outbox import StoredOutbox, open_outbox
from offline_cache.subkeys import Key, KeyOrigin
from proof.verdict import CannotRunError, Trial, Verdict
from tests.support.disks import fill, small_disk
from tests.support.submissions import submission

KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)
BALLAST = 400_000


def prove(trial: Trial) -> Verdict:
    """`number` small disks, each filled by submissions. The seeded fault is a store without ballast."""
    if os.geteuid() != 0:
        raise CannotRunError("a small disk can be mounted by root only")
    accepted = lost = unfinished = begun = 0
    for round_ in range(trial.number):
        with small_disk(trial.folder / str(round_), "3m") as disk:
            store = disk / "store"
            outbox = open_outbox(store, KEY, 0.0, ballast_bytes=BALLAST)
            assert isinstance(outbox, StoredOutbox), outbox
            begun += outbox.has_room()
            if not trial.control:
                (store / "ballast").write_bytes(bytes(BALLAST))
            told = [outbox.seal(submission(number, body=os.urandom(8_000))) for number in range(25)]
            fill(disk / "filler")
            told.append(outbox.seal(submission(25)))
            unfinished += isinstance(told[-1], Trouble)
            # Now nothing is left to give: from here on people are told.
            told += [outbox.seal(submission(number, body=os.urandom(8_000))) for number in range(26, 400)]
            ids = {one.id for one in told if isinstance(one, Delivery)}
            refusals = {one.key for one in told if isinstance(one, Trouble)}
            assert refusals == {"trouble.disk_full"}, refusals
            outbox.close()
            (disk / "filler").unlink()
            again = open_outbox(store, KEY, 0.0, ballast_bytes=0)
            assert isinstance(again, StoredOutbox), again
            kept = {one.id for one in again.deliveries() if again.submission(one.id) is not None}
            again.close()
            accepted, lost = accepted + len(ids), lost + len(ids - kept)
    figures = f"full disks {trial.number} accepted {accepted} lost {lost} could not finish {unfinished} "
    figures += f"let somebody new begin {begun}"
    return Verdict(lost == unfinished == begun == 0, figures)
