# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the paper for a submission: the person's language first, then the office's."""

from typing import TYPE_CHECKING

from core.ids import Language
from core.ports import ReceiptKeys
from core.signed_receipt import of_delivery, written
from core.visit.effects import PrintReceipt, StaffPrintDay
from core.visit.state import Visit
from i18n.messages import Messages
from kiosk.profile import model
from ui.present.setting import Setting

if TYPE_CHECKING:
    from ui.receipt.sheets import Paper


def make_receipt(
    effect: PrintReceipt, visit: Visit, profile: model.Profile, setting: Setting, keys: ReceiptKeys
) -> bytes:
    """The PDF, made in memory, with a code that `keys` sign. Needs the window's application for its fonts."""
    from ui.present.receipt import present_receipt
    from ui.receipt.pdf import receipt_pdf

    texts = Messages.load(effect.language)
    office = Messages.load(profile.office_language)
    printed = of_delivery(effect.delivery, profile.name, setting.now.timestamp())
    code = written(printed, keys)
    contents = present_receipt(effect.delivery, visit.catalogue, texts, office, setting, code, effect.sent)
    return receipt_pdf(contents, _paper(profile))


def make_card(setting: Setting, language: Language, profile: model.Profile) -> bytes:
    """The card with a person's settings as a PDF, made in memory; it names nobody."""
    from ui.present.card_paper import present_card_paper
    from ui.receipt.pdf import card_pdf

    contents = present_card_paper(language, Messages.load(language), setting)
    return card_pdf(contents, _paper(profile))


def make_day(effect: StaffPrintDay, profile: model.Profile, setting: Setting) -> bytes:
    """The day's sheet as a PDF, made in memory: counts only."""
    from ui.present.day_paper import present_day_paper
    from ui.receipt.pdf import day_pdf

    contents = present_day_paper(effect.state, Messages.load(effect.language), setting)
    return day_pdf(contents, _paper(profile))


def _paper(profile: model.Profile) -> "Paper":
    from ui.receipt.sheets import Paper

    return Paper.ROLL_80 if profile.paper is model.Paper.ROLL_80 else Paper.A4
