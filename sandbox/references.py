# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the references that an agency gives to people: short, readable aloud, without look-alike signs."""

import secrets
from datetime import UTC, datetime

# Without O and 0, I, L and 1, and S and 5: each pair is confused on paper or by ear.
ALPHABET = "2346789ABCDEFGHJKMNPQRTUVWXYZ"


def new_reference(now: datetime) -> str:
    """A reference such as PA-26-4T7-K2M: the town, the year, and two random groups of three."""
    groups = ["".join(secrets.choice(ALPHABET) for _ in range(3)) for _ in range(2)]
    return "-".join(["PA", f"{now.astimezone(UTC):%y}", *groups])
