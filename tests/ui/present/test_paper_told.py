# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A paper is told of while somebody can still take it, and to the one who may find it; in every language."""

from dataclasses import replace

import pytest

from core.ids import Language
from core.visit import pages as p
from core.visit.state import Printing
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from ui.present import announcing, screen
from ui.present.reading import spoken
from ui.registry import screens
from ui.registry_setting import a_kiosk

TAGS = tuple(info.tag for info in LANGUAGES)


def said(name: str, tag: str) -> str:
    """All that the voice says of a screen."""
    texts = Messages.load(tag)
    readable = screen.present(screens(Language(tag))[name], texts, a_kiosk())
    return " ".join(part.text for part in spoken(readable, texts))


@pytest.mark.requirement("PRV-08", part="whoever had something printed is told to take it, aloud too")
@pytest.mark.requirement("E-09", part="whoever had something printed is told to take it, aloud too")
@pytest.mark.parametrize("tag", TAGS)
def test_who_had_something_printed_is_told_to_take_it_when_it_comes_and_before_the_visit_ends(
    tag: str,
) -> None:
    texts = Messages.load(tag)
    assert texts.text("sent.printed") in said("sent-printed", tag)
    assert texts.text("still.take") in said("still-there-paper", tag)
    assert texts.text("still.take") not in said("still-there", tag)
    assert texts.text("finished.take") in said("finished", tag)


def test_a_screen_reader_is_told_of_the_paper_when_the_question_comes() -> None:
    texts, name = Messages.load("en"), "still-there-paper"
    shown = screen.present(screens(Language("en"))[name], texts, a_kiosk())
    assert texts.text("still.take") in announcing.of_page(None, shown, stays=False).text


@pytest.mark.requirement("PRV-08", part="who comes next is asked to hand it over, and told no more")
@pytest.mark.requirement("E-09", part="who comes next is asked to hand it over, and told no more")
@pytest.mark.parametrize("tag", TAGS)
def test_who_comes_next_is_asked_to_hand_over_what_may_lie_there_and_nobody_else(tag: str) -> None:
    words = Messages.load(tag).text("home.paper")
    assert words in said("home-paper-left", tag)
    assert words in said("home-paper-left-and-notice", tag)
    assert not any(words in said(name, tag) for name in ("home", "home-notice", "welcome"))


def test_the_sentence_goes_only_where_nobody_chose_a_page_yet() -> None:
    visit = screens(Language("en"))["home-paper-left"]
    texts = Messages.load("en")
    elsewhere = replace(visit, page=p.Search(), printing=Printing.NOT_ASKED)
    readable = screen.present(elsewhere, texts, a_kiosk())
    assert texts.text("home.paper") not in " ".join(item.phrase.text for item in readable.items())
