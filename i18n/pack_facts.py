# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what a language pack says of its language (`language.toml`), and everything that is wrong with that."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from i18n.languages import Direction, LanguageInfo, Script

FACTS: Final = "language.toml"
MOST_BYTES: Final = 16_000
MOST_CHARACTERS: Final = 40
MOST_LETTERS: Final = 100
MOST_ROWS: Final = 4
MOST_IN_A_ROW: Final = 14
LETTER: Final = 3
"""Characters of one letter, for those that carry marks."""

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
_LOCALE = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_[A-Z]{2})?")
_VOICE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*")


@dataclass(slots=True)
class _Facts:
    """The values of a pack as they are asked for, and what is wrong with them."""

    values: Mapping[str, Any]
    wrong: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def text(self, key: str, default: str | None = "", shape: re.Pattern[str] | None = None) -> str:
        """A text on one line. Without a `default` it has to be there."""
        self.asked.add(key)
        value = self.values.get(key, default)
        if value is None:
            self.wrong.append(f"{key} is missing")
            return ""
        if not isinstance(value, str) or len(value) > MOST_CHARACTERS or not value.isprintable():
            self.wrong.append(f"{key} is not a text of at most {MOST_CHARACTERS} visible characters")
            return ""
        if value and shape is not None and not shape.fullmatch(value):
            self.wrong.append(f"{key} is {value!r}, which does not have the right shape")
            return ""
        return value.strip()

    def signs(self, key: str, most: int, value: object | None = None) -> tuple[str, ...]:
        """Letters: one string of single letters, or of letters with spaces between them."""
        self.asked.add(key)
        found = self.values.get(key, "") if value is None else value
        if not isinstance(found, str) or not found.isprintable():
            self.wrong.append(f"{key} is not a text of visible letters")
            return ()
        signs = tuple(found.split()) if " " in found else tuple(found)
        if len(signs) > most or any(len(sign) > LETTER for sign in signs) or len(set(signs)) != len(signs):
            self.wrong.append(f"{key} repeats a letter, or has more than {most} of them")
            return ()
        return signs


def read_facts(folder: Path) -> LanguageInfo | tuple[str, ...]:
    """What a pack says of its language, or every reason why it cannot be used."""
    try:
        raw = (folder / FACTS).read_bytes()[: MOST_BYTES + 1]
        if len(raw) > MOST_BYTES:
            return (f"{FACTS} is larger than {MOST_BYTES} bytes",)
        facts = _Facts(tomllib.loads(raw.decode("utf-8")))
    except OSError as problem:
        return (f"{FACTS} cannot be read: {problem.strerror}",)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return (f"{FACTS} is not a TOML file in UTF-8",)
    info = _info(facts)
    facts.wrong += [f"{key} is not a known key" for key in facts.values if key not in facts.asked]
    return tuple(facts.wrong) or info


def _info(facts: _Facts) -> LanguageInfo:
    tag = facts.text("tag", None, _TAG)
    directions = {one.value: one for one in Direction}
    direction = facts.text("direction", None)
    if direction and direction not in directions:
        facts.wrong.append(f"direction is {direction!r}, not ltr or rtl")
    runs = directions.get(direction, Direction.LEFT_TO_RIGHT)
    scripts = {one.value: one for one in Script}
    script = facts.text("script", "arabic" if runs is Direction.RIGHT_TO_LEFT else "latin")
    if script not in scripts:
        facts.wrong.append(f"script is {script!r}, not one of {', '.join(scripts)}")
    locale = facts.text("locale", tag.replace("-", "_"), _LOCALE)
    if locale and not _in_cldr(locale):
        facts.wrong.append(f"locale is {locale!r}, which CLDR does not know")
    letters = facts.signs("letters", MOST_LETTERS)
    name = facts.text("own_name", None)
    if "own_name" in facts.values and not name:
        facts.wrong.append("own_name is empty")
    return LanguageInfo(
        tag,
        name,
        runs,
        scripts.get(script, Script.LATIN),
        locale,
        facts.text("font"),
        facts.text("voice", "", _VOICE),
        facts.text("greeting"),
        facts.text("larger"),
        letters,
        _rows(facts, letters),
    )


def _rows(facts: _Facts, letters: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    facts.asked.add("rows")
    value = facts.values.get("rows", [])
    if not isinstance(value, list) or len(value) > MOST_ROWS:
        facts.wrong.append(f"rows is not a list of at most {MOST_ROWS} rows of letters")
        return ()
    rows = tuple(facts.signs("rows", MOST_IN_A_ROW, line) for line in value)
    if any(rows) and {sign for row in rows for sign in row} != set(letters):
        facts.wrong.append("rows does not have the same letters as letters")
    return rows


def _in_cldr(locale: str) -> bool:
    from babel.core import Locale, UnknownLocaleError

    try:
        Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        return False
    return True
