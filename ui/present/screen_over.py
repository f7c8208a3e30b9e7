# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The half of the table of contents for what lies over a page: help, settings, questions to the person."""

from typing import TYPE_CHECKING, assert_never

from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit import way_pages as w
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.setting import Setting

if TYPE_CHECKING:
    from ui.present.screen import PageContents


def present_over(visit: Visit, over: p.Over, texts: Messages, setting: Setting) -> "PageContents":
    """The contents of a page that lies over the visit's own."""
    match over:
        case p.Help():
            from ui.present.help import present_help

            return present_help(visit, texts, setting)
        case s.Comfort():
            from ui.present.comfort import present_comfort

            return present_comfort(visit, over, texts, setting)
        case s.SettingsCard():
            from ui.present.card import present_card

            return present_card(visit, over, texts, setting)
        case s.CodeEntry():
            from ui.present.card import present_code

            return present_code(visit, over, texts, setting)
        case s.CardRead():
            from ui.present.card import present_card_read

            return present_card_read(visit, over, texts, setting)
        case p.ConfirmAct():
            from ui.present.confirm import present_confirm

            return present_confirm(visit, over, texts)
        case p.Hidden():
            from ui.present.hidden import present_hidden

            return present_hidden(visit, texts)
        case p.Languages():
            from ui.present.languages import present_languages

            return present_languages(visit, texts, setting)
        case p.AskFinish() | p.AskAfresh() | p.AskDiscard():
            return _asking(visit, over, texts)
        case p.OfferPace():
            from ui.present.pace import present_offer_pace

            return present_offer_pace(visit, texts, setting)
        case w.Ways() | w.Rhythm() | w.Switches() | w.Practise():
            return _way(visit, over, texts, setting)
        case p.LookClosely() | p.PlaceMap():
            return _picture(visit, over, texts, setting)
        case p.StillThere():
            from ui.present.still import present_still

            return present_still(visit, over, texts)
        case _:
            assert_never(over)


def _asking(visit: Visit, over: p.AskFinish | p.AskAfresh | p.AskDiscard, texts: Messages) -> "PageContents":
    match over:
        case p.AskFinish():
            from ui.present.finish import present_ask_finish

            return present_ask_finish(visit, texts)
        case p.AskAfresh():
            from ui.present.finish import present_ask_afresh

            return present_ask_afresh(visit, texts)
        case p.AskDiscard():
            from ui.present.mending import present_ask_discard

            return present_ask_discard(visit, over, texts)
        case _:
            assert_never(over)


def _picture(
    visit: Visit, over: p.LookClosely | p.PlaceMap, texts: Messages, setting: Setting
) -> "PageContents":
    if isinstance(over, p.PlaceMap):
        from ui.present.place_map import present_place_map

        return present_place_map(visit, over, texts, setting)
    from ui.present.look_closely import present_look

    return present_look(visit, over, texts)


def _way(visit: Visit, over: w.WayPage, texts: Messages, setting: Setting) -> "PageContents":
    match over:
        case w.Ways():
            from ui.present.ways import present_ways

            return present_ways(visit, over, texts, setting)
        case w.Rhythm():
            from ui.present.rhythm import present_rhythm

            return present_rhythm(visit, over, texts, setting)
        case w.Switches():
            from ui.present.switches import present_switches

            return present_switches(visit, over, texts)
        case w.Practise():
            from ui.present.practice import present_practice

            return present_practice(visit, over, texts, setting)
        case _:
            assert_never(over)
