# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an exchange with a server can come to, as values: the only words for it in all of `services`."""

import math
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from enum import Enum

MEBIBYTE = 1024 * 1024
REDIRECTS = frozenset({301, 302, 303, 307, 308})
NETWORK_LOGIN = 511
"""RFC 6585 section 6: the network wants a login; the answer is never the agency's."""


class Failure(Enum):
    """Why an exchange failed, or why its answer is no use. The set is closed; each value is a `kind`.

    `CLOCK`: the certificate's dates do not fit this machine's date, so one of the two is wrong. `PORTAL`: a
    network's login page stood where the agency's answer should be. `CUT`: the connection ended in the middle.
    `BAD_ANSWER`: not HTTP, or not what the standard says. `WRONG_TYPE`: something else than was asked for.
    """

    NOT_ALLOWED = "not_allowed"
    NO_NAME = "no_name"
    NO_CONNECTION = "no_connection"
    TIMEOUT_CONNECTING = "timeout_connecting"
    TLS = "tls"
    CLOCK = "clock"
    TIMEOUT = "timeout"
    CUT = "cut"
    TOO_LARGE = "too_large"
    REDIRECT = "redirect"
    PORTAL = "portal"
    WRONG_TYPE = "wrong_type"
    BAD_ANSWER = "bad_answer"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds until a connection stands, between two bytes, for everything; bytes of an unpacked body."""

    connect: float = 5.0
    read: float = 20.0
    total: float = 120.0
    body: int = 8 * MEBIBYTE

    def with_body(self, size: int) -> "Limits":
        """The same deadlines with another cap, in bytes."""
        return Limits(self.connect, self.read, self.total, size)


@dataclass(frozen=True, slots=True)
class Failed:
    """No answer that can be used. `sent` is whether the agency may have processed the request.

    `status` is the answer's, where there was one; `wait` what it asked for (Retry-After, seconds). `detail`
    is for the log: the name of an error, never a body and never an address with a key in it.
    """

    kind: Failure
    sent: bool
    status: int = 0
    wait: float | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that what is already here is still right (RFC 9110 section 15.4.5)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. Header names are in lower case, `elapsed` is in seconds, the body is unpacked."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)
    elapsed: float = 0.0

    def header(self, name: str) -> str:
        """The first value of a header, stripped; empty when absent."""
        return next((value.strip() for key, value in self.headers if key == name.lower()), "")

    @property
    def media_type(self) -> str:
        """The media type without its parameters, in lower case; empty when the server gave none."""
        return self.header("content-type").split(";", 1)[0].strip().lower()

    @property
    def is_page(self) -> bool:
        """Whether the body is a web page whatever its header says, as portals and broken gateways send."""
        start = self.body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        return start.startswith((b"<!doctype html", b"<html"))

    @property
    def wait(self) -> float | None:
        """Retry-After in seconds (RFC 9110 section 10.2.3); None when absent or unreadable.

        A date is measured against the answer's own Date, so that this machine's clock does not matter.
        """
        asked = self.header("retry-after")
        if asked.isascii() and asked.isdigit():
            return float(asked[:9])
        try:
            seconds = (
                parsedate_to_datetime(asked) - parsedate_to_datetime(self.header("date"))
            ).total_seconds()
        except (ValueError, TypeError, OverflowError):
            return None
        return max(0.0, seconds) if math.isfinite(seconds) else None

    def failed(self, kind: Failure, detail: str = "") -> Failed:
        """This answer as a failure. The server has answered, so it may have processed the request."""
        return Failed(kind, True, self.status, self.wait, detail)


def unless_useful(answer: Answer) -> Failed | None:
    """Why an answer to a GET cannot hold what was asked for; None when its body should be read.

    A web page under 200 and status 511 are a network's login; any other status than 200 says by itself that
    there is nothing to read.
    """
    if answer.status == NETWORK_LOGIN or (answer.status == 200 and answer.is_page):
        return answer.failed(Failure.PORTAL)
    return None if answer.status == 200 else answer.failed(Failure.STATUS)
