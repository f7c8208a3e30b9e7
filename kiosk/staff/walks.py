# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what the publish gate found of the form of each service, for staff; it walks nothing itself."""

from core.ports import Cache
from core.staff.form_walk import FormWalk, Stuck
from kiosk.gate_results import Gate
from kiosk.profile.model import FormOffer, Profile
from kiosk.walked_forms import WalkedForms, walks_of


def service_walks(profile: Profile, cache: Cache) -> tuple[FormWalk, ...]:
    """One for each service with a form that is kept, in the order of the catalogue.

    None where the profile offers all forms that open.
    """
    kept = cache.catalogue() if profile.form_offer is FormOffer.WALKED else None
    if kept is None:
        return ()
    walked = WalkedForms(walks_of(profile))
    found: list[FormWalk] = []
    for service in kept[0].services.values():
        forms = [cache.form(one.endpoint, one.form) for one in service.channels if one.is_api]
        results = [walked.result(form) for form in forms if form is not None]
        if results:
            tried = all(one is not None for one in results)
            stuck = tuple(stop for one in results if one is not None for stop in _stuck(one))
            found.append(FormWalk(service.id, tried, stuck))
    return tuple(found)


def _stuck(gate: Gate) -> tuple[Stuck, ...]:
    return tuple(Stuck(walk.mode, walk.why) for walk in gate.walks if not walk.reached)
