# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on a printed settings card: how somebody likes pages to be, and not who they are."""

from dataclasses import dataclass

from accessibility.card import write_card
from core.ids import Language
from i18n.messages import Messages
from ui.present.card import code_groups
from ui.present.receipt import LARGE_PRINT_STEP
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class CardPaper:
    """The card in the person's language. `scanned` is what the code to scan holds."""

    language: Language
    town: str
    title: str
    scanned: str
    label: str
    groups: tuple[str, ...]
    lines: tuple[str, ...]
    large: bool


def present_card_paper(language: Language, texts: Messages, setting: Setting) -> CardPaper:
    """The settings as they are now."""
    return CardPaper(
        language=language,
        town=setting.town_in(language),
        title=texts.text("card.paper_title"),
        scanned=write_card(setting.preferences, language, setting.defaults),
        label=texts.text("card.code"),
        groups=code_groups(setting.preferences, language),
        lines=(
            texts.text("card.paper_use" if setting.scans_cards else "card.paper_typed"),
            texts.text("card.nameless"),
        ),
        large=setting.preferences.text_step >= LARGE_PRINT_STEP,
    )
