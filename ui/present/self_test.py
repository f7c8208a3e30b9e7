# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A technician tries the glass and the keys: what has answered so far, what has not, and what came of it (K-16)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from accessibility.hands.actions import Action
from accessibility.hands.keymaps import key_maps
from accessibility.hands.ways import Way
from core.ids import Language
from core.text import Phrase
from core.visit.self_test_events import TryingEnded
from core.visit.self_test_pages import Square, StaffKeys, StaffTested, StaffTouch
from core.visit.staff_events import StaffButton
from core.visit.state import Visit
from i18n.direction import isolate
from i18n.formats import list_join, number
from i18n.messages import Messages
from ui.present.reading import Item, button, heading, sentence, shown
from ui.present.service_facts import Fact
from ui.present.setting import Setting
from ui.present.staff_contents import StaffContents, Tick
from ui.present.staff_rows import StaffRow, back_row, pressed_row

FEW: Final = 6
"""As many squares are told one by one: nobody reads a list of forty."""

WORDS: Final[Mapping[Action, str]] = {
    Action.UP: "map.up",
    Action.DOWN: "map.down",
    Action.LEFT: "map.left",
    Action.RIGHT: "map.right",
    Action.BACK: "bar.back",
    Action.LANGUAGE: "bar.language",
    Action.LOUDER: "comfort.louder",
    Action.SOFTER: "comfort.quieter",
    Action.SLOWER: "comfort.speed_slower",
    Action.FASTER: "comfort.speed_faster",
    Action.HIDE: "hidden.hide",
    Action.SELECT: "staff.key.select",
    Action.HELP: "staff.key.help",
    Action.NEXT: "staff.key.next",
    Action.REPEAT: "staff.key.repeat",
    Action.PAUSE: "staff.key.pause",
    Action.SPELL: "staff.key.spell",
    Action.SWITCH_1: "staff.key.switch-1",
    Action.SWITCH_2: "staff.key.switch-2",
}
"""What a key is for, in one or two words: those that its button on the screen has, where there is one."""


@dataclass(frozen=True, slots=True)
class TouchContents:
    """The glass in squares. `told` says how many have felt a finger, and which of the last few have not."""

    language: Language
    heading: str
    text: str
    told: str
    state: StaffTouch
    foot: StaffRow

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.text, own),
            sentence(self.told, own),
            button(self.foot.title, own),
        )


@dataclass(frozen=True, slots=True)
class KeysContents:
    """What the key pressed last is for, which have answered, and which have not: in words, and each by itself.
    `meanings` are the machine's."""

    language: Language
    heading: str
    text: str
    last: str
    answered: str
    left: str
    ticks: tuple[Tick, ...]
    meanings: Mapping[str, Action]
    state: StaffKeys
    foot: StaffRow

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.text, own),
            sentence(self.last, own),
            sentence(self.answered, own),
            sentence(self.left, own),
            button(self.foot.title, own),
        )


def present_touch(visit: Visit, page: StaffTouch, texts: Messages) -> TouchContents:
    """The squares as they stand."""
    return TouchContents(
        language=visit.language,
        heading=texts.text("staff.touch_heading"),
        text=texts.text("staff.touch_text"),
        told=_told(page, texts),
        state=page,
        foot=_end(texts, TryingEnded()),
    )


def present_keys(visit: Visit, page: StaffKeys, texts: Messages, setting: Setting) -> KeysContents:
    """The keys as they stand."""
    meanings = meanings_of(setting.keyed)
    asked = tuple(dict.fromkeys(one.value for one in meanings.values()))
    felt = [one for one in asked if one in page.felt]
    left = [one for one in asked if one not in page.felt]
    return KeysContents(
        language=visit.language,
        heading=texts.text("staff.keys_heading"),
        text=texts.text("staff.keys_text"),
        last=_last(page, texts),
        answered=texts.text("staff.keys_answered", names=_named(felt, texts)) if felt else "",
        left=texts.text("staff.keys_left", names=_named(left, texts)) if left else "",
        ticks=tuple(_tick(one, texts, done=one in page.felt) for one in asked),
        meanings=meanings,
        state=page,
        foot=_end(texts, TryingEnded(asked)),
    )


def _tick(asked: str, texts: Messages, *, done: bool) -> Tick:
    said = texts.text("staff.keys_answered" if done else "staff.keys_left", names=_named([asked], texts))
    return Tick(texts.text(WORDS[Action(asked)]), said, done)


def present_tested(visit: Visit, page: StaffTested, texts: Messages) -> StaffContents:
    """What did not answer, and what to do about it."""
    again = StaffButton.TOUCH if page.touch else StaffButton.KEYS
    row = pressed_row(again, "search", texts)
    told, problem, facts = came_of_it(page, texts)
    return StaffContents(
        language=visit.language,
        heading=row.title,
        text="",
        told=told,
        problem=problem,
        facts=facts,
        rows=(StaffRow(row.name, row.event, "search", texts.text("staff.test_again")),),
        foot=back_row(texts),
    )


def test_rows(setting: Setting, texts: Messages) -> tuple[StaffRow, ...]:
    """What the machine cannot find out by itself: whether the glass feels a finger, and keys answer."""
    keys = (pressed_row(StaffButton.KEYS, "way-five-keys", texts),) if setting.keyed else ()
    return (pressed_row(StaffButton.TOUCH, "way-touch", texts), *keys)


def came_of_it(page: StaffTested, texts: Messages) -> tuple[str, str, tuple[Fact, ...]]:
    """What is told where all is well, what where it is not, and what there is to know then."""
    if not page.asked:
        return "", texts.text("staff.touch_none"), ()
    if not page.silent:
        return texts.text("staff.tested_all", count=number(page.asked, texts.language)), "", ()
    felt = {"felt": page.asked - page.silent, "all": page.asked}
    problem = texts.text("staff.tested_some", **{name: number(n, texts.language) for name, n in felt.items()})
    silent = _squares(page.squares, texts) if page.touch else _named(page.keys, texts)
    mend = texts.text("staff.touch_mend" if page.touch else "staff.keys_mend")
    facts = (
        ("problem", "staff.tested_silent" if page.touch else "staff.tested_silent_keys", silent),
        ("settings", "staff.tested_mend", mend),
    )
    return (
        "",
        problem,
        tuple(Fact(p, texts.text(t), Phrase(w, Language(texts.language))) for p, t, w in facts),
    )


def meanings_of(ways: tuple[Way, ...]) -> Mapping[str, Action]:
    """What each key is for at a machine at which these stand, the first of them first."""
    found: dict[str, Action] = {}
    for way in ways:
        found = {**key_maps()[way].keys, **found}
    return found


def key_word(action: Action, texts: Messages) -> str:
    """What a key is for."""
    return texts.text(WORDS[action])


def _told(page: StaffTouch, texts: Messages) -> str:
    if not page.felt:
        return texts.text("staff.touch_begin")
    whole = page.columns * page.rows
    felt = texts.text(
        "staff.touch_felt",
        felt=number(len(page.felt), texts.language),
        all=number(whole, texts.language),
    )
    if whole - len(page.felt) > FEW:
        return felt
    left = tuple(
        (column, row)
        for row in range(1, page.rows + 1)
        for column in range(1, page.columns + 1)
        if (column, row) not in page.felt
    )
    return f"{felt} {texts.text('staff.touch_left', squares=_squares(left, texts))}"


def _squares(squares: tuple[Square, ...], texts: Messages) -> str:
    told = [
        texts.text(
            "staff.square",
            row=number(row, texts.language),
            column=number(column, texts.language),
        )
        for column, row in squares[:FEW]
    ]
    more = len(squares) - len(told)
    rest = [texts.text("staff.squares_more", count=number(more, texts.language))] if more else []
    return list_join((*told, *rest), texts.language)


def _last(page: StaffKeys, texts: Messages) -> str:
    if not page.last:
        return texts.text("staff.keys_begin")
    key = isolate(page.last, "en")
    if not page.means:
        return texts.text("staff.keys_unknown", name=key)
    return texts.text("staff.keys_last", meaning=key_word(Action(page.means), texts), name=key)


def _named(keys: Sequence[str], texts: Messages) -> str:
    return list_join([key_word(Action(one), texts) for one in keys], texts.language)


def _end(texts: Messages, event: TryingEnded) -> StaffRow:
    return StaffRow("foot.primary", event, "check", texts.text("staff.test_end"))
