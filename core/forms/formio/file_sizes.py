# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How large a file may be that a Form.io component takes."""

import re
from typing import Final

from core.forms.formio.documents import Component, word

_SIZE: Final = re.compile(r"\s*(\d{1,9}(?:\.\d{1,3})?)\s*([KMGT]?)B?\s*", re.IGNORECASE)
_UNITS: Final = {"": 1, "K": 1_024, "M": 1_024**2, "G": 1_024**3, "T": 1_024**4}


def largest(component: Component) -> int:
    """Bytes (`fileMaxSize`, as `5MB`); 0 for a component without such a limit."""
    found = _SIZE.fullmatch(word(component, "fileMaxSize"))
    return int(float(found[1]) * _UNITS[found[2].upper()]) if found else 0
