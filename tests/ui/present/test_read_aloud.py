# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The voice says everything that a screen shows, in its order and language (accessibility.md SPK-01, SPK-07)."""

import re
from collections.abc import Mapping
from functools import cache

import pytest

from accessibility.speech.pace import voice_for
from accessibility.speech.saying import sayable
from accessibility.speech.sink import Utterance
from accessibility.speech.transcript import Part, transcript
from core.ids import Language
from core.visit.state import Visit
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from ui.present import screen
from ui.present.reading import spoken
from ui.registry import screens
from ui.registry_setting import a_kiosk

TAGS = [info.tag for info in LANGUAGES]
RAW = re.compile(r"[_/\\<>{}]|\d{4}-\d{2}-\d{2}|(?<![\d.,])\d{5,}|[\u2066-\u2069]")


@cache
def screens_in(language: str) -> Mapping[str, Visit]:
    return screens(Language(language))


@cache
def said_on(name: str, language: str) -> tuple[tuple[str, ...], tuple[Utterance, ...]]:
    """The visible texts of a screen, and what the voice says for it."""
    texts = Messages.load(language)
    contents = screen.present(screens_in(language)[name], texts, a_kiosk())
    visible = [item.phrase for item in contents.items()]
    visible += [item.value for item in contents.items() if item.value is not None]
    parts = (Part(phrase.text, phrase.language) for phrase in spoken(contents, texts))
    return tuple(sayable(one.text, one.language) for one in visible), transcript(parts)


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("name", sorted(screens()))
def test_nothing_that_is_shown_is_left_unsaid(name: str, language: str) -> None:
    visible, said = said_on(name, language)
    heard = letters("".join(one.text for one in said))
    assert visible
    assert not [text for text in visible if letters(text) not in heard]


@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("name", sorted(screens()))
def test_nothing_is_said_that_only_eyes_can_use(name: str, language: str) -> None:
    _, said = said_on(name, language)
    assert not [one.text for one in said if RAW.search(one.text)]


@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("name", sorted(screens()))
def test_everything_that_is_said_has_a_voice(name: str, language: str) -> None:
    _, said = said_on(name, language)
    assert not {one.language for one in said if voice_for(one.language) is None}
