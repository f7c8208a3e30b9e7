# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an error in the middle of an exchange means: which of our own words for failures it is."""

import socket
import ssl
from collections.abc import Iterator

import httpcore2 as httpcore

from services.addresses import ForbiddenAddressError
from services.body_reader import BodyBrokenError, BodyTooLargeError
from services.boundary import Failed, Failure
from services.wire import DeadlineError, Watch

CERTIFICATE_DATES = frozenset({9, 10})
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""


def failed(error: Exception, watch: Watch) -> Failed:
    """An error of an exchange as what it means, and whether anything had left by then."""
    kind = _kind(error, watch)
    # The names of the errors only: their texts can quote what the server sent, or the address.
    names = " from ".join(type(one).__name__ for one in _causes(error))
    return Failed(kind, sent=watch.wrote, detail=names)


def _kind(error: Exception, watch: Watch) -> Failure:
    match error:
        case BodyTooLargeError():
            return Failure.TOO_LARGE
        case BodyBrokenError(cut=cut):
            return Failure.CUT if cut else Failure.BAD_ANSWER
        case ForbiddenAddressError():
            return Failure.NOT_ALLOWED
        case DeadlineError() | httpcore.ConnectTimeout():
            return Failure.TIMEOUT if watch.wrote else Failure.TIMEOUT_CONNECTING
        case httpcore.TimeoutException():
            return Failure.TIMEOUT
        case httpcore.ConnectError():
            return _why_not_connected(error)
        case httpcore.NetworkError():
            return Failure.CUT
        case httpcore.RemoteProtocolError():
            return Failure.CUT if watch.ended else Failure.BAD_ANSWER
        case _:
            return Failure.BAD_ANSWER


def _why_not_connected(error: Exception) -> Failure:
    for cause in _causes(error):
        match cause:
            case ssl.SSLCertVerificationError(verify_code=code):
                return Failure.CLOCK if code in CERTIFICATE_DATES else Failure.TLS
            case ssl.SSLError():
                return Failure.TLS
            case socket.gaierror():
                return Failure.NO_NAME
            case _:
                continue
    return Failure.NO_CONNECTION


def _causes(error: BaseException) -> Iterator[BaseException]:
    one: BaseException | None = error
    for _ in range(8):
        if one is None:
            return
        yield one
        one = one.__cause__ or one.__context__
