# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
r"""Form.io's `inputMask` as a pattern.

The mask of a text field is one of the Inputmask library (5): `9` a digit, `a` a letter, `*` either, `A`, `&` and `#`
the same in capitals, `[…]` what may be left out, `{n,m}` how often, `(…|…)` one of several, `\` before what is meant
as it is. That of every other component (`validateMask` of @formio/core 2) knows `9`, `a`, `A` and `*` alone.
"""

import re
from collections.abc import Mapping
from typing import Final

_LARGE: Final = "A-ZА-ЯЁÀ-ÖØ-Þ"
_LETTERS: Final = "A-Za-zА-яЁёÀ-ÿµ"
_RICH: Final[Mapping[str, str]] = {
    "9": "[0-9]",
    "a": f"[{_LETTERS}]",
    "*": f"[0-9{_LETTERS}]",
    "A": f"[{_LARGE}]",
    "&": f"[0-9{_LARGE}]",
    "#": "[0-9A-F]",
}
_PLAIN: Final[Mapping[str, str]] = {"9": "[0-9]", "A": "[A-Za-z]", "a": "[a-z]", "*": "[A-Za-z0-9]"}

_TIMES: Final = re.compile(r"\{(?:(\d{1,3})(?:,(\d{1,3}|\*))?|([+*]))\}")


def plain_mask(mask: str) -> str:
    """The pattern of a mask in which every other sign means itself."""
    return "".join(_PLAIN.get(sign, re.escape(sign)) for sign in mask)


def rich_mask(mask: str) -> str:
    """The pattern of a mask of a text field."""
    found: list[str] = []
    open_groups: list[bool] = []
    at = 0
    while at < len(mask):
        sign = mask[at]
        times = _TIMES.match(mask, at)
        if times and found:
            found.append(_times(times))
            at = times.end()
            continue
        if sign == "\\" and at + 1 < len(mask):
            at += 1
            found.append(re.escape(mask[at]))
        elif sign in "([":
            grouped = sign == "[" or _is_group(mask, at)
            open_groups.append(grouped)
            found.append("(?:" if grouped else r"\(")
        elif sign in ")]" and open_groups:
            grouped = open_groups.pop()
            found.append((")?" if sign == "]" else ")") if grouped else re.escape(sign))
        elif sign == "|" and open_groups and open_groups[-1]:
            found.append("|")
        else:
            found.append(_RICH.get(sign, re.escape(sign)))
        at += 1
    found.extend(")" for grouped in open_groups if grouped)
    return "".join(found)


def _is_group(mask: str, at: int) -> bool:
    """Whether a bracket holds alternatives or is repeated; one around a dialling code is a sign like others."""
    end = mask.find(")", at)
    return end > 0 and ("|" in mask[at:end] or bool(_TIMES.match(mask, end + 1)))


def _times(found: re.Match[str]) -> str:
    least, most, any_number = found.groups()
    if any_number:
        return any_number
    return f"{{{least}}}" if most is None else f"{{{least},{'' if most == '*' else most}}}"
