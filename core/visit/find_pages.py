# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places where a service is found by a person's own words, and where it is told what it is."""

from dataclasses import dataclass

from core.ids import ServiceId


@dataclass(frozen=True, slots=True)
class Search:
    """The citizen's own words, and what they found. `answered` are the words that `hits` belong to."""

    words: str = ""
    answered: str = ""
    hits: tuple[ServiceId, ...] = ()


@dataclass(frozen=True, slots=True)
class AboutService:
    """What a service is, who does it, what it needs. `opening` while its form is being opened."""

    service: ServiceId
    opening: bool = False
