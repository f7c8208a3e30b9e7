# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the sentences of a language pack, judges them, and joins them with English where they end."""

import gettext
import struct
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po

from i18n.compile import SOURCE, add_lengths
from i18n.entries import Entry, entries_of, read_entries
from i18n.languages import LanguageInfo, language_info
from i18n.messages import Borrowed, Messages
from i18n.sentence import amiss, unlike

MOST_BYTES: Final = 2_000_000
MOST_FILES: Final = 60
SAID: Final = 5
"""Reasons that are told; whoever mends them is told the next."""

TOO_WIDE: Final = "columns wide"


_STUMBLES: Final = (ValueError, LookupError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class PackWords:
    """The sentences of a pack. `share` of a hundred are there; `aside` tells those that are left out, and why."""

    sentences: gettext.NullTranslations
    share: int
    aside: tuple[str, ...]


class _English(gettext.NullTranslations):
    """Says in English what a pack lacks, and that it is English."""

    def __init__(self) -> None:
        super().__init__()
        self._english = Messages.load(SOURCE).catalogue

    def gettext(self, message: str) -> str:
        found = self._english.gettext(message)
        return found if found == message else Borrowed(found)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        found = self._english.ngettext(msgid1, msgid2, n)
        return found if found == msgid1 else Borrowed(found)


def read_words(folder: Path, info: LanguageInfo) -> PackWords | tuple[str, ...]:
    """The sentences of every `.po` and `.mo` file, or why they cannot be used.

    What could mislead or break a page is a reason to refuse the whole pack: invisible controls, placeholders and
    plural forms that are not those of the sentence. What is merely unfinished is left out, and said in English.
    """
    files = sorted(path for path in folder.iterdir() if path.suffix in (".po", ".mo"))
    if not files or len(files) > MOST_FILES:
        return (f"there must be 1 to {MOST_FILES} .po or .mo files, not {len(files)}",)
    english = {entry.key: entry for entry in read_entries(language_info(SOURCE))}
    forms = get_plural(info.locale).num_plurals
    made = Catalog(locale=info.locale, charset="utf-8")
    wrong: list[str] = []
    aside: list[str] = []
    present: set[str] = set()
    for path in files:
        catalogue = _read(path, info)
        if isinstance(catalogue, str):
            return (catalogue,)
        for entry in entries_of(catalogue, path.stem):
            key = entry.key
            if key not in english or entry.fuzzy or not all(form.strip() for form in entry.forms):
                aside.append(f"{path.name}: {key}: is unfinished, or no sentence of this version")
                continue
            if key in present:
                wrong.append(f"{path.name}: {key}: stands twice")
            present.add(key)
            found = _judged(entry, english[key], info, forms)
            wide = [what for what in found if TOO_WIDE in what]
            wrong += [f"{path.name}: {key}: {what}" for what in found if what not in wide]
            aside += [f"{path.name}: {key}: {what}" for what in wide]
            if not found:
                made.add((key, key) if entry.counts else key, entry.forms if entry.counts else entry.forms[0])
    if wrong:
        more = (f"and {len(wrong) - SAID} more",) if len(wrong) > SAID else ()
        return (*wrong[:SAID], *more)
    share = -(-len(made) * 100 // len(english))
    if not share:
        return ("there is no finished sentence of this version in it",)
    # A hundred is said of nothing but a whole language.
    share = min(share, 99) if len(made) < len(english) else 100
    return PackWords(_translations(made, info), share, tuple(aside))


def _judged(entry: Entry, english: Entry, info: LanguageInfo, forms: int) -> list[str]:
    found = [*amiss(entry, info.tag), *unlike(entry, english)]
    if entry.counts and len(entry.forms) != forms:
        found.append(f"has {len(entry.forms)} plural forms, and {info.locale} needs {forms}")
    return found


def _read(path: Path, info: LanguageInfo) -> Catalog | str:
    """One file as a catalogue, or what is wrong with it."""
    if path.is_symlink() or not path.is_file():
        return f"{path.name} is not a file of this folder"
    try:
        raw = path.read_bytes()
        if len(raw) > MOST_BYTES:
            return f"{path.name} is larger than {MOST_BYTES} bytes"
        if path.suffix == ".mo":
            return read_mo(BytesIO(raw))
        return read_po(BytesIO(raw), locale=info.locale, abort_invalid=True)
    except OSError as problem:
        return f"{path.name} cannot be read: {problem.strerror or 'it is no message file'}"
    except (*_STUMBLES, UnknownLocaleError, PoFileError, struct.error):
        # Babel's readers do not check what they read; these are what they stumble with over a damaged file.
        return f"{path.name} is damaged, or no message file in UTF-8"


def _translations(made: Catalog, info: LanguageInfo) -> gettext.NullTranslations:
    """Through a binary catalogue, whose plural rule is CLDR's: nothing of the pack is ever evaluated."""
    add_lengths(made, info)
    file = BytesIO()
    write_mo(file, made)
    file.seek(0)
    translations = gettext.GNUTranslations(file)
    translations.add_fallback(_English())
    return translations
