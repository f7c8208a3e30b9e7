# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The half of the table of screens for what lies over a page: help, settings, questions to the person."""

from typing import assert_never

from accessibility.qt.look import Look
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit import way_pages as w
from ui.page_frame import PageFrame
from ui.pages.reporting import Send
from ui.present.reading import Readable


def build_over(over: p.Over, contents: Readable, look: Look, send: Send) -> PageFrame:
    """The widget for a page that lies over the visit's own."""
    match over:
        case p.Help():
            from ui.pages.help import HelpPage
            from ui.present.help import HelpContents

            assert isinstance(contents, HelpContents)
            return HelpPage(look, contents, send)
        case s.Comfort():
            from ui.pages.comfort import ComfortPage
            from ui.present.comfort import ComfortContents

            assert isinstance(contents, ComfortContents)
            return ComfortPage(look, contents, send)
        case s.SettingsCard():
            from ui.pages.card import CardPage
            from ui.present.card import CardContents

            assert isinstance(contents, CardContents)
            return CardPage(look, contents, send)
        case s.CodeEntry():
            from ui.pages.card import CodePage
            from ui.present.card import CodeContents

            assert isinstance(contents, CodeContents)
            return CodePage(look, contents, send)
        case s.CardRead():
            from ui.pages.card import CardReadPage
            from ui.present.card import CardReadContents

            assert isinstance(contents, CardReadContents)
            return CardReadPage(look, contents, send)
        case p.ConfirmAct():
            from ui.pages.confirm import ConfirmPage
            from ui.present.confirm import ConfirmContents

            assert isinstance(contents, ConfirmContents)
            return ConfirmPage(look, contents, send)
        case p.Hidden():
            from ui.pages.hidden import HiddenPage
            from ui.present.hidden import HiddenContents

            assert isinstance(contents, HiddenContents)
            return HiddenPage(look, contents, send)
        case p.Languages():
            from ui.pages.languages import LanguagesPage
            from ui.present.languages import LanguagesContents

            assert isinstance(contents, LanguagesContents)
            return LanguagesPage(look, contents, send)
        case p.AskFinish() | p.AskAfresh() | p.AskDiscard():
            return _build_asking(over, contents, look, send)
        case p.OfferPace():
            from ui.pages.pace import OfferPacePage
            from ui.present.pace import OfferPaceContents

            assert isinstance(contents, OfferPaceContents)
            return OfferPacePage(look, contents, send)
        case w.Ways() | w.Rhythm() | w.Switches() | w.Practise():
            return _build_way(over, contents, look, send)
        case p.LookClosely() | p.PlaceMap():
            return _build_picture(over, contents, look, send)
        case p.StillThere():
            from ui.pages.still import StillPage
            from ui.present.still import StillContents

            assert isinstance(contents, StillContents)
            return StillPage(look, contents, send)
        case _:
            assert_never(over)


def _build_asking(
    over: p.AskFinish | p.AskAfresh | p.AskDiscard, contents: Readable, look: Look, send: Send
) -> PageFrame:
    """What asks before answers are lost."""
    match over:
        case p.AskFinish():
            from ui.pages.finish import AskFinishPage
            from ui.present.finish import AskFinishContents

            assert isinstance(contents, AskFinishContents)
            return AskFinishPage(look, contents, send)
        case p.AskAfresh():
            from ui.pages.finish import AskAfreshPage
            from ui.present.finish import AskAfreshContents

            assert isinstance(contents, AskAfreshContents)
            return AskAfreshPage(look, contents, send)
        case p.AskDiscard():
            from ui.pages.discard import AskDiscardPage
            from ui.present.mending import AskDiscardContents

            assert isinstance(contents, AskDiscardContents)
            return AskDiscardPage(look, contents, send)
        case _:
            assert_never(over)


def _build_picture(over: p.LookClosely | p.PlaceMap, contents: Readable, look: Look, send: Send) -> PageFrame:
    """What is looked at over a question."""
    if isinstance(over, p.PlaceMap):
        from ui.pages.place_map import PlaceMapPage
        from ui.present.place_map import PlaceMapContents

        assert isinstance(contents, PlaceMapContents)
        return PlaceMapPage(look, contents, send)
    from ui.pages.look_closely import LookCloselyPage
    from ui.present.look_closely import LookContents

    assert isinstance(contents, LookContents)
    return LookCloselyPage(look, contents, send)


def _build_way(over: w.WayPage, contents: Readable, look: Look, send: Send) -> PageFrame:
    match over:
        case w.Ways():
            from ui.pages.ways import WaysPage
            from ui.present.ways import WaysContents

            assert isinstance(contents, WaysContents)
            return WaysPage(look, contents, send)
        case w.Rhythm():
            from ui.pages.ways import RhythmPage
            from ui.present.rhythm import RhythmContents

            assert isinstance(contents, RhythmContents)
            return RhythmPage(look, contents, send)
        case w.Switches():
            from ui.pages.switches import SwitchesPage
            from ui.present.switches import SwitchesContents

            assert isinstance(contents, SwitchesContents)
            return SwitchesPage(look, contents, send)
        case w.Practise():
            from ui.pages.practice import PracticePage
            from ui.present.practice import PracticeContents

            assert isinstance(contents, PracticeContents)
            return PracticePage(look, contents, send)
        case _:
            assert_never(over)
