# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The faults that a test has ordered: what they are, where they strike, how often; strikes nothing itself."""

from collections import deque
from dataclasses import dataclass, field, replace
from enum import Enum


class FaultKind(Enum):
    """What goes wrong. `commit` is the moment when the town has stored what was sent."""

    CLOSE_BEFORE_COMMIT = "close-before-commit"
    CLOSE_AFTER_COMMIT = "close-after-commit"
    RESET_BEFORE_BODY = "reset-before-body"
    RESET_BEFORE_COMMIT = "reset-before-commit"
    RESET_AFTER_COMMIT = "reset-after-commit"
    DELAY_BEFORE_COMMIT = "delay-before-commit"
    DELAY_AFTER_COMMIT = "delay-after-commit"
    TRUNCATE = "truncate"
    STATUS_BEFORE_COMMIT = "status-before-commit"
    STATUS_AFTER_COMMIT = "status-after-commit"
    WRONG_CONTENT_TYPE = "wrong-content-type"
    PORTAL_PAGE = "portal-page"
    PORTAL_REDIRECT = "portal-redirect"
    PORTAL_511 = "portal-511"


class Endpoint(Enum):
    """Where a fault strikes, in the words of the standards."""

    FORM_LIST = "form-list"
    FORM = "form"
    MANIFEST = "manifest"
    MEDIA = "media"
    SUBMISSION_HEAD = "submission-head"
    SUBMISSION = "submission"
    CATALOGUE = "catalogue"
    DISCOVERY = "discovery"
    SERVICES = "services"
    DEFINITION = "definition"
    REQUEST_POST = "request-post"
    REQUESTS = "requests"
    TOKENS = "tokens"
    SESSION = "session"
    STEP = "step"
    UPLOAD = "upload"
    STREET = "street"
    STATUS = "status"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Target:
    """What a request asks for; `agency` is empty where the town as a whole answers."""

    agency: str
    endpoint: Endpoint


@dataclass(frozen=True, slots=True)
class Fault:
    """One ordered fault. Empty `agency` or no `endpoint` strikes all; `remaining` None strikes until cleared.

    `milliseconds` is the delay, `status` and `retry_after` (seconds) the answer, `keep` the bytes of the
    body that still arrive (None: half of them).
    """

    id: int
    kind: FaultKind
    agency: str = ""
    endpoint: Endpoint | None = None
    remaining: int | None = None
    milliseconds: int = 0
    status: int = 503
    retry_after: int | None = None
    keep: int | None = None
    struck: int = 0

    def strikes(self, target: Target) -> bool:
        """Whether this fault is for such a request and not used up."""
        return (
            self.agency in ("", target.agency)
            and self.endpoint in (None, target.endpoint)
            and (self.remaining is None or self.remaining > 0)
        )


@dataclass(frozen=True, slots=True)
class Passed:
    """One request that reached the town, without anything a citizen wrote; `status` 0: no answer."""

    method: str
    target: Target
    status: int
    fault: FaultKind | None


@dataclass(slots=True)
class Faults:
    """All ordered faults, and the requests that passed; in memory only, as a restart mends everything."""

    ordered: list[Fault] = field(default_factory=list)
    passed: deque[Passed] = field(default_factory=lambda: deque(maxlen=10_000))
    _last_id: int = 0

    def order(self, fault: Fault) -> Fault:
        """Add a fault; it gets its id here."""
        self._last_id += 1
        numbered = replace(fault, id=self._last_id)
        self.ordered.append(numbered)
        return numbered

    def take(self, target: Target) -> Fault | None:
        """The first fault for this request, counted as struck; None when the request may pass."""
        for place, fault in enumerate(self.ordered):
            if fault.strikes(target):
                left = None if fault.remaining is None else fault.remaining - 1
                self.ordered[place] = replace(fault, remaining=left, struck=fault.struck + 1)
                return fault
        return None

    def clear(self, fault: int | None = None) -> None:
        """Take back one fault, or all."""
        self.ordered = [] if fault is None else [one for one in self.ordered if one.id != fault]
