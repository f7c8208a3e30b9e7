# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person has set for themselves (a preference set in the sense of ISO/IEC 24751); it names nobody."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from accessibility.hands.ways import Hands
from accessibility.speech.volume import VOLUMES as VOICE_VOLUMES
from accessibility.themes import SYSTEM
from accessibility.tokens import tokens

STEPS: Final = 5
"""Text steps, T1 to T5."""

ASSISTED_STEP: Final = 3
"""The smallest text step while everything is larger and slower."""

THEMES: Final = (*tokens().themes, SYSTEM)
"""Every name that `theme` may have. `system` follows the computer and is offered at home only."""

KeyboardOrder = Literal["local", "alphabetical"]
KEYBOARD_ORDERS: Final = ("local", "alphabetical")
SPEECH_RATES: Final = (-3, 3)
"""From slowest to fastest; 0 is the language's own pace."""

VOLUMES: Final = VOICE_VOLUMES
"""From quietest to loudest; each step is at most 10 dB (VVSG 7.1-K)."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """ValueError for a step, theme, rate, volume or order that does not exist.

    `curtain` is a dark screen, with the voice alone (accessibility.md SPK-11). `wide_spacing` sets letters, words and
    lines further apart (WCAG 1.4.12). `large_keys` makes the letters to press larger and puts fewer of them on a sheet.
    `easy_words` says the most important pages in easier words. `low_reach` brings everything to press into the lower
    half of an upright glass.
    """

    text_step: int = 1
    theme: str = "standard"
    assisted: bool = False
    spoken: bool = False
    speech_rate: int = 0
    keyboard_order: KeyboardOrder = "local"
    volume: int = 0
    wide_spacing: bool = False
    large_keys: bool = False
    curtain: bool = False
    easy_words: bool = False
    low_reach: bool = False
    hands: Hands = Hands()

    def __post_init__(self) -> None:
        if not 1 <= self.text_step <= STEPS:
            raise ValueError(f"text step {self.text_step}")
        if self.theme not in THEMES:
            raise ValueError(f"theme {self.theme}")
        if not SPEECH_RATES[0] <= self.speech_rate <= SPEECH_RATES[1]:
            raise ValueError(f"speech rate {self.speech_rate}")
        if not VOLUMES[0] <= self.volume <= VOLUMES[1]:
            raise ValueError(f"volume {self.volume}")
        if self.keyboard_order not in KEYBOARD_ORDERS:
            raise ValueError(f"keyboard order {self.keyboard_order}")

    @property
    def unheard(self) -> "Preferences":
        """These without what is heard only: two that are equal look the same."""
        return replace(self, spoken=False, speech_rate=0, volume=0, curtain=False)

    def with_text_step(self, step: int) -> "Preferences":
        """Another text size; a step beyond the ends stays at the end."""
        return replace(self, text_step=min(max(step, 1), STEPS))

    def with_scale(self, scale: float) -> "Preferences":
        """Letters so many times the usual size, or what comes nearest to it."""
        usual, *_ = caps = [step.cap for step in tokens().steps]
        nearest = min(range(STEPS), key=lambda place: abs(caps[place] / usual - scale))
        return self.with_text_step(nearest + 1)

    def with_theme(self, theme: str) -> "Preferences":
        """Other colours."""
        return replace(self, theme=theme)

    def with_assisted(self, assisted: bool) -> "Preferences":
        """Larger and slower, with text of at least step 3; or back to the usual pace and the first step."""
        step = max(self.text_step, ASSISTED_STEP) if assisted else 1
        return replace(self, assisted=assisted, text_step=step)

    def with_spoken(self, spoken: bool) -> "Preferences":
        """Pages read aloud as they appear, or silence, with which no screen stays dark."""
        return replace(self, spoken=spoken, curtain=self.curtain and spoken)

    def with_speech_rate(self, rate: int) -> "Preferences":
        """A slower or faster voice; a rate beyond the ends stays at the end."""
        return replace(self, speech_rate=min(max(rate, SPEECH_RATES[0]), SPEECH_RATES[1]))

    def with_volume(self, volume: int) -> "Preferences":
        """A quieter or louder voice; a step beyond the ends stays at the end."""
        return replace(self, volume=min(max(volume, VOLUMES[0]), VOLUMES[1]))

    @property
    def apart(self) -> bool:
        """Whether what could stand together comes one at a time: for who presses by switches, hears only, or reads
        letters so large that a glass holds a few lines of them."""
        return self.curtain or self.hands.way.scans or self.text_step == STEPS

    def with_curtain(self, curtain: bool) -> "Preferences":
        """A dark screen with the voice alone; the voice comes with it."""
        return replace(self, curtain=curtain, spoken=self.spoken or curtain)

    def with_wide_spacing(self, wide: bool) -> "Preferences":
        """Letters, words and lines further apart, or as usual."""
        return replace(self, wide_spacing=wide)

    def with_large_keys(self, large: bool) -> "Preferences":
        """Larger keys on the screen's keyboard, or the usual ones."""
        return replace(self, large_keys=large)

    def with_easy_words(self, easy: bool) -> "Preferences":
        """Easier words and shorter sentences, or the usual ones."""
        return replace(self, easy_words=easy)

    def with_low_reach(self, low: bool) -> "Preferences":
        """Everything to press low on the glass, or where it usually stands."""
        return replace(self, low_reach=low)

    def with_keyboard_order(self, order: KeyboardOrder) -> "Preferences":
        """Letters in the country's usual order, or from A to Z."""
        return replace(self, keyboard_order=order)

    def with_hands(self, hands: Hands) -> "Preferences":
        """Another way of input, or other times or switches for it."""
        return replace(self, hands=hands)
