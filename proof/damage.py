# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P13, P14, P15: damage is noticed, costs nobody their submission, and is never answered by deleting."""

from contextlib import nullcontext

from proof.verdict import Trial, Verdict
from tests.support.damaged_stores import (
    CAUSES,
    begins_anew_when_damaged,
    flipped_bits_unnoticed,
    flipped_bits_unnoticed_in_plain_sqlite,
    lost_after_rescue,
    touched,
)

PAGES = (0, 1, 5, 20)


def bits(trial: Trial) -> Verdict:
    """`number` flipped bits. The seeded fault is a database whose pages are not authenticated."""
    count = flipped_bits_unnoticed_in_plain_sqlite if trial.control else flipped_bits_unnoticed
    unnoticed = count(trial.folder, trial.number)
    return Verdict(unnoticed == 0, f"flipped bits {trial.number} unnoticed {unnoticed}")


def pages(trial: Trial) -> Verdict:
    """`number` times 1, 5, 20 pages and the first one trashed. The seeded fault is a store without second copies."""
    lost = people = 0
    for seed in range(trial.number):
        for trashed in PAGES:
            folder = trial.folder / f"{seed}-{trashed}"
            lost += lost_after_rescue(folder, trashed, seed, copies=not trial.control)
            people += 20
    return Verdict(lost == 0, f"damaged stores {trial.number * len(PAGES)} submissions {people} lost {lost}")


def untouched(trial: Trial) -> Verdict:
    """Every cause `number` times. The seeded fault begins a new store where one cannot be opened."""
    wrong: list[str] = []
    with begins_anew_when_damaged() if trial.control else nullcontext():
        for seed in range(trial.number):
            for place, cause in enumerate(CAUSES):
                found = touched(trial.folder / f"{seed}-{place}", cause, seed)
                wrong += [f"{cause}: {what}" for what in found]
    tried = len(CAUSES) * trial.number
    return Verdict(
        not wrong, f"causes {len(CAUSES)} stores {tried} files touched {len(wrong)} {wrong[:3] or ''}"
    )
