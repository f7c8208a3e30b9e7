# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes what is printed, in memory: receipts, cards, the sheets of staff, leaflets, and forms to go on with by pen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from core.ids import Language
from core.ports import ReceiptKeys
from core.signed_receipt import of_delivery, written
from core.visit.effects import (
    PaperEffect,
    PrintForm,
    PrintLeaflet,
    PrintNumbers,
    PrintReceipt,
    StaffPrintDay,
    StaffPrintFound,
)
from core.visit.state import Visit
from i18n.messages import Messages
from kiosk.profile import model
from ui.present.setting import Setting

if TYPE_CHECKING:
    from ui.receipt.sheets import Paper


def make_paper(
    effect: PaperEffect,
    visit: Visit,
    profile: model.Profile,
    setting: Setting,
    keys: Callable[[], ReceiptKeys],
) -> bytes:
    """The PDF that a visit asks for. `keys` are asked for only where something is signed."""
    match effect:
        case PrintReceipt():
            return make_receipt(effect, visit, profile, setting, keys())
        case PrintLeaflet():
            return _leaflet(effect, visit, profile, setting)
        case PrintForm():
            return _form(effect, visit, profile, setting)
        case PrintNumbers():
            return _numbers(effect, profile, setting)
        case _:
            assert_never(effect)


def job_title(effect: PaperEffect) -> str:
    """What the print queue calls it: our seal number, or the same for everybody. It names nobody."""
    match effect:
        case PrintReceipt(delivery=delivery):
            return delivery.seal
        case PrintLeaflet():
            return "what-to-bring"
        case PrintForm():
            return "form-on-paper"
        case PrintNumbers():
            return "numbers-to-call"
        case _:
            assert_never(effect)


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
    return receipt_pdf(contents, _paper(profile), setting.emblem)


def make_card(setting: Setting, language: Language, profile: model.Profile) -> bytes:
    """The card with a person's settings as a PDF, made in memory; it names nobody."""
    from ui.present.card_paper import present_card_paper
    from ui.receipt.pdf import card_pdf

    contents = present_card_paper(language, Messages.load(language), setting)
    return card_pdf(contents, _paper(profile), setting.emblem)


def make_day(effect: StaffPrintDay, profile: model.Profile, setting: Setting) -> bytes:
    """The day's sheet as a PDF, made in memory: counts only."""
    from ui.present.day_paper import present_day_paper
    from ui.receipt.pdf import day_pdf

    contents = present_day_paper(effect.state, Messages.load(effect.language), setting)
    return day_pdf(contents, _paper(profile), setting.emblem)


def make_found(effect: StaffPrintFound, profile: model.Profile, setting: Setting) -> bytes:
    """What the machine found out about itself as a PDF, made in memory."""
    from ui.present.found_paper import present_found_paper
    from ui.receipt.pdf import day_pdf

    contents = present_found_paper(effect, Messages.load(effect.language), setting)
    return day_pdf(contents, _paper(profile), setting.emblem)


def _leaflet(effect: PrintLeaflet, visit: Visit, profile: model.Profile, setting: Setting) -> bytes:
    from ui.present.leaflet_paper import present_leaflet
    from ui.receipt.pdf import sheet_pdf

    texts = Messages.load(effect.language)
    return sheet_pdf(
        present_leaflet(effect.service, visit.catalogue, texts, setting), _paper(profile), setting.emblem
    )


def _form(effect: PrintForm, visit: Visit, profile: model.Profile, setting: Setting) -> bytes:
    from ui.present.form_paper import present_form_paper
    from ui.receipt.pdf import sheet_pdf

    texts = Messages.load(effect.language)
    contents = present_form_paper(effect.entry, effect.service, visit.catalogue, texts, setting)
    return sheet_pdf(contents, _paper(profile), setting.emblem)


def _numbers(effect: PrintNumbers, profile: model.Profile, setting: Setting) -> bytes:
    from ui.present.numbers_paper import present_numbers
    from ui.receipt.pdf import sheet_pdf

    contents = present_numbers(Messages.load(effect.language), setting)
    return sheet_pdf(contents, _paper(profile), setting.emblem)


def _paper(profile: model.Profile) -> "Paper":
    from ui.receipt.sheets import Paper

    return Paper.ROLL_80 if profile.paper is model.Paper.ROLL_80 else Paper.A4
