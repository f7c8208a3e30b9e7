# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How large, of which kinds and how many the files may be that a Form.io component takes."""

import re
from typing import Final

from core.forms.definition import MOST_INSTANCES
from core.forms.formio.documents import Component, number, table, word

_SIZE: Final = re.compile(r"\s*(\d{1,9}(?:\.\d{1,3})?)\s*([KMGT]?)B?\s*", re.IGNORECASE)
_UNITS: Final = {"": 1, "K": 1_024, "M": 1_024**2, "G": 1_024**3, "T": 1_024**4}


def largest(component: Component) -> int:
    """Bytes (`fileMaxSize`, as `5MB`); 0 for a component without such a limit."""
    found = _SIZE.fullmatch(word(component, "fileMaxSize"))
    return int(float(found[1]) * _UNITS[found[2].upper()]) if found else 0


def media_types(component: Component) -> str:
    """The kinds, with commas between (`filePattern`, or Open Forms' `file.type`); empty where all are taken."""
    pattern = word(component, "filePattern")
    if pattern.strip("* ,"):
        return pattern
    kinds = table(component, "file").get("type")
    listed = [one for one in kinds if isinstance(one, str)] if isinstance(kinds, list) else []
    return "" if "*" in listed else ",".join(listed)


def most_answers(component: Component) -> int:
    """How many answers a component takes that takes several (`maxNumberOfFiles`, `maxTags`)."""
    most = number(component, "maxNumberOfFiles") or number(component, "maxTags")
    return max(1, min(int(most), MOST_INSTANCES)) if most else MOST_INSTANCES
