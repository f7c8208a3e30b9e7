# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds a city's endpoints through Open311 Service Discovery; for staff who set up a machine, not for visits."""

from services.boundary import Failed, Failure, unless_useful
from services.documents import Unreadable
from services.http import Http
from services.open311.reading import read_answer
from services.open311.records import Endpoint, read_discovery


def discover(http: Http, address: str) -> tuple[Endpoint, ...] | Failed:
    """The endpoints that the discovery document at `address` names, in JSON or XML."""
    answer = http.get(address)
    if isinstance(answer, Failed):
        return answer
    wrong = unless_useful(answer)
    if wrong is not None:
        return wrong
    value = read_answer(answer.body)
    found = None if isinstance(value, Unreadable) else read_discovery(value)
    return answer.failed(Failure.BAD_ANSWER, "no discovery document") if found is None else found
