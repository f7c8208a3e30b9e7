# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one sound that there is has its twin for eyes on every page: the bar says how to stop it (SPK-10)."""

from dataclasses import replace

import pytest

from core.ids import Language
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from ui.present.bar import present_bar
from ui.registry import screens


@pytest.mark.requirement("SPK-10", part="every sound has a visible twin")
@pytest.mark.parametrize("language", [info.tag for info in LANGUAGES])
def test_while_the_voice_speaks_every_page_says_so(language: str) -> None:
    texts = Messages.load(language)
    for name, visit in screens().items():
        quiet = replace(visit, language=Language(language), speaking=False)
        silent, heard = present_bar(quiet, texts), present_bar(replace(quiet, speaking=True), texts)
        assert (heard.read, heard.reading) == (texts.text("bar.stop"), True), name
        assert (silent.read, silent.reading) == (texts.text("bar.read"), False), name
