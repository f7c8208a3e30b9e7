# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one table from what a visit shows to the widget that shows it. Pages are imported when first shown."""

from typing import assert_never

from accessibility.qt.look import Look
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit import way_pages as w
from core.visit.lists import is_list
from core.visit.state import Visit
from core.visit.together import shares_page
from i18n.messages import Messages
from ui.keyboard.keyboards import Keyboards
from ui.page_frame import PageFrame
from ui.pages.reporting import Send
from ui.present import screen
from ui.present.bar import BarContents, present_bar
from ui.present.masthead import MastheadContents, present_masthead
from ui.present.reading import Readable
from ui.present.setting import Setting
from ui.screens_machine import build_about_machine
from ui.screens_over import build_over


def page_key(visit: Visit) -> object:
    """Equal for two visits whose pages are the same place, so that one may be refreshed into the other."""
    shown = visit.over if visit.over is not None else visit.page
    match shown:
        case p.EventServices(event=event):
            return (type(shown), event)
        case p.AboutService(service=service):
            return (type(shown), service)
        case p.Question(path=path) | p.SaidBack(path=path):
            return (type(shown), path)
        case p.Sent(submission=submission):
            return (type(shown), submission)
        case p.StaffDoor():
            return (type(shown), shown.asks_pin, shown.second)
        case s.Comfort(part=part) | p.Check(part=part):
            return (type(shown), part)
        case p.ProfileGroup(name=name):
            return (type(shown), name)
        case w.Practise(way=way) | w.Switches(way=way):
            return (type(shown), way)
        case p.PlaceMap(plan=plan, trouble=trouble):
            return (type(shown), plan is None, trouble is None)
        case _:
            return (type(shown),)


def stays_at(page: PageFrame, visit: Visit) -> bool:
    """Whether the question at which somebody is on `page`, with others, has a page of its own now."""
    return visit.over is None and isinstance(visit.page, p.Question) and page.at == visit.page.path


def build_page(
    visit: Visit, contents: Readable, look: Look, send: Send, keyboards: Keyboards | None = None
) -> PageFrame:
    """The widget for what the visit shows now, which is `contents`. Its `keyboards` are those of the window."""
    if visit.over is not None:
        return build_over(visit.over, contents, look, send)
    return _build_page(visit, visit.page, contents, look, send, keyboards or Keyboards())


def readable(visit: Visit, texts: Messages, setting: Setting) -> Readable:
    """What the visit shows now: what its page is built from, and what 'Read aloud' reads (`present.reading.spoken`)."""
    return screen.present(visit, texts, setting)


def bar_contents(visit: Visit, texts: Messages) -> BarContents:
    """The words of the bar."""
    return present_bar(visit, texts)


def masthead_contents(visit: Visit, texts: Messages, setting: Setting) -> MastheadContents:
    """The line on top."""
    return present_masthead(visit, texts, setting)


def _build_page(
    visit: Visit, page: p.Page, contents: Readable, look: Look, send: Send, keyboards: Keyboards
) -> PageFrame:
    if isinstance(page, p.ReceiptCheck | p.AboutMachine | p.ProfilePage | p.StaffPage):
        return build_about_machine(page, contents, look, send, keyboards)
    match page:
        case p.Welcome():
            from ui.pages.welcome import WelcomePage
            from ui.present.welcome import WelcomeContents

            assert isinstance(contents, WelcomeContents)
            return WelcomePage(look, contents, send)
        case p.Home():
            from ui.pages.home import HomePage
            from ui.present.home import HomeContents

            assert isinstance(contents, HomeContents)
            return HomePage(look, contents, send)
        case p.MoreEvents():
            from ui.pages.events import EventsPage
            from ui.present.events import EventsContents

            assert isinstance(contents, EventsContents)
            return EventsPage(look, contents, send)
        case p.Applications() | p.BegunForms() | p.OwnList() | p.FormChanged():
            from ui.pages.at_home import page_at_home
            from ui.present.at_home import AtHomeContents

            assert isinstance(contents, AtHomeContents)
            return page_at_home(look, contents, send)
        case p.EventServices():
            from ui.pages.event_services import EventServicesPage
            from ui.present.event_services import EventServicesContents

            assert isinstance(contents, EventServicesContents)
            return EventServicesPage(look, contents, send)
        case p.Search():
            from ui.pages.search import SearchPage
            from ui.present.search import SearchContents

            assert isinstance(contents, SearchContents)
            return SearchPage(look, contents, send, keyboards)
        case p.AboutService():
            from ui.pages.service import ServicePage
            from ui.present.service import ServiceContents

            assert isinstance(contents, ServiceContents)
            return ServicePage(look, contents, send)
        case p.Question() | p.Check() | p.Sent() | p.Status():
            return _build_filling(visit, page, contents, look, send, keyboards)
        case p.SaidBack():
            from ui.pages.said_back import SaidBackPage
            from ui.present.said_back import SaidBackContents

            assert isinstance(contents, SaidBackContents)
            return SaidBackPage(look, contents, send)
        case p.Recall():
            from ui.pages.pace import RecallPage
            from ui.present.pace import RecallContents

            assert isinstance(contents, RecallContents)
            return RecallPage(look, contents, send)
        case p.InTrouble() | p.OutOfOrder():
            return _build_not_working(page, contents, look, send)
        case p.Finished():
            from ui.pages.finish import FinishedPage
            from ui.present.finish import FinishedContents

            assert isinstance(contents, FinishedContents)
            return FinishedPage(look, contents, send)
        case _:
            assert_never(page)


def _build_filling(
    visit: Visit,
    page: p.Question | p.Check | p.Sent | p.Status,
    contents: Readable,
    look: Look,
    send: Send,
    keyboards: Keyboards,
) -> PageFrame:
    match page:
        case p.Question(path=path) if is_list(path):
            from ui.pages.entry_list import EntryListPage
            from ui.present.entry_list import EntryListContents

            assert isinstance(contents, EntryListContents)
            return EntryListPage(look, contents, send)
        case p.Question(path=path) if shares_page(visit, path):
            from ui.pages.field_list import FieldListPage
            from ui.present.field_list_contents import FieldListContents

            assert isinstance(contents, FieldListContents)
            return FieldListPage(look, contents, send, keyboards)
        case p.Question():
            from ui.pages.question import QuestionPage
            from ui.present.question_contents import QuestionContents

            assert isinstance(contents, QuestionContents)
            return QuestionPage(look, contents, send, keyboards)
        case p.Check():
            from ui.pages.check import CheckPage
            from ui.present.check import CheckContents

            assert isinstance(contents, CheckContents)
            return CheckPage(look, contents, send)
        case p.Sent():
            from ui.pages.sent import SentPage
            from ui.present.sent import SentContents

            assert isinstance(contents, SentContents)
            return SentPage(look, contents, send)
        case p.Status():
            from ui.pages.status import StatusPage
            from ui.present.status import StatusContents

            assert isinstance(contents, StatusContents)
            return StatusPage(look, contents, send)
        case _:
            assert_never(page)


def _build_not_working(
    page: p.InTrouble | p.OutOfOrder, contents: Readable, look: Look, send: Send
) -> PageFrame:
    match page:
        case p.InTrouble():
            from ui.pages.trouble import TroublePage
            from ui.present.trouble import TroubleContents

            assert isinstance(contents, TroubleContents)
            return TroublePage(look, contents, send)
        case p.OutOfOrder():
            from ui.pages.out_of_order import OutOfOrderPage
            from ui.present.out_of_order import OutOfOrderContents

            assert isinstance(contents, OutOfOrderContents)
            return OutOfOrderPage(look, contents, send)
        case _:
            assert_never(page)
