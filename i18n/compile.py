# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the binary message catalogues: `python -m i18n.compile` merges all areas of a language."""

import os
import sys
from datetime import timedelta
from gettext import c2py
from pathlib import Path
from typing import Final, Literal

from babel.dates import format_timedelta
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po

from i18n.formats import locale_of
from i18n.languages import LANGUAGES, LanguageInfo, language_info
from i18n.messages import CATALOGUE, DAYS, LOCALE, MINUTES

SOURCE: Final = "en"
"""The language the sentences are first written in."""

SAMPLES: Final = 200
"""Numbers that are tried to find an example for each plural form; every language repeats after a hundred."""


class CatalogueError(Exception):
    """A message file cannot be used; the text names the file and the key."""


def areas(root: Path = LOCALE) -> tuple[str, ...]:
    """The areas the sentences are kept in: one for each file of the first language."""
    return tuple(sorted(path.stem for path in (root / SOURCE / "LC_MESSAGES").glob("*.po")))


def read_area(info: LanguageInfo, area: str, root: Path = LOCALE) -> Catalog:
    """One `.po` file. An area without a file is empty. `CatalogueError` for a damaged file."""
    path = root / info.folder / "LC_MESSAGES" / f"{area}.po"
    if not path.exists():
        return Catalog(locale=info.folder)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=info.folder, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as problem:
        raise CatalogueError(f"{path.name} ({info.tag}): {problem}") from problem


def key_of(message: Message) -> str:
    """The message's key, whether it has plural forms or not."""
    return message.id if isinstance(message.id, str) else message.id[0]


def _said(message: Message) -> bool:
    """Whether there is a sentence: one that a translator has not come to yet is empty."""
    return all((message.string,) if isinstance(message.string, str | None) else message.string)


def merge(info: LanguageInfo, root: Path = LOCALE) -> Catalog:
    """All areas of a language in one catalogue. `CatalogueError` when two areas use the same key."""
    merged = Catalog(locale=info.folder, charset="utf-8")
    stands_in: dict[str, str] = {}
    for area in areas(root):
        for message in read_area(info, area, root):
            if not message.id:
                continue
            key = key_of(message)
            if key in stands_in:
                raise CatalogueError(f"{key} ({info.tag}) stands in {stands_in[key]} and in {area}")
            stands_in[key] = area
            merged.add(message.id, message.string)
    return merged


def whole(info: LanguageInfo, root: Path = LOCALE) -> Catalog:
    """A language with the first language's sentence wherever its own is missing: never an empty button."""
    made = merge(info, root)
    if info.tag == SOURCE:
        return made
    for message in [message for message in made if message.id and not _said(message)]:
        made.delete(message.id)
    present = {key_of(message) for message in made if message.id}
    forms = get_plural(info.folder).num_plurals
    for message in merge(language_info(SOURCE), root):
        if message.id and key_of(message) not in present:
            string = message.string
            made.add(message.id, string if isinstance(string, str) else ((string or ("",))[-1],) * forms)
    return made


def add_lengths(made: Catalog, info: LanguageInfo) -> None:
    """Add "10 minutes" and "30 days" in every form of the language, as CLDR writes it.

    The first page says how soon the machine forgets, and must not wait for Babel to be loaded.
    """
    _add_length(made, info, MINUTES, timedelta(minutes=1), "minute")
    _add_length(made, info, DAYS, timedelta(days=1), "day")


def _add_length(
    made: Catalog, info: LanguageInfo, key: str, one: timedelta, unit: Literal["minute", "day"]
) -> None:
    plural = get_plural(info.locale or info.folder)
    form_of = c2py(plural.plural_expr)
    forms = [""] * plural.num_plurals
    for n in (0, *range(SAMPLES, 0, -1)):
        said = format_timedelta(
            n * one,
            granularity=unit,
            threshold=SAMPLES * 10,
            locale=info.locale or locale_of(info.tag),
        )
        forms[form_of(n)] = said.replace(str(n), "{n}")
    made.add((key, key), tuple(forms))


def compile_all(root: Path = LOCALE) -> None:
    """Write the binary catalogue of every language, in one step, so that nobody reads half of it."""
    for info in LANGUAGES:
        folder = root / info.folder / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        # Two of us may be at work at once: each writes a file of its own and moves it into place whole.
        target, part = folder / CATALOGUE, folder / f"{CATALOGUE}.{os.getpid()}.part"
        with part.open("wb") as file:
            catalogue = whole(info, root)
            add_lengths(catalogue, info)
            write_mo(file, catalogue)
        part.replace(target)


if __name__ == "__main__":
    try:
        compile_all()
    except CatalogueError as problem:
        sys.exit(str(problem))
