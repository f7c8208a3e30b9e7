# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of things on paper, as blocks that know their size and language but not where they will stand."""

from dataclasses import dataclass

from core.ids import Language
from core.text import Phrase
from i18n.references import unbroken
from ui.present.card_paper import CardPaper
from ui.present.day_paper import DayPaper
from ui.present.receipt import PaperPart, ReceiptContents
from ui.receipt.sheets import HEADING, NUMBER

PARAGRAPH, HEAD_GAP, TIGHT = 4.0, 5.0, 0.5
"""Room before a block, in millimetres."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph in its own language; its lines begin at the side where those of `side` begin.

    `size` is a ratio of the body's, `before` is in millimetres.
    """

    phrase: Phrase
    side: Language
    size: float = 1.0
    bold: bool = False
    before: float = TIGHT


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across: whole below the town's name, dashed between the languages."""

    dashed: bool
    before: float = PARAGRAPH


@dataclass(frozen=True, slots=True)
class Town:
    """The town's emblem, or the door where it has none, and its name."""

    name: Phrase


@dataclass(frozen=True, slots=True)
class Code:
    """The code to scan."""

    text: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to choose by pen: an empty box and its words. `side` as in `TextBlock`."""

    phrase: Phrase
    side: Language
    before: float = 1.5


Block = TextBlock | Rule | Town | Code | Tick


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that a new page does not part."""

    blocks: tuple[Block, ...]


def top(contents: ReceiptContents) -> tuple[Block, ...]:
    """Who speaks."""
    language = contents.parts[0].language
    return (Town(Phrase(contents.town, language)), Rule(dashed=False, before=3.0))


def beside_code(contents: ReceiptContents) -> tuple[Block, ...]:
    """State, what, when, and the number: what stands beside the code where the paper is wide."""
    part = contents.parts[0]
    return (*_state(part), *_number(part, contents, large=True))


def below_code(contents: ReceiptContents) -> tuple[Block, ...]:
    """What happens next, how to ask, the other language, and the last line."""
    part = contents.parts[0]
    others = (block for other in contents.parts[1:] for block in _other(other, contents))
    printed = TextBlock(_ours(f"{part.printed}\n{part.signed}", part), part.language, before=PARAGRAPH)
    end = TextBlock(_ours(part.end, part), part.language)
    return (*_next(part), *_ask(part), *_sent(contents), *others, Rule(dashed=True), printed, end)


def card_blocks(contents: CardPaper) -> tuple[Block, ...]:
    """A card with somebody's settings: what it is, the code to scan, the eight signs, and how it is used."""
    own = contents.language
    signs = Phrase(unbroken(" ".join(contents.groups)), Language("en"))
    return (
        Town(Phrase(contents.town, own)),
        Rule(dashed=False, before=3.0),
        TextBlock(Phrase(contents.title, own), own, HEADING, bold=True, before=HEAD_GAP),
        Code(contents.scanned),
        TextBlock(Phrase(contents.label, own), own, bold=True, before=PARAGRAPH),
        TextBlock(signs, own, NUMBER, bold=True),
        *(TextBlock(Phrase(line, own), own, before=PARAGRAPH) for line in contents.lines),
    )


def day_blocks(contents: DayPaper) -> tuple[Block, ...]:
    """A machine's counts of one day."""
    own = contents.language
    return (
        Town(Phrase(contents.town, own)),
        Rule(dashed=False, before=3.0),
        TextBlock(Phrase(contents.title, own), own, HEADING, bold=True, before=HEAD_GAP),
        *(TextBlock(Phrase(line, own), own, before=PARAGRAPH) for line in contents.lines),
    )


def _state(part: PaperPart) -> tuple[Block, ...]:
    side = part.language
    facts = (TextBlock(fact, side, before=TIGHT if place else 2.0) for place, fact in enumerate(part.facts))
    return (TextBlock(_ours(part.state, part), side, HEADING, bold=True, before=HEAD_GAP), *facts)


def _number(part: PaperPart, contents: ReceiptContents, *, large: bool) -> tuple[Block, ...]:
    number = Phrase(unbroken(" ".join(contents.number.groups)), Language("en"))
    return (
        _title(part.number_title, part),
        TextBlock(number, part.language, NUMBER if large else 1.0, bold=True),
    )


def _next(part: PaperPart) -> tuple[Block, ...]:
    reason: tuple[Block, ...] = ()
    if part.reason.text:
        reason = (_title(part.reason_title, part), TextBlock(part.reason, part.language))
    return (*reason, _title(part.next_title, part), TextBlock(_ours(part.next, part), part.language))


def _ask(part: PaperPart) -> tuple[Block, ...]:
    return (_title(part.ask_title, part), TextBlock(_ours(part.ask, part), part.language))


def _other(part: PaperPart, contents: ReceiptContents) -> tuple[Block, ...]:
    return (
        Rule(dashed=True),
        *_state(part),
        *_number(part, contents, large=False),
        *_next(part),
        *_ask(part),
    )


def _sent(contents: ReceiptContents) -> tuple[Block, ...]:
    """Each question with its answer, in the person's language."""
    if not contents.sent:
        return ()
    part = contents.parts[0]
    side = part.language
    rows = (
        block
        for asked, answer in contents.sent
        for block in (TextBlock(asked, side, before=2.0), TextBlock(answer, side, bold=True))
    )
    return (_title(contents.sent_title, part), *rows)


def _title(text: str, part: PaperPart) -> TextBlock:
    return TextBlock(_ours(text, part), part.language, bold=True, before=PARAGRAPH)


def _ours(text: str, part: PaperPart) -> Phrase:
    return Phrase(text, part.language)
