# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one table from what a visit shows to the widget that shows it. Pages are imported when first shown."""

from typing import assert_never

from accessibility.qt.look import Look
from core.visit import pages as p
from core.visit.state import Visit
from i18n.messages import Messages
from ui.page_frame import PageFrame
from ui.pages.reporting import Send
from ui.present import screen
from ui.present.bar import BarContents, present_bar
from ui.present.check import CheckContents
from ui.present.comfort import ComfortContents
from ui.present.event_services import EventServicesContents
from ui.present.events import EventsContents
from ui.present.finish import AskFinishContents, FinishedContents
from ui.present.help import HelpContents
from ui.present.home import HomeContents
from ui.present.languages import LanguagesContents
from ui.present.masthead import MastheadContents, present_masthead
from ui.present.question import QuestionContents
from ui.present.reading import Readable
from ui.present.search import SearchContents
from ui.present.sent import SentContents
from ui.present.service import ServiceContents
from ui.present.setting import Setting
from ui.present.status import AskContents, FoundContents, StatusContents
from ui.present.still import StillContents
from ui.present.trouble import TroubleContents
from ui.present.welcome import WelcomeContents


def page_key(visit: Visit) -> object:
    """Equal for two visits whose pages are the same place, so that one may be refreshed into the other."""
    shown = visit.over if visit.over is not None else visit.page
    match shown:
        case p.EventServices(event=event):
            return (type(shown), event)
        case p.AboutService(service=service):
            return (type(shown), service)
        case p.Question(path=path):
            return (type(shown), path)
        case p.Sent(submission=submission):
            return (type(shown), submission)
        case _:
            return (type(shown),)


def build_page(visit: Visit, texts: Messages, setting: Setting, look: Look, send: Send) -> PageFrame:
    """The widget for what the visit shows now."""
    return _build(screen.present(visit, texts, setting), look, send)


def refresh_page(page: PageFrame, visit: Visit, texts: Messages, setting: Setting) -> bool:
    """Change the page in place. False when it cannot, and has to be built anew."""
    return page.refresh(screen.present(visit, texts, setting))


def readable(visit: Visit, texts: Messages, setting: Setting) -> Readable:
    """What 'Read aloud' reads; see `ui.present.reading.spoken`."""
    return screen.present(visit, texts, setting)


def bar_contents(visit: Visit, texts: Messages) -> BarContents:
    """The words of the bar."""
    return present_bar(visit, texts)


def masthead_contents(visit: Visit, texts: Messages, setting: Setting) -> MastheadContents:
    """The line on top."""
    return present_masthead(visit, texts, setting)


def _build(contents: screen.PageContents, look: Look, send: Send) -> PageFrame:
    match contents:
        case QuestionContents() | CheckContents() | SentContents() | AskContents() | FoundContents():
            return _build_filling(contents, look, send)
        case HelpContents() | ComfortContents() | LanguagesContents() | AskFinishContents() | StillContents():
            return _build_over(contents, look, send)
        case _:
            return _build_finding(contents, look, send)


def _build_finding(
    contents: WelcomeContents
    | HomeContents
    | EventsContents
    | EventServicesContents
    | SearchContents
    | ServiceContents
    | TroubleContents
    | FinishedContents,
    look: Look,
    send: Send,
) -> PageFrame:
    match contents:
        case WelcomeContents():
            from ui.pages.welcome import WelcomePage

            return WelcomePage(look, contents, send)
        case HomeContents():
            from ui.pages.home import HomePage

            return HomePage(look, contents, send)
        case EventsContents():
            from ui.pages.events import EventsPage

            return EventsPage(look, contents, send)
        case EventServicesContents():
            from ui.pages.event_services import EventServicesPage

            return EventServicesPage(look, contents, send)
        case SearchContents():
            from ui.pages.search import SearchPage

            return SearchPage(look, contents, send)
        case ServiceContents():
            from ui.pages.service import ServicePage

            return ServicePage(look, contents, send)
        case TroubleContents():
            from ui.pages.trouble import TroublePage

            return TroublePage(look, contents, send)
        case FinishedContents():
            from ui.pages.finish import FinishedPage

            return FinishedPage(look, contents, send)
        case _:
            assert_never(contents)


def _build_over(
    contents: HelpContents | ComfortContents | LanguagesContents | AskFinishContents | StillContents,
    look: Look,
    send: Send,
) -> PageFrame:
    match contents:
        case HelpContents():
            from ui.pages.help import HelpPage

            return HelpPage(look, contents, send)
        case ComfortContents():
            from ui.pages.comfort import ComfortPage

            return ComfortPage(look, contents, send)
        case LanguagesContents():
            from ui.pages.languages import LanguagesPage

            return LanguagesPage(look, contents, send)
        case AskFinishContents():
            from ui.pages.finish import AskFinishPage

            return AskFinishPage(look, contents, send)
        case StillContents():
            from ui.pages.still import StillPage

            return StillPage(look, contents, send)
        case _:
            assert_never(contents)


def _build_filling(
    contents: QuestionContents | CheckContents | SentContents | StatusContents, look: Look, send: Send
) -> PageFrame:
    match contents:
        case QuestionContents():
            from ui.pages.question import QuestionPage

            return QuestionPage(look, contents, send)
        case CheckContents():
            from ui.pages.check import CheckPage

            return CheckPage(look, contents, send)
        case SentContents():
            from ui.pages.sent import SentPage

            return SentPage(look, contents, send)
        case AskContents() | FoundContents():
            from ui.pages.status import StatusPage

            return StatusPage(look, contents, send)
        case _:
            assert_never(contents)
