# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The formats of texts that the library checks by packages nobody keeps any more; each is the rule of an RFC."""

import re
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from typing import Final

from jsonschema import FormatChecker

_PCT = r"%[0-9A-Fa-f]{2}"
_ASCII = r"A-Za-z0-9\-._~!$&'()*+,;="
_MORE = (
    "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U000efffd"
)
"""The signs of RFC 3987 (`ucschar`) beyond ASCII."""

_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
"""Those that may stand in a query only (`iprivate`)."""


def _address(signs: str, private: str = "", *, whole: bool) -> re.Pattern[str]:
    """An address (RFC 3986 appendix A, RFC 3987 section 2.2), with a scheme or, unless `whole`, without."""
    sign = rf"(?:[{signs}:@]|{_PCT})"
    host = rf"(?:\[[0-9A-Fa-f:.]+\]|\[[vV][0-9A-Fa-f]+\.[{_ASCII}:]+\]|(?:[{signs}]|{_PCT})*)"
    authority = rf"//(?:(?:[{signs}:]|{_PCT})*@)?{host}(?::[0-9]*)?(?:/{sign}*)*"
    tail = rf"(?:\?(?:{sign}|[/?{private}])*)?(?:#(?:{sign}|[/?])*)?"
    rooted = rf"/(?:{sign}+(?:/{sign}*)*)?"
    rest = rf"(?:{authority}|{rooted}|{sign}+(?:/{sign}*)*|)"
    absolute = rf"[A-Za-z][A-Za-z0-9+.\-]*:{rest}{tail}"
    if whole:
        return re.compile(absolute)
    first = rf"(?:[{signs}@]|{_PCT})+"
    return re.compile(rf"(?:{absolute}|(?:{authority}|{rooted}|{first}(?:/{sign}*)*|){tail})")


_VARIABLE = rf"(?:[A-Za-z0-9_]|{_PCT})(?:\.?(?:[A-Za-z0-9_]|{_PCT}))*(?::[1-9][0-9]{{0,3}}|\*)?"
_TIME = r"T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)"
_DATE = r"(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)"
_LABEL = r"(?!-)(?:(?=[xX][nN]--)|(?!..--))[A-Za-z0-9\-]{1,63}(?<!-)"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+"
_LITERAL = re.compile(r"\[(?:IPv6:)?([0-9A-Fa-f:.]+)\]")

_PATTERNS: Final[Mapping[str, re.Pattern[str]]] = {
    "uri": _address(_ASCII, whole=True),
    "url": _address(_ASCII, whole=True),
    "uri-reference": _address(_ASCII, whole=False),
    "iri": _address(_ASCII + _MORE, _PRIVATE, whole=True),
    "iri-reference": _address(_ASCII + _MORE, _PRIVATE, whole=False),
    # RFC 6570 section 2.
    "uri-template": re.compile(
        rf"(?:[^\x00-\x20\x7f\"%<>\\^`{{|}}]|{_PCT}|\{{[+#./;?&=,!@|]?{_VARIABLE}(?:,{_VARIABLE})*\}})*"
    ),
    # RFC 6901 section 3, and the draft for relative pointers section 3.
    "json-pointer": re.compile(r"(?:/(?:[^/~]|~[01])*)*"),
    "relative-json-pointer": re.compile(r"(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^/~]|~[01])*)*)"),
    # RFC 3339 appendix A.
    "duration": re.compile(rf"P(?:{_DATE}(?:{_TIME})?|{_TIME}|\d+W)", re.ASCII),
    # RFC 1123 section 2.1. What is in punycode is a name in other letters: `idn-hostname` judges it.
    "hostname": re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*", re.ASCII),
    # RFC 5321 section 4.1.2. The library asks for an @ alone.
    "email": re.compile(
        rf"(?:{_ATOM}(?:\.{_ATOM})*|\"(?:[ !#-\[\]-~]|\\[ -~])*\")@"
        rf"(?:{_LABEL}(?:\.{_LABEL})*|\[(?:IPv6:)?[0-9A-Fa-f:.]+\])",
        re.ASCII,
    ),
    # RFC 9562 section 4.
    "uuid": re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
}

LONGEST: Final = 10_000
"""Characters of a text that is looked at: a longer one is none of these."""


def _fits(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    def fits(value: object) -> bool:
        if not isinstance(value, str):
            return True
        return len(value) <= LONGEST and bool(pattern.fullmatch(value)) and _has_true_numbers(value)

    return fits


def _has_true_numbers(value: str) -> bool:
    """Whether what stands in square brackets in an address is the number of a machine."""
    number = _LITERAL.search(value)
    try:
        return number is None or bool(ip_address(number[1]))
    except ValueError:
        return False


def format_checker() -> FormatChecker:
    """A checker of the library's formats and of these."""
    checker = FormatChecker()
    # The class is shared by all who use the library, an instance's table is not.
    checker.checkers = {**checker.checkers, **{name: (_fits(one), ()) for name, one in _PATTERNS.items()}}
    return checker


_OF_FIELDS: Final = frozenset(
    {"date", "time", "date-time", "data-url", "password", "textarea", "radio", "regex"}
)
"""Formats that say which field asks for an answer, so that it can have no other form, or how it looks."""


def is_checked(name: str, checker: FormatChecker) -> bool:
    """Whether a format is checked here, by its field or by its rule."""
    return name in _OF_FIELDS or name in checker.checkers
