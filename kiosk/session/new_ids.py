# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""New ids, which name nobody."""

import os

from core.ids import SubmissionId, VisitId


def new_visit() -> VisitId:
    """For one person's time at the machine."""
    return VisitId(os.urandom(16).hex())


def new_submission() -> SubmissionId:
    """An OpenRosa instanceID."""
    import uuid  # brings a good deal with it, and is not needed before a form is opened

    return SubmissionId(f"uuid:{uuid.uuid4()}")
