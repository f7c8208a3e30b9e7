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
_LOOSE: Final[Mapping[str, str]] = {
    **_RICH,
    "A": f"(?P<c>[{_LETTERS}])",
    "&": f"(?:[0-9]|(?P<c>[{_LETTERS}]))",
    "#": "(?:[0-9]|(?P<c>[A-Fa-f]))",
}
_PLAIN: Final[Mapping[str, str]] = {"9": "[0-9]", "A": "[A-Za-z]", "a": "[a-z]", "*": "[A-Za-z0-9]"}

LONGEST: Final = 200
"""Signs of a mask that is taken apart."""

_TIMES: Final = re.compile(r"\{(?:(\d{1,3})(?:,(\d{1,3}|\*))?|([+*]))\}")


def plain_mask(mask: str) -> str:
    """The pattern of a mask in which every other sign means itself."""
    return "".join(_PLAIN.get(sign, re.escape(sign)) for sign in mask)


def rich_mask(mask: str) -> str:
    """The pattern of a mask of a text field; of one longer than `LONGEST`, that of a plain one."""
    return plain_mask(mask) if len(mask) > LONGEST else _parsed(mask, 0, "", _RICH)[0]


def capitals_mask(mask: str) -> str:
    """The pattern in which small letters fit where the mask of a text field makes capitals of them, each a group `c`;
    empty where it makes none."""
    loose = "" if len(mask) > LONGEST else _parsed(mask, 0, "", _LOOSE)[0]
    return loose if "(?P<c>" in loose else ""


def _parsed(mask: str, at: int, closing: str, signs: Mapping[str, str]) -> tuple[str, int]:
    """The pattern from a place to the sign that closes it, and where it goes on."""
    atoms: list[str] = []
    either = False
    while at < len(mask) and mask[at] != closing:
        sign = mask[at]
        if atoms and (times := _TIMES.match(mask, at)):
            atoms[-1] = f"(?:{atoms[-1]}){_times(times)}"
            at = times.end()
            continue
        if sign == "|" and atoms:
            either, at = True, at + 1
            continue
        if sign == "[":
            inner, at = _parsed(mask, at + 1, "]", signs)
            atom = f"(?:{inner})?"
        elif sign == "(" and _is_group(mask, at):
            inner, at = _parsed(mask, at + 1, ")", signs)
            atom = f"(?:{inner})"
        elif sign == "\\" and at + 1 < len(mask):
            atom, at = re.escape(mask[at + 1]), at + 2
        else:
            atom, at = signs.get(sign, re.escape(sign)), at + 1
        # A stroke stands between the two parts beside it, not between all before and all after it.
        if either:
            atoms[-1] = f"(?:{atoms[-1]}|{atom})"
            either = False
        else:
            atoms.append(atom)
    return "".join(atoms), at + 1


def _is_group(mask: str, at: int) -> bool:
    """Whether a bracket holds alternatives, is one or is repeated; one around a dialling code is a sign like others."""
    end = mask.find(")", at)
    beside = mask[at - 1 : at] + mask[end + 1 : end + 2]
    return end > 0 and ("|" in mask[at:end] or "|" in beside or bool(_TIMES.match(mask, end + 1)))


def _times(found: re.Match[str]) -> str:
    least, most, any_number = found.groups()
    if any_number:
        return any_number
    return f"{{{least}}}" if most is None else f"{{{least},{'' if most == '*' else most}}}"
