# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Before an office has answered nobody is promised a number of its own: ODK Central gives none (decision 14)."""

import pytest

from i18n.entries import read_entries
from i18n.languages import LANGUAGES, LanguageInfo

EARLY = ("way.received.later", "paper.next.sealed")
NUMBER = {
    "en": "number",
    "es": "número",
    "fr": "numéro",
    "pt": "número",
    "ar": "رقم",
    "fa": "شمار",
    "zh-Hans": "号码",
    "zh-Hant": "號碼",
    "ja": "番号",
    "ko": "번호",
    "hi": "नंबर",
    "ru": "номер",
    "uk": "номер",
    "vi": "mã số",
}


@pytest.mark.parametrize("info", LANGUAGES, ids=lambda info: info.tag)
def test_no_number_of_the_office_is_promised_before_it_answers(info: LanguageInfo) -> None:
    said = {entry.key: " ".join(entry.forms).casefold() for entry in read_entries(info)}
    word = NUMBER[info.tag]
    assert word in said["number.reference"]
    assert [key for key in EARLY if word in said[key]] == []
