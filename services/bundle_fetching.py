# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches the files of a bundle for The Update Framework, through the one boundary to HTTP and its origins rule."""

import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final

from tuf.api.exceptions import (
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    SlowRetrievalError,
)
from tuf.ngclient import FetcherInterface

from services.boundary import Failed, Failure, Limits
from services.http import Http
from services.origins import Origins
from services.server_dates import date_of

LONGEST: Final = 60.0
SLOWEST: Final = 20_000.0
"""Seconds for a small file; a larger one gets a second more for each so many bytes."""


class BundleFetcher(FetcherInterface):
    """One refresh's way to the network. `date` is the latest time a server named over verified TLS; 0 without one."""

    def __init__(self, origins: Origins, tls: ssl.SSLContext | None = None, longest: float = LONGEST) -> None:
        self._origins = origins
        self._tls = tls or ssl.create_default_context()
        self._longest = longest
        self.date = 0.0
        self.fetched = 0
        self.requests = 0

    def _fetch(self, url: str) -> Iterator[bytes]:
        """The interface's way without a length: as much as one file of metadata may have."""
        return iter((self._body(url, 5_000_000),))

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        """See `FetcherInterface`. Nothing is kept of an answer that is longer than it may be."""
        with tempfile.TemporaryFile() as file:
            file.write(self._body(url, max_length))
            file.seek(0)
            yield file

    def _body(self, url: str, most: int) -> bytes:
        limits = Limits(total=self._longest + most / SLOWEST, body=most)
        answer = Http(self._origins, limits, self._tls).get(url)
        self.requests += 1
        if isinstance(answer, Failed):
            raise _as_error(answer)
        if url.startswith("https:"):
            self.date = max(self.date, date_of(answer))
        if answer.status != 200:
            raise DownloadHTTPError(f"status {answer.status}", answer.status)
        self.fetched += len(answer.body)
        return answer.body


def _as_error(failed: Failed) -> DownloadError:
    match failed.kind:
        case Failure.TOO_LARGE:
            return DownloadLengthMismatchError(failed.kind.value)
        case Failure.TIMEOUT | Failure.TIMEOUT_CONNECTING:
            return SlowRetrievalError(failed.kind.value)
        case _:
            return DownloadError(failed.kind.value)
