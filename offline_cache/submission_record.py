# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A submission as plain values that can be written down, and back again without loss."""

import json
from collections.abc import Mapping

from core.catalogue import ChannelKind
from core.ids import FormId, Language, OrganisationId, ServiceId, SubmissionId
from core.submission import Envelope, Submission


def to_record(submission: Submission) -> dict[str, str | float | bool | None]:
    """Everything but the wire bytes. Headers are a JSON list of pairs, because their order matters."""
    envelope = submission.envelope
    return {
        "id": submission.id,
        "seal": submission.seal,
        "service": submission.service,
        "form": submission.form,
        "form_version": submission.form_version,
        "organisation": submission.organisation,
        "language": submission.language,
        "created": submission.created,
        "protocol": envelope.protocol.value,
        "url": envelope.url,
        "headers": json.dumps(envelope.headers, ensure_ascii=False),
        "repeatable": envelope.repeatable,
        "remembered": envelope.remembered,
    }


def from_record(record: Mapping[str, str | float | bool | None], body: bytes) -> Submission:
    """The submission again; records of earlier versions have no `remembered`.

    KeyError or ValueError when the record is none of `to_record` (a bug).
    """
    headers = tuple((str(name), str(value)) for name, value in json.loads(str(record["headers"])))
    remembered = record.get("remembered")
    return Submission(
        id=SubmissionId(str(record["id"])),
        seal=str(record["seal"]),
        service=ServiceId(str(record["service"])),
        form=FormId(str(record["form"])),
        form_version=str(record["form_version"]),
        organisation=OrganisationId(str(record["organisation"])),
        language=Language(str(record["language"])),
        created=float(record["created"] or 0.0),
        envelope=Envelope(
            protocol=ChannelKind(record["protocol"]),
            url=str(record["url"]),
            headers=headers,
            body=body,
            repeatable=bool(record["repeatable"]),
            remembered=None if remembered is None else float(remembered),
        ),
    )
