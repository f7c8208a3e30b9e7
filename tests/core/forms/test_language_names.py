# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations are found by the names that authors give them, so that nobody reads another language than the page's."""

import pytest

from core.forms.language_names import language_of
from i18n.languages import LANGUAGES


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Portuguese", "pt"),
        ("Português (pt-BR)", "pt-BR"),
        ("FRENCH", "fr"),
        ("Franc\u0327ais", "fr"),
        ("हिन्दी", "hi"),
        ("Tiếng Việt", "vi"),
        ("Chinese (Traditional)", "zh-Hant"),
        ("Dutch", "nl"),
        ("zh_hans", "zh-Hans"),
        ("default", "und"),
        ("Klingon of the town", "Klingon of the town"),
    ],
)
def test_a_name_is_the_language_that_people_mean_by_it(name: str, tag: str) -> None:
    assert language_of(name) == tag


def test_every_language_of_the_program_is_known_by_its_own_name() -> None:
    assert LANGUAGES
    assert [one.tag for one in LANGUAGES if language_of(one.own_name) != one.tag] == []
