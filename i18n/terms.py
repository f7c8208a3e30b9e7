# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The glossary of each language, `i18n/glossary`, and whether its sentences keep to it: one word for one thing."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from i18n.entries import Entry
from i18n.languages import LanguageInfo
from i18n.named_controls import plain

GLOSSARIES: Final = Path(__file__).with_name("glossary")

OF_STAFF: Final = frozenset({"command", "finding", "profile", "set_up"})
"""Areas whose readers set machines up: they may be told of codes and sound devices in words of the trade, but where the
English sentence speaks of a term, the term is meant.
"""

ON_CONTROLS: Final = {
    "Back": "bar.back",
    "Continue": "question.continue",
    "Start": "service.start",
    "Finish": "bar.finish",
    "Change": "check.change",
    "Settings": "bar.settings",
    "Language": "bar.language",
    "Read aloud": "bar.read",
    "Stop": "bar.stop_short",
    "Larger": "settings.larger",
    "Smaller": "settings.smaller",
    "Help from a person": "bar.help",
    "sealed on this machine": "way.sealed",
    "receipt": "paper.title_received",
}
"""Terms that stand on the screen by themselves, and the key of the sentence that is nothing else."""


_FILLED: Final = re.compile(r"\{[^}]*\}|`[^`]*`")
"""What is no word of the sentence: what is filled in, and what is typed."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words of one language. `terms` is English term → own word, `instead` what is never said (a pattern) → the
    English term of which it would be the second word.
    """

    terms: Mapping[str, str]
    instead: Mapping[str, str]


class GlossaryError(Exception):
    """A glossary is missing or cannot be read; the text says which."""


def glossary(info: LanguageInfo, root: Path = GLOSSARIES) -> Glossary:
    """The glossary of a language. `GlossaryError` when there is none, or not of this kind."""
    path = root / f"{info.folder}.toml"
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as problem:
        raise GlossaryError(f"{path.name} is missing: a language needs its glossary") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise GlossaryError(f"{path.name}: {problem}") from problem
    instead = read.pop("instead", {})
    if not isinstance(instead, dict) or not all(isinstance(word, str) for word in read.values()):
        raise GlossaryError(f"{path.name}: a term has one word")
    return Glossary(read, instead)


def speaks_of(entry: Entry, term: str) -> bool:
    """Whether an English sentence says a term, as "another machine" does of "this machine"."""
    word = re.escape(term.removeprefix("this ").split(" (")[0])
    return any(
        re.search(rf"\b{word}s?\b", _FILLED.sub("", plain(form)), re.IGNORECASE) for form in entry.forms
    )


def against_glossary(
    own: Mapping[str, Entry], words: Glossary, english: Glossary, said: Mapping[str, Entry]
) -> Iterator[tuple[str, str]]:
    """Where sentences and glossary have gone apart: the key or term, and what is wrong. `own` is key → sentence,
    `said` the same in English.
    """
    for term in english.terms.keys() ^ words.terms.keys():
        yield term, "is not a term of every glossary"
    for term, key in ON_CONTROLS.items():
        if key not in own or term not in words.terms:
            continue
        label = plain(own[key].forms[0])
        # The English glossary says beside each of its terms what it means.
        wanted = term if words is english else plain(words.terms[term])
        if label.casefold() != wanted.casefold():
            yield key, f"says {label!r}, and the glossary {wanted!r}"
    for pattern, term in words.instead.items():
        if term not in words.terms:
            yield pattern, f"stands for {term!r}, which is no term"
            continue
        for entry in own.values():
            if entry.area in OF_STAFF and not (
                words is not english and entry.key in said and speaks_of(said[entry.key], term)
            ):
                continue
            for form in entry.forms:
                if found := re.search(pattern, _FILLED.sub("", plain(form))):
                    yield entry.key, f"says {found[0]!r}, and the glossary {words.terms[term]!r}"
