# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of a sign that was written or taken away: the sign where one person listens, else only that it was."""

from accessibility.speech.transcript import Part
from i18n.messages import Messages
from ui.keyboard.sign_names import spoken_name
from ui.present.reading import ours

NOWHERE = -1
"""The place of what stands nowhere on the page by itself."""

NEW_LINE = "\n"


def echoed(before: str, now: str, texts: Messages, *, aloud: bool) -> tuple[Part, ...]:
    """The parts, in the order in which they are heard. `aloud` where only the person at the machine hears them, and
    the field is no secret."""
    removed, added = _changed(before, now)
    if not removed and not added:
        return ()
    done = texts.text("keyboard.echo.written" if added else "keyboard.echo.deleted")
    if not aloud:
        return (ours(done, texts, NOWHERE),)
    sign = Part(_name(added or removed, texts), texts.language, place=NOWHERE, private=True)
    return (sign,) if added else (ours(done, texts, NOWHERE), sign)


def _name(text: str, texts: Messages) -> str:
    """One sign by its name; several, as a choice puts them there, as they are read."""
    if text == NEW_LINE:
        return texts.text("keyboard.echo.new_line")
    return spoken_name(text, texts.text)


def _changed(before: str, now: str) -> tuple[str, str]:
    """What was taken away, and what came in its place."""
    most = min(len(before), len(now))
    start = next((at for at in range(most) if before[at] != now[at]), most)
    most -= start
    end = next((at for at in range(most) if before[-1 - at] != now[-1 - at]), most)
    return before[start : len(before) - end], now[start : len(now) - end]
