# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what a visit shows now: what lies over the page, or else the page, with every text ready.

Each page's part is loaded when that page is first shown: the welcome page does not wait for the others.
"""

from typing import TYPE_CHECKING, assert_never

from core.visit import pages as p
from core.visit.lists import is_list
from core.visit.state import Visit
from core.visit.together import shares_page
from i18n.messages import Messages
from ui.present.screen_machine import present_about_machine
from ui.present.screen_over import present_over
from ui.present.setting import Setting

if TYPE_CHECKING:
    from ui.present.at_home import AtHomeContents
    from ui.present.card import CardContents, CardReadContents, CodeContents
    from ui.present.check import CheckContents
    from ui.present.comfort import ComfortContents
    from ui.present.confirm import ConfirmContents
    from ui.present.entry_list import EntryListContents
    from ui.present.event_services import EventServicesContents
    from ui.present.events import EventsContents
    from ui.present.field_list_contents import FieldListContents
    from ui.present.finish import AskAfreshContents, AskFinishContents, FinishedContents
    from ui.present.help import HelpContents
    from ui.present.hidden import HiddenContents
    from ui.present.home import HomeContents
    from ui.present.languages import LanguagesContents
    from ui.present.look_closely import LookContents
    from ui.present.machine import MachineContents
    from ui.present.mending import AskDiscardContents
    from ui.present.out_of_order import OutOfOrderContents
    from ui.present.pace import OfferPaceContents, RecallContents
    from ui.present.place_map import PlaceMapContents
    from ui.present.practice import PracticeContents
    from ui.present.profile import ProfileContents
    from ui.present.profile_find import FindContents
    from ui.present.question_contents import QuestionContents
    from ui.present.receipt_check import ReceiptCheckContents
    from ui.present.rhythm import RhythmContents
    from ui.present.said_back import SaidBackContents
    from ui.present.search import SearchContents
    from ui.present.self_test import KeysContents, TouchContents
    from ui.present.sent import SentContents
    from ui.present.service import ServiceContents
    from ui.present.set_up import SetUpContents
    from ui.present.staff_contents import StaffContents
    from ui.present.staff_door import StaffDoorContents
    from ui.present.status import StatusContents
    from ui.present.still import StillContents
    from ui.present.switches import SwitchesContents
    from ui.present.trouble import TroubleContents
    from ui.present.ways import WaysContents
    from ui.present.welcome import WelcomeContents

    PageContents = (
        WelcomeContents
        | HomeContents
        | EventsContents
        | EventServicesContents
        | AtHomeContents
        | SearchContents
        | FindContents
        | ServiceContents
        | QuestionContents
        | FieldListContents
        | EntryListContents
        | CheckContents
        | SaidBackContents
        | RecallContents
        | OfferPaceContents
        | SentContents
        | StatusContents
        | ReceiptCheckContents
        | MachineContents
        | ProfileContents
        | SetUpContents
        | StaffContents
        | TouchContents
        | KeysContents
        | StaffDoorContents
        | TroubleContents
        | OutOfOrderContents
        | FinishedContents
        | HelpContents
        | HiddenContents
        | ComfortContents
        | CardContents
        | ConfirmContents
        | CodeContents
        | CardReadContents
        | LanguagesContents
        | LookContents
        | PlaceMapContents
        | AskFinishContents
        | AskAfreshContents
        | AskDiscardContents
        | StillContents
        | WaysContents
        | RhythmContents
        | SwitchesContents
        | PracticeContents
    )


def present(visit: Visit, texts: Messages, setting: Setting) -> "PageContents":
    """The contents of what is shown: an overlay if there is one, else the page below."""
    if visit.over is not None:
        return present_over(visit, visit.over, texts, setting)
    return _page(visit, visit.page, texts, setting)


def _page(visit: Visit, page: p.Page, texts: Messages, setting: Setting) -> "PageContents":
    if isinstance(page, p.ReceiptCheck | p.AboutMachine | p.ProfilePage | p.StaffPage):
        return present_about_machine(visit, page, texts, setting)
    match page:
        case p.Welcome():
            from ui.present.welcome import present_welcome

            return present_welcome(visit, texts, setting)
        case p.Home():
            from ui.present.home import present_home

            return present_home(visit, texts, setting)
        case p.MoreEvents():
            from ui.present.events import present_events

            return present_events(visit, texts)
        case p.Applications() | p.BegunForms() | p.OwnList() | p.FormChanged():
            from ui.present.at_home import present_at_home

            return present_at_home(visit, page, texts, setting)
        case p.EventServices():
            from ui.present.event_services import present_event_services

            return present_event_services(visit, page, texts)
        case p.Search():
            from ui.present.search import present_search

            return present_search(visit, page, texts, setting)
        case p.AboutService():
            from ui.present.service import present_service

            return present_service(visit, page, texts, setting)
        case p.Question() | p.Check() | p.Sent() | p.Status():
            return _filling(visit, page, texts, setting)
        case p.SaidBack():
            from ui.present.said_back import present_said_back

            return present_said_back(visit, page, texts, setting)
        case p.Recall():
            from ui.present.pace import present_recall

            return present_recall(visit, page, texts)
        case p.InTrouble() | p.OutOfOrder():
            return _not_working(visit, page, texts, setting)
        case p.Finished():
            from ui.present.finish import present_finished

            return present_finished(visit, texts, setting)
        case _:
            assert_never(page)


def _filling(
    visit: Visit, page: p.Question | p.Check | p.Sent | p.Status, texts: Messages, setting: Setting
) -> "PageContents":
    match page:
        case p.Question(path=path) if is_list(path):
            from ui.present.entry_list import present_entry_list

            return present_entry_list(visit, page, texts, setting)
        case p.Question(path=path) if shares_page(visit, path):
            from ui.present.field_list import present_field_list

            return present_field_list(visit, page, texts, setting)
        case p.Question():
            from ui.present.question import present_question

            return present_question(visit, page, texts, setting)
        case p.Check():
            from ui.present.check import present_check

            return present_check(visit, page, texts, setting)
        case p.Sent():
            from ui.present.sent import present_sent

            return present_sent(visit, page, texts, setting)
        case p.Status():
            from ui.present.status import present_status

            return present_status(visit, page, texts, setting)
        case _:
            assert_never(page)


def _not_working(
    visit: Visit, page: p.InTrouble | p.OutOfOrder, texts: Messages, setting: Setting
) -> "PageContents":
    match page:
        case p.InTrouble():
            from ui.present.trouble import present_trouble

            return present_trouble(visit, page, texts)
        case p.OutOfOrder():
            from ui.present.out_of_order import present_out_of_order

            return present_out_of_order(visit, texts, setting)
        case _:
            assert_never(page)
