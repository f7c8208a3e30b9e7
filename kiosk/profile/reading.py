# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes values out of a TOML table one key at a time, and remembers everything that is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from core.breach import Wrong
from core.text import LocalisedText
from kiosk.profile.thresholds import is_plain, is_private

E = TypeVar("E", bound=Enum)

TEXT_CAP = 200
"""Characters of one text in a profile."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in a profile: where, what, what is allowed there, and what is safe. Plain words for staff.

    `kind` and `values` say the same to who finds a sentence for it in another language.
    """

    key: str
    wrong: str
    allowed: str
    safe: str = ""
    kind: Wrong = Wrong.OTHER
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        safe = f" Safe: {self.safe}." if self.safe else ""
        return f"{self.key}: {self.wrong}. Allowed: {self.allowed}.{safe}"


@dataclass(slots=True)
class Table:
    """One table of the file. Every key asked for is ticked off; `leftovers` tells the rest."""

    values: Mapping[str, Any]
    place: str = ""
    mistakes: list[Mistake] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def _key(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def wrong(
        self,
        key: str,
        what: str,
        allowed: str,
        safe: str = "",
        *,
        kind: Wrong = Wrong.OTHER,
        **values: str,
    ) -> None:
        """Note a mistake at a key of this table."""
        self.mistakes.append(Mistake(self._key(key), what, allowed, safe, kind, values))

    def _take(self, key: str, allowed: str, default: Any) -> Any:
        self.asked.add(key)
        if key in self.values:
            return self.values[key]
        if default is None:
            self.wrong(key, "is missing", allowed, kind=Wrong.MISSING)
        return default

    def table(self, key: str) -> "Table":
        """The table under a key; empty when it is missing, so that its own keys are reported."""
        self.asked.add(key)
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            section = f"[{self._key(key)}]"
            self.wrong(key, "is not a table", f"a section {section}", kind=Wrong.SECTION, section=section)
            value = {}
        return Table(value, self._key(key), self.mistakes)

    def tables(self, key: str) -> "tuple[Table, ...]":
        """The list of tables under a key, for example every `[[access]]`; none when it is missing."""
        self.asked.add(key)
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            section = f"[[{self._key(key)}]]"
            what = "is not a list of tables"
            self.wrong(key, what, f"sections {section}", kind=Wrong.SECTION, section=section)
            return ()
        name = self._key(key)
        return tuple(Table(item, f"{name}[{place}]", self.mistakes) for place, item in enumerate(value, 1))

    def text(self, key: str, default: str | None = None) -> str:
        """A text of at most `TEXT_CAP` characters on one line."""
        allowed = f"a text on one line, at most {TEXT_CAP} characters"
        value = self._take(key, allowed, default)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.wrong(key, f"is {_shown(value)}, not a text", allowed, kind=Wrong.TEXT, most=str(TEXT_CAP))
            return ""
        if len(value) > TEXT_CAP or not value.isprintable():
            self.wrong(key, "is too long or has line breaks", allowed, kind=Wrong.TEXT, most=str(TEXT_CAP))
            return ""
        return value

    def localised(self, key: str, languages: Sequence[str]) -> LocalisedText:
        """A text, or a table of one text for each language. Nothing at all is an empty text."""
        if not isinstance(self.values.get(key), dict):
            text = self.text(key, "")
            return LocalisedText.of({"und": text} if text else {})
        versions = self.table(key)
        read = LocalisedText.of({tag: versions.text(tag, "") for tag in languages if tag in versions.values})
        versions.leftovers()
        return read

    def number(
        self, key: str, low: float, high: float, default: float | None = None, unit: str = ""
    ) -> float:
        """A number from `low` to `high`."""
        unit = f" {unit}" if unit else ""
        allowed = f"a number from {low:g} to {high:g}{unit}"
        ends = {"least": f"{low:g}", "most": f"{high:g}"}
        value = self._take(key, allowed, default)
        if value is None:
            return low
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(key, f"is {_shown(value)}, not a number", allowed, kind=Wrong.RANGE, **ends)
            return low
        if not low <= value <= high:
            safe = "" if default is None else f"{default:g}{unit}"
            self.wrong(key, f"is {value:g}", allowed, safe, kind=Wrong.RANGE, **ends)
            return low
        return float(value)

    def truth(self, key: str, default: bool) -> bool:
        """true or false."""
        value = self._take(key, "true or false", default)
        if not isinstance(value, bool):
            self.wrong(key, f"is {_shown(value)}", "true or false", kind=Wrong.CHOICE, choices="true, false")
            return default
        return value

    def choice(self, key: str, kinds: type[E], default: E | None = None) -> E:
        """One of the values of an enumeration."""
        names = [str(kind.value) for kind in kinds]
        value = self._take(key, _one_of(names), default.value if default else None)
        for kind in kinds:
            if kind.value == value:
                return kind
        if value is not None:
            self._none_of(key, f"is {_shown(value)}", str(value), names)
        return default or next(iter(kinds))

    def word(self, key: str, words: Sequence[str], default: str | None = None) -> str:
        """One of some words."""
        value = self._take(key, _one_of(words), default)
        if value in words:
            return str(value)
        if value is not None:
            self._none_of(key, f"is {_shown(value)}", str(value), words)
        return words[0]

    def words(
        self, key: str, words: Sequence[str] | None, least: int, default: list[str] | None = None
    ) -> tuple[str, ...]:
        """A list of texts without repetition, each one of `words` where those are given."""
        allowed = f"a list of at least {least}" + (f" of: {', '.join(words)}" if words else " texts")
        value = self._take(key, allowed, default)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.wrong(key, "is not a list of texts", allowed, kind=Wrong.LIST, least=str(least))
            return ()
        for item in value:
            if words is not None and item not in words:
                what = f"has {_shown(item)}{_meant(_near(item, words))}"
                self.wrong(key, what, allowed, kind=Wrong.CHOICE, choices=", ".join(words))
        if len(value) < least or len(set(value)) != len(value):
            what = "is too short or repeats something"
            self.wrong(key, what, allowed, kind=Wrong.LIST, least=str(least))
        return tuple(value)

    def address(self, key: str) -> str:
        """An https address; http is taken only for this machine itself (127.0.0.1, localhost)."""
        allowed = "an https:// address, or http:// on 127.0.0.1"
        value = self.text(key)
        if not value:
            if self.values.get(key) == "":
                self.wrong(key, "is empty", allowed, kind=Wrong.ADDRESS)
            return ""
        if not is_private(value):
            safe = "the https:// address of the same server"
            self.wrong(key, f"is {_shown(value)}", allowed, safe, kind=Wrong.ADDRESS)
            return ""
        return value

    def asked_openly(self, key: str) -> str:
        """An address that anybody on the way may see asked: http or https; empty where none is named."""
        value = self.text(key, "")
        if value and not is_plain(value):
            self.wrong(
                key, f"is {_shown(value)}", "an http:// or https:// address, or nothing", kind=Wrong.ADDRESS
            )
            return ""
        return value

    def leftovers(self) -> None:
        """Report every key that nobody asked for: a misspelt key must not be a silent default."""
        for key in self.values:
            if key not in self.asked:
                near = _near(key, sorted(self.asked))
                self.wrong(
                    key,
                    f"is not a known key{_meant(near)}",
                    _one_of(sorted(self.asked)),
                    kind=Wrong.MISSPELT if near else Wrong.UNKNOWN,
                    name=self._key(key),
                    near=near,
                )

    def _none_of(self, key: str, what: str, value: str, words: Sequence[str]) -> None:
        meant = _meant(_near(value, words))
        self.wrong(key, f"{what}{meant}", _one_of(words), kind=Wrong.CHOICE, choices=", ".join(words))


def _one_of(words: Sequence[str]) -> str:
    return "one of " + ", ".join(words)


def _near(word: str, words: Sequence[str]) -> str:
    """What is written most like it; empty where nothing is."""
    import difflib  # only for a mistake: the window need not wait for it

    return next(iter(difflib.get_close_matches(word, words, n=1)), "")


def _meant(near: str) -> str:
    return f" (did you mean {near}?)" if near else ""


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
