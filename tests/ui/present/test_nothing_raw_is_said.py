# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that any screen gives to the voice, in every language, is fit to be said (SPK-13)."""

from dataclasses import replace

import pytest

from accessibility.speech.transcript import transcript
from core.ids import Language
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from tests.support.raw_speech import raw_writing
from ui.present.reading import spoken
from ui.present.screen import present
from ui.registry import screens
from ui.registry_setting import a_kiosk

TAGS = [info.tag for info in LANGUAGES]


@pytest.mark.requirement("SPK-13", part="nothing raw on any screen, in any language")
@pytest.mark.parametrize("language", TAGS)
def test_no_screen_gives_the_voice_the_writing_of_machines(language: str) -> None:
    texts, found = Messages.load(language), []
    for name, visit in screens().items():
        page = present(replace(visit, language=Language(language)), texts, a_kiosk())
        for said in transcript(spoken(page, texts)):
            found += [f"{name}: {what}" for what in raw_writing(said)]
    assert found == []
