# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every HTTP answer of the town shares: entity tags, compression and the caller's language."""

import gzip

from starlette.requests import Request
from starlette.responses import Response

LANGUAGES = ("en", "es", "ar", "zh-Hans")
SMALLEST_TO_COMPRESS = 500


def base_of(request: Request) -> str:
    """The address under which the caller reached the town, so that links lead through the same way."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}"


def tagged(request: Request, body: bytes, tag: str, media_type: str, headers: dict[str, str]) -> Response:
    """An answer with a strong ETag: 304 when the caller has it (RFC 9110, 13.1.2), gzip when it takes that.

    The compressed form carries its own tag, as RFC 9110, 8.8.3.3 asks.
    """
    compress = len(body) >= SMALLEST_TO_COMPRESS and _takes_gzip(request.headers.get("accept-encoding", ""))
    etag = f'"{tag}-gzip"' if compress else f'"{tag}"'
    headers = headers | {"ETag": etag, "Vary": "Accept-Encoding"}
    wanted = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    # Either form of what the caller holds is current: both come from the same bytes.
    if wanted & {f'"{tag}"', f'"{tag}-gzip"', "*"}:
        return Response(status_code=304, headers=headers)
    if compress:
        body = gzip.compress(body, compresslevel=6, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(body, media_type=media_type, headers=headers)


def language_of(request: Request) -> str:
    """The best of the town's languages for the caller's Accept-Language; English when none fits."""
    offers = []
    for order, part in enumerate(request.headers.get("accept-language", "").split(",")):
        tag, _, weight = part.strip().partition(";")
        offers.append((-_weight(weight), order, tag.strip().lower()))
    for _, _, tag in sorted(offers):
        for language in LANGUAGES:
            if tag and (language.lower() == tag or language.split("-")[0] == tag.split("-")[0]):
                return language
    return "en"


def _takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding value takes gzip (RFC 9110, 12.5.3)."""
    for part in accepted.split(","):
        coding, _, weight = part.strip().partition(";")
        if coding.strip().lower() in {"gzip", "x-gzip", "*"}:
            return _weight(weight) > 0
    return False


def _weight(text: str) -> float:
    """The q value of a header part; 1 when there is none, 0 when it cannot be read."""
    name, _, value = text.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
