# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The control API for tests, on its own loopback port: orders faults, changes forms, reads what came in."""

import hashlib
from collections import Counter
from dataclasses import asdict, replace
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.application import TownServices
from sandbox.faults import Endpoint, Fault, FaultKind, Faults
from sandbox.listening import Listener
from sandbox.records import Received

REFUSE = "refuse"
RESET_ON_CONNECT = "reset-on-connect"


class Control:
    """What a test may do to the town, and see of it."""

    def __init__(self, services: TownServices, faults: Faults, town: Listener) -> None:
        self._services = services
        self._faults = faults
        self._town = town

    def routes(self) -> list[Route]:
        """The control API's addresses."""
        return [
            Route("/control/faults", self.list_faults, methods=["GET"]),
            Route("/control/faults", self.order_fault, methods=["POST"]),
            Route("/control/faults", self.clear_faults, methods=["DELETE"]),
            Route("/control/faults/{fault:int}", self.clear_faults, methods=["DELETE"]),
            Route("/control/forms/{form}", self.change_form, methods=["POST"]),
            Route("/control/submissions", self.submissions, methods=["GET"]),
            Route("/control/submissions/{instance_id}", self.submission, methods=["GET"]),
            Route("/control/requests", self.requests, methods=["GET"]),
            Route("/control/requests/{id}", self.change_request, methods=["POST"]),
            Route("/control/applications", self.applications, methods=["GET"]),
            Route("/control/applications/{reference}", self.change_application, methods=["POST"]),
            Route("/control/keys", self.forget_keys, methods=["DELETE"]),
            Route("/control/sessions", self.end_sessions, methods=["DELETE"]),
            Route("/control/counts", self.counts, methods=["GET"]),
            Route("/control/traffic", self.traffic, methods=["GET"]),
            Route("/control/records", self.forget, methods=["DELETE"]),
        ]

    async def list_faults(self, _request: Request) -> Response:
        """All ordered faults, with how often each has struck, and the state of the port."""
        return JSONResponse(
            {
                "faults": [_fault(fault) for fault in self._faults.ordered],
                "refusing": self._town.refusing,
                "resets_left": self._town.resets_left,
            }
        )

    async def order_fault(self, request: Request) -> Response:
        """Order a fault: `kind`, and as wanted `agency`, `endpoint`, `count`, `milliseconds`, `status`, ...

        `refuse` and `reset-on-connect` (with `count`) act on the port itself, before a request is read.
        """
        wanted: dict[str, Any] = await request.json()
        kind = wanted.pop("kind", "")
        if kind == REFUSE:
            await self._town.refuse()
            return JSONResponse({"kind": REFUSE}, status_code=201)
        if kind == RESET_ON_CONNECT:
            self._town.reset_next(int(wanted.get("count", 1)))
            return JSONResponse({"kind": RESET_ON_CONNECT}, status_code=201)
        try:
            fault = _read_fault(kind, wanted)
        except (ValueError, TypeError) as problem:
            return JSONResponse({"problem": str(problem)}, status_code=400)
        return JSONResponse(_fault(self._faults.order(fault)), status_code=201)

    async def clear_faults(self, request: Request) -> Response:
        """Take back one fault, or all and open the port again."""
        fault = request.path_params.get("fault")
        self._faults.clear(fault)
        if fault is None:
            self._town.reset_next(0)
            await self._town.open()
        return Response(status_code=204)

    async def change_form(self, request: Request) -> Response:
        """Publish another `version`, other bytes under the same one (`mark`), or close it (`closed`)."""
        form = request.path_params["form"]
        wanted = await request.json()
        try:
            state = self._services.forms.change(
                form, version=wanted.get("version"), mark=wanted.get("mark"), closed=wanted.get("closed")
            )
        except KeyError:
            return JSONResponse({"problem": "no such form"}, status_code=404)
        return JSONResponse({"versions": state.versions, "mark": state.mark, "closed": state.closed})

    async def submissions(self, request: Request) -> Response:
        """All submissions, the oldest first; `?form=` keeps one form's."""
        form = request.query_params.get("form")
        found = [one for one in self._services.records.submissions() if form in (None, one.form_id)]
        return JSONResponse([self._submission(one) for one in found])

    async def submission(self, request: Request) -> Response:
        """One submission by its instanceID."""
        found = self._services.records.submission(request.path_params["instance_id"])
        if found is None:
            return JSONResponse({"problem": "no such submission"}, status_code=404)
        return JSONResponse(self._submission(found))

    async def requests(self, _request: Request) -> Response:
        """All Open311 requests with everything that was sent, the oldest first."""
        return JSONResponse([asdict(report) for report in self._services.reports.all()])

    async def change_request(self, request: Request) -> Response:
        """Let City Works act on a request: `status` and words such as `status_notes`."""
        report = self._services.reports.find(request.path_params["id"])
        if report is None:
            return JSONResponse({"problem": "no such request"}, status_code=404)
        wanted = await request.json()
        status = wanted.pop("status", report.status)
        return JSONResponse(asdict(self._services.reports.change(report, status=status, answer=wanted)))

    async def applications(self, _request: Request) -> Response:
        """All applications by the JSON services with everything that was sent, the oldest first."""
        return JSONResponse([asdict(one) for one in self._services.applications.all()])

    async def change_application(self, request: Request) -> Response:
        """Let an office act on an application: `state` in its service's own word, and `words` for the person."""
        found = self._services.applications.find(request.path_params["reference"])
        if found is None:
            return JSONResponse({"problem": "no such application"}, status_code=404)
        wanted = await request.json()
        self._services.applications.change(
            found.reference, state=wanted["state"], words=wanted.get("words", "")
        )
        return Response(status_code=204)

    async def forget_keys(self, _request: Request) -> Response:
        """Forget every Idempotency-Key, as after the time for which they are declared to be known."""
        self._services.applications.forget_keys()
        return Response(status_code=204)

    async def end_sessions(self, _request: Request) -> Response:
        """End every session of the OpenRosa servers, as after a day."""
        self._services.auth.end_sessions()
        return Response(status_code=204)

    async def counts(self, _request: Request) -> Response:
        """How many records there are, in all, for each form and instanceID; and Open311 requests."""
        found = self._services.records.submissions()
        return JSONResponse(
            {
                "submissions": len(found),
                "by_form": Counter(one.form_id for one in found),
                "by_instance": Counter(one.instance_id for one in found),
                "requests": len(self._services.reports.all()),
            }
        )

    async def traffic(self, _request: Request) -> Response:
        """The requests that reached the town, the oldest first, without keys and without anything written."""
        return JSONResponse(
            [
                {
                    "method": one.method,
                    "agency": one.target.agency,
                    "endpoint": one.target.endpoint.value,
                    "status": one.status,
                    "fault": one.fault.value if one.fault else None,
                }
                for one in self._faults.passed
            ]
        )

    async def forget(self, _request: Request) -> Response:
        """Empty the records and the list of requests."""
        self._services.records.forget_everything()
        self._faults.passed.clear()
        return Response(status_code=204)

    def _submission(self, one: Received) -> dict[str, Any]:
        files = self._services.records.attachments(one.instance_id)
        return {
            "instance_id": one.instance_id,
            "project": one.project,
            "form_id": one.form_id,
            "form_version": one.form_version,
            "reference": one.reference,
            "replaces": one.replaces,
            "received": one.received,
            "times_received": one.times_received,
            "xml": one.xml.decode("utf-8", errors="replace"),
            "attachments": {
                name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
                for name, content in files.items()
            },
        }


def control_application(services: TownServices, faults: Faults, town: Listener) -> Starlette:
    """The control API as an application of its own, so that the town's port never serves it."""
    return Starlette(routes=Control(services, faults, town).routes())


def _read_fault(kind: str, wanted: dict[str, Any]) -> Fault:
    """A fault from a test's JSON. Raises ValueError or TypeError for words that are none."""
    endpoint = wanted.pop("endpoint", None)
    count = wanted.pop("count", None)
    allowed = {"agency", "milliseconds", "status", "retry_after", "keep"}
    unknown = set(wanted) - allowed
    if unknown:
        raise ValueError(f"unknown words: {', '.join(sorted(unknown))}")
    fault = Fault(
        id=0, kind=FaultKind(kind), endpoint=Endpoint(endpoint) if endpoint else None, remaining=count
    )
    return replace(fault, **wanted)


def _fault(fault: Fault) -> dict[str, Any]:
    return {
        "id": fault.id,
        "kind": fault.kind.value,
        "agency": fault.agency,
        "endpoint": fault.endpoint.value if fault.endpoint else None,
        "remaining": fault.remaining,
        "milliseconds": fault.milliseconds,
        "status": fault.status,
        "retry_after": fault.retry_after,
        "keep": fault.keep,
        "struck": fault.struck,
    }
