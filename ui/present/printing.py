# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of the printer beside its button: ask, wait, take it, or what went wrong."""

from dataclasses import dataclass
from typing import assert_never

from core.visit.state import Printing, Visit
from i18n.messages import Messages
from ui.present.setting import Setting
from ui.present.trouble import said


@dataclass(frozen=True, slots=True)
class PrintContents:
    """The paper: `text` on its button, `state` said beside it. Both empty where there is no paper."""

    text: str
    state: str
    troubled: bool


NO_PAPER = PrintContents("", "", troubled=False)


def printing(visit: Visit, ask: str, texts: Messages, setting: Setting) -> PrintContents:
    """How it stands with the page's paper; `ask` is on the button until something was printed."""
    if not setting.can_print:
        return NO_PAPER
    state, trouble = visit.paper
    if trouble is not None:
        return PrintContents(ask, said(trouble, texts), troubled=True)
    match state:
        case Printing.NOT_ASKED:
            return PrintContents(ask, "", troubled=False)
        case Printing.UNDER_WAY:
            return PrintContents(ask, texts.text("sent.printing"), troubled=False)
        case Printing.DONE:
            return PrintContents(texts.text("sent.print_again"), texts.text("sent.printed"), troubled=False)
        case _:
            assert_never(state)
