# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the voice says of the paper that the page of a sending can give."""

from dataclasses import replace
from typing import Final

from accessibility.speech.transcript import Part
from core.visit.on_paper import answers_to
from core.visit.pages import Sent
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.reading import spoken
from ui.present.setting import Setting

ON_PAPER: Final = -1
"""The place of what stands on no page."""


def paper_heard(visit: Visit, texts: Messages, setting: Setting) -> tuple[Part, ...]:
    """The receipt in full, as it is printed; nothing where no paper is to be had."""
    if not isinstance(visit.page, Sent) or visit.over is not None or visit.delivery is None:
        return ()
    from ui.present.receipt import present_receipt  # not before something is sent
    from ui.present.receipt_reading import PaperToHear

    office = Messages.load(setting.office_language)
    sent = answers_to(visit, visit.delivery)
    paper = present_receipt(visit.delivery, visit.catalogue, texts, office, setting, sent=sent)
    heard = spoken(PaperToHear(paper, texts), texts)
    return tuple(replace(part, place=ON_PAPER) for part in heard)
