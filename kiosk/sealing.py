# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a filled form to the submission that is sealed: the wire bytes are frozen here, once."""

from collections.abc import Callable

from core import seal_number
from core.submission import Submission
from core.visit.effects import Seal
from kiosk.clock import local
from kiosk.form_doors import envelope_of


def new_seal(random_bytes: Callable[[int], bytes]) -> str:
    """A fresh seal number for the slip."""
    return seal_number.make(random_bytes(seal_number.RANDOM_BYTES))


def submission(effect: Seal, seal: str, created: float) -> Submission:
    """The submission for a filled form. `created` is wall-clock seconds since the epoch, and the moment at which
    the form says that it was ended.

    Every attempt sends exactly the bytes made here, also after a restart or a new version of the form.
    """
    entry = effect.entry
    return Submission(
        id=entry.submission_id,
        seal=seal,
        service=effect.service.id,
        form=effect.channel.form,
        form_version=entry.form.version,
        organisation=effect.service.organisation,
        language=effect.language,
        created=created,
        envelope=envelope_of(effect.channel, entry, seal, local(created), effect.files),
    )
