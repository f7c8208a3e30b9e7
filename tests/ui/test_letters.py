# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every letter of every sentence is drawn, from the font of its language (accessibility.md SEE-12)."""

import os

import pytest
from PySide6.QtGui import QFont, QTextLayout

from accessibility.qt.fonts import families, missing_families
from i18n.languages import LANGUAGES
from tests.support.catalogues import entries

INVISIBLE = set("\u00ad\u200b\u200c\u200d\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("language", [info.tag for info in LANGUAGES])
def test_no_sentence_has_a_letter_without_a_shape(language: str, qapp: object) -> None:
    if missing := missing_families():
        if os.environ.get("CI"):
            pytest.fail(f"fonts not installed: {', '.join(missing)}")
        pytest.skip(f"fonts not installed: {', '.join(missing)}")
    font = QFont()
    font.setFamilies(families(language))
    texts = [form for entry in entries(language) for form in entry.forms]
    texts += [info.own_name for info in LANGUAGES]
    without, foreign = [], set()
    for text in texts:
        visible = "".join(letter for letter in text if letter not in INVISIBLE)
        layout = QTextLayout(visible, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        for run in layout.glyphRuns():
            if 0 in run.glyphIndexes():
                without.append(text)
            if run.rawFont().familyName() not in families(language):
                foreign.add((run.rawFont().familyName(), text))
    assert not without
    assert not foreign
