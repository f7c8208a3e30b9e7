# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What forms of different authors mean by the name of a question, and of whom they ask it.

A name is read as its author built it: groups from the outside to the inside (`/veteran/fullName/first`), or all in one
word (`veteranFirstName`, `fornavnSoker`). What has any other word in it means nothing: it may be about somebody else.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.visit import usual_terms as words


def _terms(*tables: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(
        {name: term for table in tables for term, names in table.items() for name in names.split()}
    )


_ANYWHERE: Final = _terms(words.PERSON, words.REACH, words.ADDRESS, words.BUSINESS, words.ACCOUNT)
_IN_ADDRESS: Final = _terms(words.IN_ADDRESS)
_IN_NAME: Final = _terms(words.IN_NAME)
_IN_ACCOUNT: Final = _terms(words.IN_ACCOUNT)
_WHOSE: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(words.ONESELF.split(), "") | dict(_terms(words.OTHERS))
)
_WRAPS: Final = frozenset(words.WRAPS.split())
_NAMES: Final = frozenset(words.NAME_GROUPS.split())
_ADDRESSES: Final = frozenset(words.ADDRESS_GROUPS.split())
_ACCOUNTS: Final = frozenset(words.ACCOUNT_GROUPS.split())
_MAILING: Final = frozenset(words.MAILING.split())
_SUBJECTS: Final = frozenset(words.SUBJECTS.split())
_STANDING: Final = frozenset(words.STANDING.split())

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BRANCH: Final = re.compile(r"~\d+\Z")


def term_of(path: str) -> str | None:
    """The term that a question's path stands for, with whose it is where that is not who fills the form.

    None for a name that means nothing elsewhere, or may be about somebody of whom there are more.
    """
    *groups, name = (_plain(step) for step in path.strip("/").split("/"))
    # The outermost element is the form itself, whatever its author has called it.
    parted = [_parted(group) for group in groups[1:]]
    inside = {rest for _, rest in parted if rest}
    if not inside <= _WRAPS | _NAMES | _ADDRESSES | _ACCOUNTS | _MAILING:
        return None
    person, rest = _parted(name)
    whose = {one for one, _ in parted if one} | {one for one in (person,) if one}
    found = _meaning(rest, inside)
    if found is None or len(whose) > 1:
        return None
    return " ".join((*whose, *(("mailing",) if inside & _MAILING or rest in _MAILING else ()), found))


def _meaning(name: str, inside: set[str]) -> str | None:
    """What a name stands for in groups of these kinds."""
    tables = [_ANYWHERE]
    tables += [_IN_ADDRESS] if inside & (_ADDRESSES | _MAILING) else []
    tables += [_IN_NAME] if inside & _NAMES else []
    tables += [_IN_ACCOUNT] if inside & _ACCOUNTS else []
    found = next((table[name] for table in tables if name in table), None)
    return "fullAddress" if found is None and name in _ADDRESSES | _MAILING else found


def says_of_whom(path: str) -> bool:
    """Whether a name says of whom something is asked."""
    return any(_parted(step)[1] != step for step in map(_plain, path.strip("/").split("/")))


def is_about_another(path: str) -> bool:
    """Whether a name says that the form is about somebody who may not be the one who fills it."""
    return any(word in _SUBJECTS for step in path.split("/") for word in _plain(step).split("_"))


def is_a_standing(path: str) -> bool:
    """Whether a name asks what somebody is (`veteranStatus`), in no group of anybody's."""
    *groups, name = path.strip("/").split("/")
    return not is_about_another("/".join(groups)) and set(_plain(name).split("_")) <= _STANDING


def branch_of(path: str) -> str:
    """The path without the number of its branch: of the branches of a schema one is asked at a time."""
    return "/".join(_BRANCH.sub("", step) for step in path.split("/"))


def _parted(name: str) -> tuple[str, str]:
    """Whose something is by a word before or after it, empty where that is who fills the form; and what is left."""
    if name in _ANYWHERE:
        return "", name
    first, _, after = name.partition("_")
    before, _, last = name.rpartition("_")
    if first in _WHOSE:
        return _WHOSE[first], after
    return (_WHOSE[last], before) if before and last in _WHOSE else ("", name)


def _plain(name: str) -> str:
    bare = _BRANCH.sub("", name.rpartition(":")[2])
    return _HUMP.sub("_", bare).replace("-", "_").casefold()
