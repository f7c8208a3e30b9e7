# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what a caller of Open311 asks for: format, form fields, lists and spans of time; answers nothing."""

from datetime import UTC, datetime, timedelta

from starlette.datastructures import UploadFile
from starlette.requests import Request

from sandbox.open311_answers import Format

WINDOW = timedelta(days=90)


def asked_format(request: Request) -> Format:
    """The format by the address's ending; all but `.json` is answered in XML, the standard's default."""
    return Format.JSON if request.path_params["format"] == "json" else Format.XML


async def asked_fields(request: Request) -> dict[str, tuple[str, ...]]:
    """The form fields, `attribute[x][]` as `attribute[x]`; also from the query, where keys often stand."""
    fields: dict[str, tuple[str, ...]] = {}
    async with request.form(max_fields=200) as form:
        pairs = [*request.query_params.multi_items(), *form.multi_items()]
    for name, value in pairs:
        if not isinstance(value, UploadFile):
            short = name.removesuffix("[]")
            fields[short] = (*fields.get(short, ()), value)
    return fields


def listed(text: str | None) -> list[str]:
    """The values of an argument that the standard lets be separated by commas."""
    return [part.strip() for part in (text or "").split(",") if part.strip()]


def span(start: str | None, end: str | None) -> tuple[datetime, datetime]:
    """From when to when; the standard's 90 days when an end is open. Raises ValueError for what is none."""
    given = {name: datetime.fromisoformat(text) for name, text in (("start", start), ("end", end)) if text}
    if any(moment.tzinfo is None for moment in given.values()):
        raise ValueError("a time without a zone")
    now = datetime.now(UTC)
    upper = given.get("end") or (min(now, given["start"] + WINDOW) if "start" in given else now)
    lower = given.get("start") or upper - WINDOW
    if upper - lower > WINDOW:
        raise ValueError("a span longer than the standard's")
    return lower, upper
