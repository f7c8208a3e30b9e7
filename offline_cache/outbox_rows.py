# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outbox's rows as the core's values."""

from typing import NamedTuple

import apsw

from core.catalogue import ChannelKind
from core.delivery_rules import PROVEN, check_change
from core.ids import OrganisationId, ServiceId, SubmissionId
from core.seal_number import fold
from core.set_clock import ClockMark
from core.submission import Delivery, DeliveryState, Submission
from offline_cache.submission_record import from_record

_DELIVERY = """
    select id, seal, service, organisation, state, created, changed, attempts, next_at, unsure_since,
        reference, reason, repeatable, remembered, protocol, told_at
    from delivery
"""

_INSERT_DELIVERY = """
    insert into delivery values (
        :id, :seal, :service, :organisation, :state, :created, :changed, :attempts, :next_at, :unsure_since,
        :reference, :reference_folded, :reason, :repeatable, :remembered, :protocol, :told_at
    )
"""

_INSERT_SEALED = "insert into sealed (id, epoch, content) values (?, ?, ?)"

_UPDATE = """
    update delivery
    set state = :state, changed = :changed, attempts = :attempts, next_at = :next_at,
        unsure_since = :unsure_since, reference = :reference, reference_folded = :reference_folded,
        reason = :reason, told_at = :told_at
    where id = :id and state = :was_state and changed = :was_changed and attempts = :was_attempts
        and next_at = :was_next_at and unsure_since is :was_unsure_since and reference = :was_reference
        and reason = :was_reason and told_at = :was_told_at
"""

_RECORD_COLUMNS = (
    "id",
    "seal",
    "service",
    "form",
    "form_version",
    "organisation",
    "language",
    "created",
    "protocol",
    "url",
    "headers",
    "repeatable",
)

_EARLIER = """
    select id, seal, service, form, form_version, organisation, language, created, payload.protocol, url, headers,
        repeatable, body
    from delivery join payload using (id)
    where id = ?
"""


_HELD = "select 1 from sealed where id = ? union all select 1 from payload where id = ?"


class _DeliveryRow(NamedTuple):
    id: str
    seal: str
    service: str
    organisation: str
    state: str
    created: float
    changed: float
    attempts: int
    next_at: float
    unsure_since: float | None
    reference: str
    reason: str
    repeatable: int
    remembered: float | None
    protocol: str | None
    told_at: str


def insert_delivery(connection: apsw.Connection, delivery: Delivery) -> None:
    """Write a delivery's row. apsw.Error when that fails; apsw.ConstraintError when the id or seal is taken."""
    connection.execute(_INSERT_DELIVERY, _values(delivery))


def insert_sealed(connection: apsw.Connection, submission: SubmissionId, epoch: int, content: bytes) -> None:
    """Write what was sent, sealed (`offline_cache.sealed_copy`). apsw.Error when that fails."""
    connection.execute(_INSERT_SEALED, (submission, epoch, content))


def sealed_content(connection: apsw.Connection, submission: SubmissionId) -> bytes | None:
    """What was sent, sealed; None when it is unknown or erased."""
    row = connection.execute("select content from sealed where id = ?", (submission,)).fetchone()
    return None if row is None else bytes(row[0])


def erase(connection: apsw.Connection, submission: SubmissionId) -> None:
    """Forget what was sent; the delivery stays."""
    connection.execute("delete from sealed where id = ?", (submission,))
    connection.execute("delete from payload where id = ?", (submission,))


def forget(connection: apsw.Connection, submission: SubmissionId) -> None:
    """Forget a delivery whose answers are erased already."""
    connection.execute("delete from delivery where id = ?", (submission,))


def forget_proven(connection: apsw.Connection, before: float) -> int:
    """Forget the deliveries of `PROVEN` that were last changed before a moment; those with answers are kept."""
    states = ", ".join(f"'{state.value}'" for state in sorted(PROVEN, key=lambda state: state.value))
    condition = f"where state in ({states}) and changed < ?"
    over = [
        delivery.id
        for delivery in select(connection, condition, (before,))
        if not connection.execute(_HELD, (delivery.id, delivery.id)).fetchone()
    ]
    for one in over:
        forget(connection, one)
    return len(over)


def replace_row(connection: apsw.Connection, before: Delivery, after: Delivery) -> bool:
    """Set the row to `after` if it still is `before`; whether it was. IllegalChangeError when it may not follow."""
    check_change(before, after)
    was = {f"was_{name}": value for name, value in _values(before).items()}
    connection.execute(_UPDATE, {**_values(after), **was})
    return connection.changes() == 1


def clock_mark(connection: apsw.Connection) -> ClockMark | None:
    """How the wall clock stood when it was last looked at; None where nobody has."""
    row = connection.execute("select boot, ahead from clock_mark").fetchone()
    return None if row is None else ClockMark(str(row[0]), float(row[1]))


def set_clock_mark(connection: apsw.Connection, mark: ClockMark) -> None:
    """Keep it in place of the one before."""
    connection.execute("insert or replace into clock_mark values (1, ?, ?)", (mark.boot, mark.ahead))


def select(
    connection: apsw.Connection, condition: str, values: tuple[str | float, ...] = ()
) -> tuple[Delivery, ...]:
    """The deliveries for which an SQL condition of ours (never text from outside) holds."""
    rows = connection.execute(_DELIVERY + condition, values)
    return tuple(_delivery(_DeliveryRow(*row)) for row in rows)


def sealed_since(connection: apsw.Connection, past: float, until: float) -> int:
    """How many were sealed after `past` and not after `until`."""
    found = connection.execute(
        "select count(*) from delivery where created > ? and created <= ?", (past, until)
    )
    return int(next(found)[0])


def earlier_payload(connection: apsw.Connection, submission: SubmissionId) -> Submission | None:
    """A submission that the format before key pairs kept in `payload`; None when it is not there."""
    row = connection.execute(_EARLIER, (submission,)).fetchone()
    if row is None:
        return None
    return from_record(dict(zip(_RECORD_COLUMNS, row, strict=False)), row[-1])


def _values(delivery: Delivery) -> dict[str, str | float | int | None]:
    return {
        "id": delivery.id,
        "seal": delivery.seal,
        "service": delivery.service,
        "organisation": delivery.organisation,
        "state": delivery.state.value,
        "created": delivery.created,
        "changed": delivery.changed,
        "attempts": delivery.attempts,
        "next_at": delivery.next_at,
        "unsure_since": delivery.unsure_since,
        "reference": delivery.reference,
        "reference_folded": fold(delivery.reference),
        "reason": delivery.reason,
        "repeatable": int(delivery.repeatable),
        "remembered": delivery.remembered,
        "protocol": None if delivery.protocol is None else delivery.protocol.value,
        "told_at": delivery.told_at,
    }


def _delivery(row: _DeliveryRow) -> Delivery:
    return Delivery(
        id=SubmissionId(row.id),
        seal=row.seal,
        service=ServiceId(row.service),
        organisation=OrganisationId(row.organisation),
        state=DeliveryState(row.state),
        created=row.created,
        changed=row.changed,
        attempts=row.attempts,
        next_at=row.next_at,
        unsure_since=row.unsure_since,
        reference=row.reference,
        reason=row.reason,
        repeatable=bool(row.repeatable),
        remembered=row.remembered,
        protocol=None if row.protocol is None else ChannelKind(row.protocol),
        told_at=row.told_at,
    )
