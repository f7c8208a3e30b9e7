# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the reports that City Works has received, in the town's file; checks and renders nothing."""

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sandbox.records import Records
from sandbox.references import new_reference

MOST_ANSWERED = 1000
SELECT = (
    "SELECT service_request_id, token, service_code, requested, updated, status, content"
    " FROM service_request WHERE "
)


@dataclass(frozen=True, slots=True)
class Report:
    """One service request. `fields` is everything as sent, without the key; times are UTC in RFC 3339."""

    service_request_id: str
    token: str | None
    service_code: str
    requested: str
    updated: str
    status: str
    fields: dict[str, list[str]]
    answer: dict[str, str]

    def field(self, name: str) -> str:
        """The first value of a field as sent; empty when there was none."""
        return self.fields.get(name, [""])[0]


class ReportRecords:
    """The reports. Nothing makes a repeated report one: the standard has no way to say so."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def add(self, service_code: str, fields: dict[str, tuple[str, ...]], *, with_token: bool) -> Report:
        """Store one report; it is on disk when this returns."""
        now = datetime.now(UTC)
        moment = rfc3339(now)
        report = Report(
            service_request_id=new_reference(now).replace("PA-", "CW-", 1),
            token=secrets.token_hex(8) if with_token else None,
            service_code=service_code,
            requested=moment,
            updated=moment,
            status="open",
            fields={name: list(values) for name, values in fields.items()},
            answer={},
        )
        self._write(report)
        return report

    def find(self, service_request_id: str) -> Report | None:
        """The report with this id, or None."""
        return next(iter(self._select("service_request_id = ?", service_request_id)), None)

    def by_token(self, token: str) -> Report | None:
        """The report for which this token was given, or None."""
        return next(iter(self._select("token = ?", token)), None)

    def all(self) -> list[Report]:
        """Every report, the oldest first."""
        return self._select("1 = 1")

    def search(self, *, start: str, end: str, codes: list[str], statuses: list[str]) -> list[Report]:
        """The reports between two RFC 3339 times in UTC, the newest first; empty lists mean any."""
        found = [
            report
            for report in self._select("requested BETWEEN ? AND ?", start, end)
            if (not codes or report.service_code in codes) and (not statuses or report.status in statuses)
        ]
        return found[::-1][:MOST_ANSWERED]

    def change(self, report: Report, *, status: str, answer: dict[str, str]) -> Report:
        """What City Works has done about a report: `answer` may hold status_notes, agency_responsible, ..."""
        changed = Report(
            service_request_id=report.service_request_id,
            token=report.token,
            service_code=report.service_code,
            requested=report.requested,
            updated=rfc3339(datetime.now(UTC)),
            status=status,
            fields=report.fields,
            answer=report.answer | answer,
        )
        self._write(changed)
        return changed

    def _write(self, report: Report) -> None:
        # An upsert keeps the row's place, so that lists stay in the order of arrival.
        self._records.connection.execute(
            "INSERT INTO service_request VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (service_request_id)"
            " DO UPDATE SET updated = excluded.updated, status = excluded.status, content = excluded.content",
            (
                report.service_request_id,
                report.token,
                report.service_code,
                report.requested,
                report.updated,
                report.status,
                json.dumps({"fields": report.fields, "answer": report.answer}, ensure_ascii=False),
            ),
        )

    def _select(self, where: str, *values: str) -> list[Report]:
        # `where` is one of the four conditions above, never a caller's word.
        rows = self._records.connection.execute(SELECT + where + " ORDER BY rowid", values).fetchall()
        return [_report(row) for row in rows]


def rfc3339(moment: datetime) -> str:
    """A moment as GeoReport v2 writes it (W3C profile of ISO 8601), in UTC with milliseconds."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _report(row: tuple[Any, ...]) -> Report:
    parts = json.loads(row[6])
    identifier, token, code, requested, updated, status, _ = row
    return Report(identifier, token, code, requested, updated, status, parts["fields"], parts["answer"])
