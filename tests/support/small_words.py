# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Message files of a few sentences, for tests of the tools that read and write them."""

from collections.abc import Mapping
from pathlib import Path

from babel.messages.catalog import Catalog

from i18n.languages import language_info
from i18n.update import written

Sentences = Mapping[str, str | tuple[str, ...]]
"""Key → the sentence, or its plural forms."""


def small_words(folder: Path, languages: Mapping[str, Sentences], area: str = "tea") -> Path:
    """Write one area for each language below `folder`; answers the folder."""
    for tag, sentences in languages.items():
        info = language_info(tag)
        made = Catalog(locale=info.folder, charset="utf-8")
        for key, said in sentences.items():
            made.add(key if isinstance(said, str) else (key, key), said)
        path = folder / info.folder / "LC_MESSAGES" / f"{area}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(made, "", info), "utf-8")
    return folder
