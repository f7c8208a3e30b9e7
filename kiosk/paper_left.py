# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the papers of visits that nobody finished, for the supervisor and for staff: numbers and a time, no more.

A printer has no word for a sheet that lies in its slot (RFC 8011, 5.4.12). Who finishes is told to take theirs along;
whoever walked away, or whose visit a crash or a power cut ended, may have left it (accessibility.md PRV-08, E-09).
"""

import json
import logging
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from core.staff.printer_state import PaperLeft
from kiosk import link
from kiosk.child import Child
from offline_cache.private_files import write_whole

log = logging.getLogger("kiosk.paper")

FILE: Final = "paper-left.json"
FINISHED: Final = "finished"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds: papers of the visit at hand, and of visits that nobody finished since staff last looked.

    `since` is when the first of those visits ended (epoch seconds); 0 where there is none.
    """

    under_way: int = 0
    left: int = 0
    since: float = 0.0


def paper_left(folder: Path) -> PaperLeft:
    """What may lie in the printer of the machine with that store."""
    kept = _read(folder)
    return PaperLeft(kept.left, kept.since)


def looked_for(folder: Path) -> int:
    """Staff have looked in the printer: the count begins anew. Answers with the old one. OSError from a full disk."""
    kept = _read(folder)
    if kept.left:
        _write(folder, Kept(kept.under_way))
    return kept.left


@dataclass(slots=True)
class PaperWatch:
    """`folder` is the store's; `on_left` is called with how many papers a visit may have left behind.

    The count of a visit is on the disk, synced, while its paper is still on its way out of the printer.
    """

    folder: Path
    on_left: Callable[[int], None]
    _notice: bool = False

    def begin(self) -> None:
        """A run of the program begins. Where the one before ended with the power, its visit had no end either."""
        self._notice = _read(self.folder).under_way > 0

    def settle(self) -> None:
        """The first window is shown: what the run before had under way was left."""
        kept = _read(self.folder)
        if kept.under_way:
            self._left(kept, kept.under_way)

    def show(self, page: str, child: Child) -> bool:
        """Whether the visit that begins with a page (`link.Show`) is told that a paper may lie there."""
        child.warned = self._notice and page == link.SHOW_WELCOME and _read(self.folder) != Kept()
        return child.warned

    def printing(self, child: Child, papers: int) -> None:
        """A visit has so many papers by now."""
        child.papers = papers
        self._keep(replace(_read(self.folder), under_way=papers))

    def over(self, child: Child) -> None:
        """A visit has ended, or its process has."""
        if child.warned and child.ended not in ("", link.RENEWED):
            self._notice = False
        papers, child.papers = child.papers, 0
        if papers and child.ended == FINISHED:
            self._keep(replace(_read(self.folder), under_way=0))
        elif papers:
            self._notice = True
            self._left(_read(self.folder), papers)

    def _left(self, kept: Kept, papers: int) -> None:
        log.warning("a visit that nobody finished had printed: %d", papers)
        self._keep(Kept(left=kept.left + papers, since=kept.since or time.time()))
        self.on_left(papers)

    def _keep(self, kept: Kept) -> None:
        try:
            _write(self.folder, kept)
        except OSError as error:
            log.error("the count of papers is not kept: %s", error.strerror)


def _read(folder: Path) -> Kept:
    try:
        found = json.loads((folder / FILE).read_bytes())
        return Kept(int(found["under_way"]), int(found["left"]), float(found["since"]))
    except FileNotFoundError:
        return Kept()
    except (OSError, ValueError, TypeError, KeyError) as problem:
        log.error("the count of papers cannot be read: %s", type(problem).__name__)
        return Kept()


def _write(folder: Path, kept: Kept) -> None:
    write_whole(folder / FILE, json.dumps(asdict(kept)).encode())
