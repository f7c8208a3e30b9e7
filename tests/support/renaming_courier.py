# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The courier with a fault that a test of kills has to find: it gives a submission a new identity at each attempt."""

import uuid
from dataclasses import replace
from unittest.mock import patch

from core.submission import Outcome, Submission
from kiosk.courier import process
from services.openrosa.agency import OpenRosaAgency

deliver = OpenRosaAgency.deliver


def deliver_under_a_new_name(agency: OpenRosaAgency, submission: Submission) -> Outcome:
    """Send the same answers as if they were somebody else's."""
    renamed = f"uuid:{uuid.uuid4()}".encode()
    old = submission.id.encode()
    # The name in the instance's meta only: the person who wrote the answers is the same.
    body = submission.envelope.body.replace(b"<instanceID>" + old, b"<instanceID>" + renamed)
    return deliver(agency, replace(submission, envelope=replace(submission.envelope, body=body)))


def main() -> None:
    """Be a courier with that fault."""
    with patch.object(OpenRosaAgency, "deliver", deliver_under_a_new_name):
        process.main()


if __name__ == "__main__":
    main()
