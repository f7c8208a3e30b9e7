# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page on which the pictures of a question are looked at closely, one after the other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LookClosely:
    """The pictures of the question below. `number` is which of them, from 0."""

    number: int = 0
