# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the message files up to date with the code: `python -m i18n.update`.

A new key is added to English in the area of its likes, then to every language, empty; what the code no longer
names is taken out. A file in which nothing changes stays as it is, byte by byte.
"""

import sys
from collections import Counter
from collections.abc import Collection
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import write_po

from i18n.compile import SOURCE, areas, key_of, read_area
from i18n.entries import read_entries
from i18n.extract import Uses, uses
from i18n.languages import LANGUAGES, LanguageInfo, language_info
from i18n.messages import LOCALE

NEW_AREA: Final = "new"
"""Where a key goes that has no likes yet."""

_WIDE: Final = 10_000
"""Characters in a line, so that no sentence is ever broken in the file."""

_HEADER: Final = """\
# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
msgid ""
msgstr ""
"Language: {folder}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n\""""


def area_for(key: str, places: dict[str, str]) -> str:
    """The area in which most keys with the longest common beginning stand. `places` is key → area."""
    parts = key.split(".")
    for length in range(len(parts) - 1, 0, -1):
        beginning = ".".join(parts[:length]) + "."
        if likes := Counter(area for one, area in places.items() if one.startswith(beginning)):
            return likes.most_common(1)[0][0]
    return NEW_AREA


def written(catalogue: Catalog, before: str, info: LanguageInfo) -> str:
    """A catalogue as its file: the head that it had (or a new one), then every message on lines of its own."""
    head = before.partition("\n\n")[0]
    if not head:
        head = _HEADER.format(folder=info.folder, plural=get_plural(info.folder).plural_forms)
    file = BytesIO()
    write_po(file, catalogue, width=_WIDE, omit_header=True, ignore_obsolete=True)
    body = file.getvalue().decode("utf-8").rstrip("\n")
    return f"{head}\n\n{body}\n" if body else f"{head}\n"


def update(found: Uses, root: Path = LOCALE) -> tuple[str, ...]:
    """Change the files below `root`. Answers a line for each change."""
    english = language_info(SOURCE)
    places = {entry.key: entry.area for entry in read_entries(english, root)}
    missing = {key: place for key, place in found.missing(places).items() if "*" not in key}
    unused = found.unused(places)
    said = [f"- {key}" for key in sorted(unused)]
    added: dict[str, list[str]] = {}
    for key, place in sorted(missing.items()):
        area = area_for(key, places)
        added.setdefault(area, []).append(key)
        said.append(f"+ {key} ({area}): {place.file}:{place.line}")
    for area in sorted({*areas(root), *added}):
        first = _english(area, added.get(area, ()), unused, found, root)
        _save(first, english, area, root)
        for info in LANGUAGES:
            if info.tag != SOURCE:
                said += _follow(first, info, area, root)
    return tuple(said)


def _english(area: str, added: Collection[str], unused: set[str], found: Uses, root: Path) -> Catalog:
    made = Catalog(locale=SOURCE, charset="utf-8")
    for message in read_area(language_info(SOURCE), area, root):
        if message.id and key_of(message) not in unused:
            made.add(message.id, message.string, auto_comments=message.auto_comments)
    for key in added:
        places = ", ".join(sorted({place.file for place in found.places(key)}))
        made.add(key, "", auto_comments=[f"new: say where it appears ({places})"])
    return made


def _follow(first: Catalog, info: LanguageInfo, area: str, root: Path) -> list[str]:
    """Give a language the keys of English in the order of English, and no others."""
    own = {key_of(message): message for message in read_area(info, area, root) if message.id}
    made = Catalog(locale=info.folder, charset="utf-8")
    said = []
    for message in first:
        if not message.id:
            continue
        key = key_of(message)
        had = own.pop(key, None)
        if had is not None and isinstance(had.id, str) == isinstance(message.id, str):
            made.add(had.id, had.string, auto_comments=had.auto_comments, flags=had.flags)
            continue
        forms = 1 if isinstance(message.id, str) else get_plural(info.folder).num_plurals
        made.add(message.id, "" if isinstance(message.id, str) else ("",) * forms)
        said.append(f"+ {info.tag} {area}: {key}")
    said += [f"- {info.tag} {area}: {key}" for key in own]
    _save(made, info, area, root)
    return said


def _save(made: Catalog, info: LanguageInfo, area: str, root: Path) -> None:
    path = root / info.folder / "LC_MESSAGES" / f"{area}.po"
    before = path.read_text("utf-8") if path.exists() else ""
    text = written(made, before, info)
    if text != before and (before or len(made)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def main() -> int:
    """Bring the program's own files up to date. Returns the exit status."""
    changes = update(uses())
    for line in changes:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"{len(changes)} changes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
