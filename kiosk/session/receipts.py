# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the paper for a submission: the person's language first, then the office's."""

from core.visit.effects import PrintReceipt
from core.visit.state import Visit
from i18n.messages import Messages
from kiosk.profile import model
from ui.present.setting import Setting


def make_receipt(effect: PrintReceipt, visit: Visit, profile: model.Profile, setting: Setting) -> bytes:
    """The PDF, made in memory. Needs the window's application for its fonts."""
    from ui.present.receipt import present_receipt
    from ui.receipt.pdf import receipt_pdf
    from ui.receipt.sheets import Paper

    texts = Messages.load(effect.language)
    office = Messages.load(profile.office_language)
    contents = present_receipt(effect.delivery, visit.catalogue, texts, office, setting)
    paper = Paper.ROLL_80 if profile.paper is model.Paper.ROLL_80 else Paper.A4
    return receipt_pdf(contents, paper)
