# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P16: outboxes of every earlier format, taken over by a process that is killed, or whose power is cut."""

from proof.verdict import Trial, Verdict
from tests.support.cut_take_over import cut_take_overs
from tests.support.dying import ITEMS, sweep
from tests.support.earlier_formats import EARLIER

CUT_SHARE = 0.2
"""Power cuts for each kill: 200 at the promise's thousand (reliability.md P16)."""


def prove(trial: Trial) -> Verdict:
    """`number` kills and a fifth as many power cuts, spread over every disk operation and fsync of every format.

    Nothing has been released yet: each step of the schema but the last stands for a release, so all of them are tried,
    the last three among them. The seeded faults take everything out of the old place before it is in the new one, and
    sync no file.
    """
    each, cuts_each = max(1, trial.number // len(EARLIER)), round(CUT_SHARE * trial.number / len(EARLIER))
    deaths, cuts, wrong, wrong_cuts, unsynced = 0, 0, list[str](), list[str](), list[str]()
    for version in EARLIER:
        place = trial.folder / str(version)
        came, lost = sweep(place / "killed", version, each, carelessly=trial.control)
        deaths, wrong = deaths + came, wrong + lost
        came, lost = cut_take_overs(place / "cut", version, max(2, cuts_each), carelessly=trial.control)
        cuts, wrong_cuts = cuts + came, wrong_cuts + lost
        if trial.control:
            unsynced += cut_take_overs(place / "unsynced", version, each, unsynced=True)[1]
    figures = (
        f"formats {len(EARLIER)} kills {deaths} power cuts {cuts} waiting in each {len(ITEMS)} "
        f"lost or changed {len(wrong) + len(wrong_cuts)}"
    )
    if trial.control:
        return Verdict(not (wrong and wrong_cuts and unsynced), f"{figures} without a sync {len(unsynced)}")
    return Verdict(deaths > 0 < cuts and not wrong and not wrong_cuts, figures)
