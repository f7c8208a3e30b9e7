# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The answers in Form.io data by their places, and whether two of them are the same."""

import re
from collections.abc import Iterator


def leaves(value: object, place: str = "") -> Iterator[tuple[str, object]]:
    """The answers in some data with their places. What says nothing is left out."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from leaves(one, f"{place}.{name}" if place else name)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from leaves(one, f"{place}[{number}]")
    elif value not in (None, "", "00/00/0000") and value is not False:
        yield place, value


_CLOCK = re.compile(r"\d\d:\d\d")
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\dT00:00:00)(?:\.000)?(?:Z|[+-]\d\d:\d\d)?")


def alike(wanted: object, found: object) -> bool:
    """Whether two answers are the same, times with and without their seconds and days with and without a zone too."""
    if isinstance(wanted, str) and isinstance(found, str):
        if (one := _MIDNIGHT.fullmatch(wanted)) and (other := _MIDNIGHT.fullmatch(found)):
            return one[1] == other[1]
        texts = [f"{one}:00" if _CLOCK.fullmatch(one) else one.strip() for one in (wanted, found)]
        return texts[0] == texts[1]
    return (type(wanted) is type(found) and wanted == found) or _numbers(wanted, found)


def _numbers(wanted: object, found: object) -> bool:
    numbers = [one for one in (wanted, found) if isinstance(one, int | float) and not isinstance(one, bool)]
    return len(numbers) == 2 and numbers[0] == numbers[1]
