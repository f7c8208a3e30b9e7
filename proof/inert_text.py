# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P21: text from outside is only text, on every screen: no picture, no link, no shortcut, no turned line, no freeze."""

import gc
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from itertools import islice, product
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from shiboken6 import isValid

from core.forms.message import Message, MessageVersion
from core.ids import Language
from core.text import LocalisedText, Phrase
from core.visit.state import Visit
from i18n.compile import compile_all
from proof.verdict import Trial, Verdict
from tests.support.measuring import said, visible
from tests.support.outside_canaries import COLOUR, TURNED, Links, canaries, plant_label
from tests.support.showing import Shown, show, turn_to
from ui import registry_filling
from ui.registry import screens

LAYOUT_SECONDS: Final = 0.2
"""Processor time that a page may take more than the same page with a short word."""

PLAIN: Final = "word"


def prove(trial: Trial) -> Verdict:
    """`number` pairs of a screen and a canary: each screen with one, then each with the next; all at the full number.

    Catalogue, form, answers and what agencies say are the canary itself, without the cleaning that connectors do.
    The seeded fault is one label of Qt's own on each page, which guesses what it is given.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert application is not None
    compile_all()
    picture = trial.folder / "canary.png"
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(COLOUR)
    image.save(str(picture))
    all_canaries = canaries(picture)
    named, links = tuple(screens()), Links()
    pairs = [
        (name, all_canaries[(place + turn) % len(all_canaries)])
        for turn, (place, name) in product(range(len(all_canaries)), enumerate(named))
    ]
    found: dict[str, int] = {}
    slowest, shown, pages = 0.0, None, set()
    for name, text in islice(pairs, trial.number):
        pages.add(name)
        took, shown = _shown(name, text, shown)
        slowest = max(slowest, took)
        if trial.control:
            plant_label(text, shown.shell.page)
        for fault in _faults(shown, took):
            found[fault] = found.get(fault, 0) + 1
            sys.stderr.write(f"{fault}: {name}: {text[:60]!r}\n")
        # As the event loop does: what earlier pages were made of would slow down every later one.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if links.opened:
        found["links opened"] = len(links.opened)
    links.close()
    if shown is not None:
        shown.shell.close()
    figures = f"pages {min(trial.number, len(pairs))} screens {len(pages)} canaries {len(all_canaries)} "
    figures += f"slowest {slowest * 1000:.0f} ms more than a word; "
    figures += ", ".join(f"{fault} {times}" for fault, times in sorted(found.items())) or "faults 0"
    if trial.control:
        return Verdict("pictures" not in found, figures)
    return Verdict(not found, figures)


def _shown(name: str, text: str, before: Shown | None) -> tuple[float, Shown]:
    """The screen with this text, and how much more processor time it takes than with a short word."""
    shown = before or show(screens()["welcome"], "K2")
    costs = []
    for words in (PLAIN, text):
        visit = _with_outside_words(_screens_saying(words)[name], words)
        with _poisoned(words):
            began = time.process_time()
            turn_to(shown, visit)
            costs.append(time.process_time() - began)
    return costs[1] - costs[0], shown


@cache
def _screens_saying(words: str) -> Mapping[str, Visit]:
    """All screens, made while everything says this; once, because making them takes far longer than showing one."""
    with _poisoned(words):
        made = screens()
    # Kept to the end: the collector is not to search all of it while a page's time is taken.
    gc.freeze()
    return made


@contextmanager
def _poisoned(words: str) -> Iterator[None]:
    """Whatever an author has written says this, and so does what a citizen has typed."""

    def best(_: LocalisedText, language: Language) -> Phrase:
        return Phrase(words, language)

    def best_message(_: Message, language: Language) -> MessageVersion:
        return MessageVersion(language, (words,))

    streets: Mapping[str, str] = dict.fromkeys(("en", "es", "ar", "zh-Hans"), words)
    with (
        patch.object(LocalisedText, "best", best),
        patch.object(Message, "best", best_message),
        patch.object(registry_filling, "_STREETS", streets),
    ):
        yield


def _with_outside_words(visit: Visit, words: str) -> Visit:
    if visit.delivery is None:
        return visit
    return replace(visit, delivery=replace(visit.delivery, reference=words, reason=words))


def _faults(shown: Shown, took: float) -> Iterator[str]:
    shell = shown.shell
    if took > LAYOUT_SECONDS:
        yield "slow"
    if _has_colour(shell.grab().toImage()):
        yield "pictures"
    if any(not button.shortcut().isEmpty() for button in shell.findChildren(QAbstractButton)):
        yield "shortcuts"
    for widget in visible(shell):
        words = said(widget)
        if TURNED in words or "\x00" in words or "\x1b" in words:
            yield "turned or controlling signs"
            break
    for widget in visible(shell):
        if isValid(widget):
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def _has_colour(image: QImage) -> bool:
    wanted = COLOUR.rgb()
    small = image.convertToFormat(QImage.Format.Format_RGB32)
    line = bytes(wanted.to_bytes(4, "little"))
    return line in bytes(small.constBits())
