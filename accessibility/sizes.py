# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the look's millimetres into pixels of one screen at one text step."""

from dataclasses import dataclass, field

from accessibility.tokens import Role, ScriptLines, Space, Step, TargetName, Tokens
from i18n.languages import Script

MM_PER_INCH = 25.4
BODY_ROLES = frozenset({"body", "strong"})
"""Ranks that are set as running text; the others have the closer lines of titles."""

WIDE_LINE = 1.5
"""Line height in the letters' size where somebody wants everything further apart (WCAG 1.4.12)."""


CLOSE_LINE, CLOSE_LINE_ASSISTED = 1.45, 1.5
"""The most where letters are so large that a page holds three lines: a sentence that one sees whole is easier to read
than one in airy lines on two pages (SEE-11 asks for 1.3, assisted 1.5)."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """`ppi` is pixels per inch as measured on the glass; `step` is 1 to 5. `wide` sets lines apart (SEE-10), `close`
    no further apart than they need to be read.
    """

    tokens: Tokens
    ppi: float
    step: int
    assisted: bool
    wide: bool = False
    large_keys: bool = False
    close: bool = False
    _pixels: dict[float, int] = field(default_factory=dict, init=False, repr=False, compare=False)
    _grown: dict[float, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def now(self) -> Step:
        """The numbers of this text step."""
        return self.tokens.steps[self.step - 1]

    def px(self, mm: float) -> int:
        """Whole pixels for a length; never less than one for a length that is not nothing."""
        found = self._pixels.get(mm)
        if found is None:
            found = self._pixels[mm] = max(1, round(mm * self.ppi / MM_PER_INCH)) if mm > 0 else 0
        return found

    def scaled(self, mm: float) -> int:
        """Pixels for a length that grows with the text step by the step's space factor."""
        found = self._grown.get(mm)
        if found is None:
            found = self._grown[mm] = self.px(mm * self.now.space_factor)
        return found

    def space(self, name: Space) -> int:
        """A step of the space scale in pixels."""
        return self.scaled(self.tokens.space[name])

    def target(self, name: TargetName) -> int:
        """The height in pixels of something to press."""
        large = self.assisted or (self.large_keys and name == "key")
        return self.px(self.tokens.targets[large][name])

    def em(self, role: Role, script: Script) -> float:
        """The size of a rank's letters in pixels: `cap / 0.714`, and 8 % more in Arabic."""
        mm = self.now.cap * self.tokens.roles[role].ratio / self.tokens.cap_to_em
        return mm * self._lines(script).scale * self.ppi / MM_PER_INCH

    def line(self, role: Role, script: Script) -> int:
        """The distance of two lines of a rank in pixels."""
        lines = self._lines(script)
        if role in BODY_ROLES:
            factor = lines.assisted if self.assisted else lines.body
            if self.close:
                factor = min(factor, CLOSE_LINE_ASSISTED if self.assisted else CLOSE_LINE)
        elif script is Script.LATIN:
            factor = self.tokens.roles[role].line
        else:
            factor = lines.title
        return round(self.em(role, script) * (max(factor, WIDE_LINE) if self.wide else factor))

    def _lines(self, script: Script) -> ScriptLines:
        return self.tokens.scripts[script.value]
