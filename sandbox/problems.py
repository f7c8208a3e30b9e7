# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refusals as RFC 9457 writes them."""

import json
from http import HTTPStatus
from typing import Any

from starlette.responses import Response


def problem(status: int, detail: str, **more: Any) -> Response:
    """A problem of the general kind: its title is the status's own, `detail` is for people."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    body = json.dumps(content | more, ensure_ascii=False).encode()
    return Response(body, status_code=status, media_type="application/problem+json")
