# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a page takes to read: words where words have spaces, signs where they have none."""

import pytest

from core.ids import Language
from i18n.messages import Messages
from ui.present import screen
from ui.present.reading_time import reading_time, seconds
from ui.registry import screens
from ui.registry_setting import a_kiosk


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", 0.0),
        ("· — …", 0.0),
        ("one two three four five six seven eight nine ten", 6.0),
        ("ما عنوانك الجديد اليوم؟", 2.4),
        ("您搬家了吗？", 2.0),
        ("引っ越しました", 2.8),
        ("이사를 하셨습니까?", 1.2),
        ("在 Harbour Lane 登记", 2.4),
    ],
)
def test_a_hundred_words_or_a_hundred_and_fifty_signs_a_minute(text: str, wanted: float) -> None:
    assert seconds(text) == pytest.approx(wanted)


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
def test_every_screen_can_be_measured_and_a_fuller_one_takes_longer(language: str) -> None:
    texts, shown = Messages.load(language), screens(Language(language))
    measured = {name: reading_time(screen.present(visit, texts, a_kiosk())) for name, visit in shown.items()}
    assert min(measured.values()) > 0
    assert measured["check"] > measured["question-choice"]
