# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what a visit shows now: what lies over the page, or else the page, with every text ready."""

from typing import assert_never

from core.visit import pages as p
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.check import CheckContents, present_check
from ui.present.comfort import ComfortContents, present_comfort
from ui.present.event_services import EventServicesContents, present_event_services
from ui.present.events import EventsContents, present_events
from ui.present.finish import AskFinishContents, FinishedContents, present_ask_finish, present_finished
from ui.present.help import HelpContents, present_help
from ui.present.home import HomeContents, present_home
from ui.present.languages import LanguagesContents, present_languages
from ui.present.question import QuestionContents, present_question
from ui.present.search import SearchContents, present_search
from ui.present.sent import SentContents, present_sent
from ui.present.service import ServiceContents, present_service
from ui.present.setting import Setting
from ui.present.status import StatusContents, present_status
from ui.present.still import StillContents, present_still
from ui.present.trouble import TroubleContents, present_trouble
from ui.present.welcome import WelcomeContents, present_welcome

PageContents = (
    WelcomeContents
    | HomeContents
    | EventsContents
    | EventServicesContents
    | SearchContents
    | ServiceContents
    | QuestionContents
    | CheckContents
    | SentContents
    | StatusContents
    | TroubleContents
    | FinishedContents
    | HelpContents
    | ComfortContents
    | LanguagesContents
    | AskFinishContents
    | StillContents
)


def present(visit: Visit, texts: Messages, setting: Setting) -> PageContents:
    """The contents of what is shown: an overlay if there is one, else the page below."""
    if visit.over is not None:
        return _over(visit, visit.over, texts, setting)
    return _page(visit, visit.page, texts, setting)


def _over(visit: Visit, over: p.Over, texts: Messages, setting: Setting) -> PageContents:
    match over:
        case p.Help():
            return present_help(visit, over, texts, setting)
        case p.Comfort():
            return present_comfort(visit, texts, setting)
        case p.Languages():
            return present_languages(visit, texts, setting)
        case p.AskFinish():
            return present_ask_finish(visit, texts)
        case p.StillThere():
            return present_still(visit, over, texts)
        case _:
            assert_never(over)


def _page(visit: Visit, page: p.Page, texts: Messages, setting: Setting) -> PageContents:
    match page:
        case p.Welcome():
            return present_welcome(visit, texts, setting)
        case p.Home():
            return present_home(visit, texts, setting)
        case p.MoreEvents():
            return present_events(visit, texts)
        case p.EventServices():
            return present_event_services(visit, page, texts)
        case p.Search():
            return present_search(visit, page, texts, setting)
        case p.AboutService():
            return present_service(visit, page, texts)
        case p.Question() | p.Check() | p.Sent() | p.Status():
            return _filling(visit, page, texts, setting)
        case p.InTrouble():
            return present_trouble(visit, page, texts)
        case p.Finished():
            return present_finished(visit, texts, setting)
        case _:
            assert_never(page)


def _filling(
    visit: Visit, page: p.Question | p.Check | p.Sent | p.Status, texts: Messages, setting: Setting
) -> PageContents:
    match page:
        case p.Question():
            return present_question(visit, page, texts, setting)
        case p.Check():
            return present_check(visit, page, texts, setting)
        case p.Sent():
            return present_sent(visit, page, texts, setting)
        case p.Status():
            return present_status(visit, page, texts, setting)
        case _:
            assert_never(page)
