# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every drawing that a page names is there."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import accessibility
from i18n.messages import Messages
from ui.present.drawings import LIFE_EVENTS, PLAIN
from ui.present.screen import present
from ui.registry import screens
from ui.registry_setting import a_kiosk

DRAWINGS = {path.stem for path in (Path(accessibility.__file__).parent / "pictograms").glob("*.svg")}


def pictures(thing: object) -> Iterator[str]:
    """Every text in a field that is called picture, however deep."""
    if isinstance(thing, tuple):
        for one in thing:
            yield from pictures(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            value = getattr(thing, field.name)
            if "picture" in field.name and isinstance(value, str) and value:
                yield value
            else:
                yield from pictures(value)


def test_the_drawings_of_life_events_are_there() -> None:
    assert LIFE_EVENTS | {PLAIN} <= DRAWINGS


@pytest.mark.parametrize("name", sorted(screens()))
def test_every_picture_on_a_screen_is_there(name: str) -> None:
    contents = present(screens()[name], Messages.load("en"), a_kiosk())
    assert set(pictures(contents)) <= DRAWINGS
