# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A place's name is a text from outside: plain, and no longer than a page can hold (P21)."""

from core.gazetteer import KnownPlace
from core.places import Point
from core.text import LocalisedText
from i18n.messages import Messages
from ui.present.outside import NAME
from ui.present.place_words import place_name


def test_a_name_without_end_is_cut_and_has_no_controls() -> None:
    name = LocalisedText.of([("en", "\u202eHarbour\n" + "word " * 200_000)])
    said = place_name(KnownPlace(name, Point(45.0, -30.0)), Messages.load("en"))
    assert "Harbour" in said
    assert "\u202e" not in said
    assert "\n" not in said
    assert len(said) <= NAME + 4
