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

    `since` is when the first of those visits ended (epoch seconds); 0 where there is none. `notice` until somebody has
    come who was told that a paper may lie there, however often the machine is started before that.
    """

    under_way: int = 0
    left: int = 0
    since: float = 0.0
    notice: bool = False

    def with_left(self, papers: int) -> "Kept":
        """So many more, or fewer, were left behind. Staff may have looked before it is known that they were fewer."""
        left = max(0, self.left + papers)
        if not left:
            return Kept(self.under_way)
        return replace(self, left=left, since=self.since or time.time(), notice=self.notice or papers > 0)


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

    The count of a visit is on the disk, synced, while its paper is still on its way out of the printer. It is the count
    of one process: what another says that is over does not touch it.
    """

    folder: Path
    on_left: Callable[[int], None]
    _printing: Child | None = None

    def begin(self) -> None:
        """A run of the program begins. Where the one before ended with the power, its visit had no end either."""
        kept = _read(self.folder)
        if kept.under_way:
            self._keep(replace(kept, notice=True))

    def settle(self) -> None:
        """The first window is shown: what the run before had under way was left."""
        kept = _read(self.folder)
        if kept.under_way:
            self._keep(replace(kept, under_way=0).with_left(kept.under_way))
            self._tell(kept.under_way)

    def show(self, page: str, child: Child) -> bool:
        """Whether the visit that begins with a page (`link.Show`) is told that a paper may lie there."""
        child.warned = page == link.SHOW_WELCOME and _read(self.folder).notice
        return child.warned

    def printing(self, child: Child, papers: int) -> None:
        """A visit has so many papers by now, or had, where it is over: then only what it left is put right."""
        if child.left is None:
            child.papers, self._printing = papers, child
            self._keep(replace(_read(self.folder), under_way=papers))
        elif child.ended != FINISHED and child.left != papers:
            more, child.left = papers - child.left, papers
            self._keep(_read(self.folder).with_left(more))
            if more > 0:
                self._tell(more)

    def over(self, child: Child) -> None:
        """A visit has ended, or its process has: of one process both are told."""
        before = kept = _read(self.folder)
        if child.warned and child.ended not in ("", link.RENEWED):
            child.warned = False
            kept = replace(kept, notice=False)
        papers, child.papers = child.papers, 0
        if self._printing is child:
            self._printing = None
            kept = replace(kept, under_way=0)
        if child.ended == FINISHED:
            papers = 0
        if papers:
            kept = kept.with_left(papers)
        child.left = (child.left or 0) + papers
        if kept != before:
            self._keep(kept)
        if papers:
            self._tell(papers)

    def _tell(self, papers: int) -> None:
        log.warning("a visit that nobody finished had printed: %d", papers)
        self.on_left(papers)

    def _keep(self, kept: Kept) -> None:
        try:
            _write(self.folder, kept)
        except OSError as error:
            log.error("the count of papers is not kept: %s", error.strerror)


def _read(folder: Path) -> Kept:
    try:
        found = json.loads((folder / FILE).read_bytes())
        told = bool(found.get("notice", False))
        return Kept(int(found["under_way"]), int(found["left"]), float(found["since"]), told)
    except FileNotFoundError:
        return Kept()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as problem:
        log.error("the count of papers cannot be read: %s", type(problem).__name__)
        return Kept()


def _write(folder: Path, kept: Kept) -> None:
    write_whole(folder / FILE, json.dumps(asdict(kept)).encode())
