# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of things on a sheet to take along or to go on with by pen."""

from core.text import Phrase
from ui.present.sheet_paper import SheetPaper, SheetPart
from ui.receipt.blocks import HEAD_GAP, PARAGRAPH, TIGHT, Block, Rule, TextBlock, Tick, Together, Town
from ui.receipt.sheets import HEADING

WRITING = 9.0
"""Room above a line to write on, in millimetres."""


def sheet_blocks(contents: SheetPaper) -> tuple[Block | Together, ...]:
    """Who speaks, what it is, and its parts; no part is torn by the end of a page."""
    own = contents.language
    return (
        Town(Phrase(contents.town, own)),
        Rule(dashed=False, before=3.0),
        TextBlock(contents.title, own, HEADING, bold=True, before=HEAD_GAP),
        *(TextBlock(line, own, before=TIGHT if place else 2.0) for place, line in enumerate(contents.lines)),
        *(Together(tuple(_part(part, contents))) for part in contents.parts),
        *((Rule(dashed=True, before=HEAD_GAP),) if contents.parts and contents.about else ()),
        *(Together(tuple(_part(part, contents))) for part in contents.about),
        Rule(dashed=True),
        *(TextBlock(Phrase(line, own), own, before=PARAGRAPH) for line in contents.end),
    )


def _part(part: SheetPart, contents: SheetPaper) -> list[Block]:
    own = contents.language
    blocks: list[Block] = []
    if part.above:
        blocks.append(TextBlock(Phrase(part.above, own), own, bold=True, before=HEAD_GAP))
    blocks.append(TextBlock(part.title, own, bold=True, before=TIGHT if part.above else PARAGRAPH))
    if part.hint is not None:
        blocks.append(TextBlock(part.hint, own))
    if part.text.text:
        blocks.append(TextBlock(part.text, own))
    blocks.extend(Tick(choice, own) for choice in part.choices)
    blocks.extend(Rule(dashed=False, before=WRITING) for _ in range(part.lines))
    return blocks
