# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds language packs: a folder with `language.toml` and message files adds a language everywhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from i18n.languages import LanguageInfo, Sentences, is_offered, offer
from i18n.pack_facts import FACTS, read_facts

MOST_PACKS: Final = 40


@dataclass(frozen=True, slots=True)
class Pack:
    """A language that can be added. `aside` tells which of its sentences are left out, and why."""

    info: LanguageInfo
    sentences: Sentences
    aside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedPack:
    """A folder that is no usable pack, and every reason, in plain words for staff."""

    folder: Path
    reasons: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """One line for each reason: folder, what is wrong."""
        return tuple(f"{self.folder.name}: {reason}" for reason in self.reasons)


def folders(places: Iterable[Path]) -> tuple[Path, ...]:
    """Every folder in these places that means to be a pack; a place that is not there holds none."""
    found: list[Path] = []
    for place in places:
        if place.is_dir():
            found += sorted(path for path in place.iterdir() if (path / FACTS).exists())
    return tuple(found[:MOST_PACKS])


def tags(places: Iterable[Path]) -> tuple[str, ...]:
    """The languages that the packs in these places say they are, without a look at their sentences."""
    facts = (read_facts(folder) for folder in folders(places))
    return tuple(info.tag for info in facts if isinstance(info, LanguageInfo))


def voices(places: Iterable[Path]) -> Mapping[str, str]:
    """The voice that each of these packs names for its language; empty for one that names none."""
    facts = (read_facts(folder) for folder in folders(places))
    return {info.tag: info.voice for info in facts if isinstance(info, LanguageInfo)}


def read_pack(folder: Path) -> Pack | RefusedPack:
    """Read and judge one folder."""
    info = read_facts(folder)
    if isinstance(info, tuple):
        return RefusedPack(folder, info)
    if is_offered(info.tag):
        return RefusedPack(folder, (f"{info.tag} is offered already, by the program or by another pack",))
    from i18n.pack_words import read_words

    words = read_words(folder, info)
    if isinstance(words, tuple):
        return RefusedPack(folder, words)
    sentences = words.sentences
    return Pack(replace(info, share=words.share), lambda: sentences, words.aside)


def offer_packs(places: Iterable[Path]) -> tuple[Pack | RefusedPack, ...]:
    """Add every good pack in these places to what is offered; answers all of them, with those refused."""
    found = []
    for folder in folders(places):
        pack = read_pack(folder)
        if isinstance(pack, Pack):
            offer(pack.info, pack.sentences)
        found.append(pack)
    return tuple(found)
