# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What do I do here? The help of each page, in one to three easy sentences: said before a person is called."""

from collections.abc import Mapping
from types import MappingProxyType

from core.forms.definition import AnswerType
from core.visit import pages as p
from core.visit.copying_pages import StaffReadCodes, StaffShowCodes
from core.visit.self_test_pages import StaffKeys, StaffTested, StaffTouch
from core.visit.state import Visit
from core.visit.together import shares_page
from i18n.messages import Messages
from ui.present.ranges import is_shown_whole
from ui.present.signing import is_signature


def page_help(visit: Visit, texts: Messages, *, scans_receipts: bool = True) -> str:
    """The help of the page that lies below; nobody is told to hold a receipt to what does not take it."""
    if isinstance(visit.page, p.ReceiptCheck) and not scans_receipts:
        return texts.text("helping.here.receipt_typed")
    return texts.text(f"helping.here.{_name(visit)}")


NAMES: Mapping[type[p.Page], str] = MappingProxyType(
    {
        p.Welcome: "welcome",
        p.Home: "home",
        p.MoreEvents: "events",
        p.Applications: "applications",
        p.AboutMachine: "about_machine",
        p.ReceiptCheck: "receipt_check",
        p.StaffDoor: "staff_door",
        p.StaffHome: "staff",
        p.StaffHeld: "staff",
        p.StaffItem: "staff",
        p.StaffReason: "staff",
        p.StaffFindings: "staff",
        p.StaffCheckpoint: "staff",
        StaffTouch: "staff",
        StaffKeys: "staff",
        StaffTested: "staff",
        StaffShowCodes: "staff",
        StaffReadCodes: "staff",
        p.ProfileGroups: "profile",
        p.ProfileFind: "profile_find",
        p.ProfileGroup: "profile",
        p.ProfileOrder: "profile",
        p.ProfileChanges: "profile",
        p.SetUp: "set_up",
        p.BegunForms: "begun_forms",
        p.FormChanged: "form_changed",
        p.OwnList: "own_list",
        p.EventServices: "services",
        p.Search: "search",
        p.AboutService: "service",
        p.SaidBack: "said_back",
        p.Check: "check",
        p.Recall: "recall",
        p.Sent: "sent",
        p.Status: "status",
        p.InTrouble: "trouble",
        p.Finished: "finished",
        p.OutOfOrder: "out_of_order",
    }
)
"""Every page but the question's, whose help depends on what is asked."""


def _name(visit: Visit) -> str:
    match visit.page:
        case p.Question(path=path) if shares_page(visit, path):
            return "question_several"
        case p.Question(path=path):
            return f"question_{_kind(visit, path)}"
        case page:
            return NAMES[type(page)]


def _kind(visit: Visit, path: str) -> str:
    filling = visit.filling
    asked = filling.entry.pages() if filling is not None else ()
    question = next((one for one in asked if one.path == path), None)
    if question is None:
        return "note"
    match question.type:
        case AnswerType.SELECT_ONE | AnswerType.TRUTH | AnswerType.TRIGGER:
            return "one"
        case AnswerType.RANGE:
            return "one" if is_shown_whole(question) else "number"
        case AnswerType.RANK:
            return "order"
        case AnswerType.UPLOAD if not is_signature(question):
            return "file"
        case AnswerType.REPEAT:
            return "list"
        case AnswerType.SELECT_MULTIPLE:
            return "some"
        case AnswerType.INTEGER | AnswerType.DECIMAL:
            return "number"
        case AnswerType.DATE | AnswerType.TIME | AnswerType.DATE_TIME:
            return "date"
        case AnswerType.NOTE:
            return "note"
        case _:
            return "written"
