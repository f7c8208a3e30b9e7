# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""When the outbox's key pair is over and the next begins: a pure rule, with no clock of its own."""

LONGEST_EPOCH_SECONDS = 24 * 3_600.0
SHORTEST_EPOCH_SECONDS = 30.0
"""Every new pair costs two writes, so a run of deliveries shares one; erasure is final at most so much later."""


def is_over(made: float, now: float, *, used: bool, empty: bool) -> bool:
    """Whether nothing more may be sealed under a pair that was made at `made` (wall-clock seconds).

    `used` is whether anything was ever sealed under it, `empty` whether nothing waits to be delivered. A clock
    that was set back ends it as well: nobody can tell any more how old it is.
    """
    age = now - made
    if not used:
        return False
    if not 0.0 <= age <= LONGEST_EPOCH_SECONDS:
        return True
    return empty and age >= SHORTEST_EPOCH_SECONDS
