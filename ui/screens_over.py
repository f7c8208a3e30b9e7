# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The half of the table of screens for what lies over a page: help, settings, questions to the person."""

from typing import assert_never

from accessibility.qt.look import Look
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit import way_pages as w
from core.visit.state import Visit
from i18n.messages import Messages
from ui.page_frame import PageFrame
from ui.pages.reporting import Send
from ui.present.setting import Setting


def build_over(
    visit: Visit, over: p.Over, texts: Messages, setting: Setting, look: Look, send: Send
) -> PageFrame:
    """The widget for a page that lies over the visit's own."""
    match over:
        case p.Help():
            from ui.pages.help import HelpPage
            from ui.present.help import present_help

            return HelpPage(look, present_help(visit, texts, setting), send)
        case s.Comfort():
            from ui.pages.comfort import ComfortPage
            from ui.present.comfort import present_comfort

            return ComfortPage(look, present_comfort(visit, over, texts, setting), send)
        case s.SettingsCard():
            from ui.pages.card import CardPage
            from ui.present.card import present_card

            return CardPage(look, present_card(visit, over, texts, setting), send)
        case s.CodeEntry():
            from ui.pages.card import CodePage
            from ui.present.card import present_code

            return CodePage(look, present_code(visit, over, texts, setting), send)
        case s.CardRead():
            from ui.pages.card import CardReadPage
            from ui.present.card import present_card_read

            return CardReadPage(look, present_card_read(visit, over, texts, setting), send)
        case p.ConfirmAct():
            from ui.pages.confirm import ConfirmPage
            from ui.present.confirm import present_confirm

            return ConfirmPage(look, present_confirm(visit, over, texts), send)
        case p.Hidden():
            from ui.pages.hidden import HiddenPage
            from ui.present.hidden import present_hidden

            return HiddenPage(look, present_hidden(visit, texts), send)
        case p.Languages():
            from ui.pages.languages import LanguagesPage
            from ui.present.languages import present_languages

            return LanguagesPage(look, present_languages(visit, texts, setting), send)
        case p.AskFinish() | p.AskAfresh() | p.AskDiscard():
            return _build_asking(visit, over, texts, look, send)
        case p.OfferPace():
            from ui.pages.pace import OfferPacePage
            from ui.present.pace import present_offer_pace

            return OfferPacePage(look, present_offer_pace(visit, texts, setting), send)
        case w.Ways() | w.Rhythm() | w.Switches() | w.Practise():
            return _build_way(visit, over, texts, setting, look, send)
        case p.LookClosely() | p.PlaceMap():
            return _build_picture(visit, over, texts, setting, look, send)
        case p.StillThere():
            from ui.pages.still import StillPage
            from ui.present.still import present_still

            return StillPage(look, present_still(visit, over, texts), send)
        case _:
            assert_never(over)


def _build_asking(
    visit: Visit,
    over: p.AskFinish | p.AskAfresh | p.AskDiscard,
    texts: Messages,
    look: Look,
    send: Send,
) -> PageFrame:
    """What asks before answers are lost."""
    match over:
        case p.AskFinish():
            from ui.pages.finish import AskFinishPage
            from ui.present.finish import present_ask_finish

            return AskFinishPage(look, present_ask_finish(visit, texts), send)
        case p.AskAfresh():
            from ui.pages.finish import AskAfreshPage
            from ui.present.finish import present_ask_afresh

            return AskAfreshPage(look, present_ask_afresh(visit, texts), send)
        case p.AskDiscard():
            from ui.pages.discard import AskDiscardPage
            from ui.present.mending import present_ask_discard

            return AskDiscardPage(look, present_ask_discard(visit, over, texts), send)
        case _:
            assert_never(over)


def _build_picture(
    visit: Visit, over: p.LookClosely | p.PlaceMap, texts: Messages, setting: Setting, look: Look, send: Send
) -> PageFrame:
    """What is looked at over a question."""
    if isinstance(over, p.PlaceMap):
        from ui.pages.place_map import PlaceMapPage
        from ui.present.place_map import present_place_map

        return PlaceMapPage(look, present_place_map(visit, over, texts, setting), send)
    from ui.pages.look_closely import LookCloselyPage
    from ui.present.look_closely import present_look

    return LookCloselyPage(look, present_look(visit, over, texts), send)


def _build_way(
    visit: Visit, over: w.WayPage, texts: Messages, setting: Setting, look: Look, send: Send
) -> PageFrame:
    match over:
        case w.Ways():
            from ui.pages.ways import WaysPage
            from ui.present.ways import present_ways

            return WaysPage(look, present_ways(visit, over, texts, setting), send)
        case w.Rhythm():
            from ui.pages.ways import RhythmPage
            from ui.present.rhythm import present_rhythm

            return RhythmPage(look, present_rhythm(visit, over, texts, setting), send)
        case w.Switches():
            from ui.pages.switches import SwitchesPage
            from ui.present.switches import present_switches

            return SwitchesPage(look, present_switches(visit, over, texts), send)
        case w.Practise():
            from ui.pages.practice import PracticePage
            from ui.present.practice import present_practice

            return PracticePage(look, present_practice(visit, over, texts, setting), send)
        case _:
            assert_never(over)
