# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies over a page that its person has hidden."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hidden:
    """Nothing of the page is seen."""
