# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the supervisor does while no session can be kept running: it shows so, says so, and tries again.

The page comes from a process of its own, started without a socket, a store or a key: as little as can be broken.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from core.failing import WITHIN, Failing
from kiosk import link
from kiosk.child import Child
from kiosk.early import Running

log = logging.getLogger("kiosk.supervisor")

NOTICE: Final = "notice"
ANOTHER_AFTER: Final = 5.0
"""Seconds after which the page is started again where its own process has ended."""


@dataclass(slots=True)
class Outage:
    """`start` starts the process of the page; None where a program that fails ends instead.

    `told` is called with True when the machine goes out of order, and with False once it has held for `WITHIN` seconds.
    `notice` is the page while it is there.
    """

    start: Callable[[], Running] | None
    told: Callable[[bool], None]
    notice: Child | None = None
    failing: Failing = field(default_factory=Failing)
    again_at: float | None = None
    _others: dict[str, Failing] = field(default_factory=dict)
    _said: bool = False
    _held_since: float | None = None
    _notice_at: float | None = None

    def pause(self, role: str, *, shown: bool) -> float:
        """Seconds until another takes the place of one that died behind the window; nobody there is disturbed."""
        failing = self._others.get(role, Failing()).died(time.monotonic(), shown=shown)
        self._others[role] = failing
        if failing.pause:
            log.error("%s dies again and again; another is started in %d seconds", role, failing.pause)
        return failing.pause

    def begin(self, adopt: Callable[[str, Running], Child]) -> None:
        """No session is kept running: show so, and wait."""
        pause = self.failing.pause
        log.error("out of order; a session is tried again in %d seconds", pause)
        self.again_at = time.monotonic() + pause
        self._held_since = None
        first, self._said = not self._said, True
        self.show(adopt, aloud=first)
        if first:
            self.told(True)

    def show(self, adopt: Callable[[str, Running], Child], *, aloud: bool = False) -> None:
        """Start the page, unless it is there."""
        self._notice_at = None
        if self.notice is None and self.start is not None:
            try:
                self.notice = adopt(NOTICE, self.start())
            except OSError as error:
                log.error("the page that says so could not be started: %s", error.strerror)
                self._notice_at = time.monotonic() + ANOTHER_AFTER
                return
            self.notice.tell(link.Show(link.SHOW_OUT_OF_ORDER if aloud else link.SHOW_WELCOME))

    def notice_gone(self) -> None:
        """The page's process has ended; another takes its place if it is still wanted then."""
        self.notice = None
        if self.again_at is not None:
            self._notice_at = time.monotonic() + ANOTHER_AFTER

    def turn(self, adopt: Callable[[str, Running], Child]) -> bool:
        """Whether a session is to be tried now."""
        now = time.monotonic()
        if self._notice_at is not None and now >= self._notice_at:
            self.show(adopt)
        if self._held_since is not None and now - self._held_since >= WITHIN:
            self.failing, self._held_since, self._said = Failing(), None, False
            log.warning("works again")
            self.told(False)
        if self.again_at is None or now < self.again_at:
            return False
        self.again_at, self._notice_at = None, None
        return True

    def shown(self) -> None:
        """A session is seen: from now on it has to hold."""
        if self._said:
            self._held_since = time.monotonic()

    def waits(self, now: float) -> tuple[float, ...]:
        """Seconds until there is something to do."""
        until = (self._held_since + WITHIN) if self._held_since is not None else None
        moments = (self.again_at, self._notice_at, until)
        return tuple(max(0.0, at - now) for at in moments if at is not None)


def no_page() -> Outage:
    """A program that fails ends instead, and its end says enough."""
    return Outage(None, lambda _: None)
