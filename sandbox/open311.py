# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""City Works' Open311 GeoReport v2 server: discovery, services, reports and tokens, in JSON and XML."""

import hmac
from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.open311_answers import answer, refusal
from sandbox.open311_asked import asked_fields, asked_format, listed, span
from sandbox.open311_records import Report, ReportRecords, rfc3339
from sandbox.open311_services import Service, ServiceList, report_problems
from sandbox.web import base_of, language_of

V2 = "/open311/v2"
SPECIFICATION = "http://wiki.open311.org/GeoReport_v2/"
CHANGED = "2026-11-23T08:00:00Z"
BAD_SPAN = "start_date and end_date must be times with a zone, at most 90 days apart"
ANSWER_WITHIN = timedelta(days=5)


class Open311:
    """The public face of City Works' reports."""

    def __init__(self, services: ServiceList, reports: ReportRecords, api_key: str) -> None:
        self._services = services
        self._reports = reports
        self._api_key = api_key.encode()

    def routes(self) -> list[Route]:
        """The addresses of the standard."""
        return [
            Route("/open311/discovery.{format}", self.discovery, methods=["GET"]),
            Route(f"{V2}/services.{{format}}", self.service_list, methods=["GET"]),
            Route(f"{V2}/services/{{code}}.{{format}}", self.definition, methods=["GET"]),
            Route(f"{V2}/requests.{{format}}", self.requests, methods=["GET"]),
            Route(f"{V2}/requests.{{format}}", self.report, methods=["POST"]),
            Route(f"{V2}/requests/{{id}}.{{format}}", self.request, methods=["GET"]),
            Route(f"{V2}/tokens/{{token}}.{{format}}", self.token, methods=["GET"]),
        ]

    async def discovery(self, request: Request) -> Response:
        """Service Discovery: where the endpoint is, and in which formats it answers."""
        language = language_of(request)
        endpoint = {
            "specification": SPECIFICATION,
            "url": base_of(request) + V2,
            "changeset": CHANGED,
            "type": "test",
            "formats": ["text/xml", "application/json"],
        }
        value = {
            "changeset": CHANGED,
            "contact": self._services.contact[language],
            "key_service": self._services.contact[language],
            "endpoints": [endpoint],
        }
        return answer(asked_format(request), "discovery", value, language=language)

    async def service_list(self, request: Request) -> Response:
        """GET Service List, in the caller's language."""
        if (
            wrong := self._wrong_jurisdiction(request, request.query_params.get("jurisdiction_id"))
        ) is not None:
            return wrong
        language = language_of(request)
        value = [
            {
                "service_code": service.service_code,
                "service_name": service.service_name[language],
                "description": service.description[language],
                "metadata": bool(service.attributes),
                "type": service.type,
                "keywords": service.keywords[language],
                "group": service.group[language],
            }
            for service in self._services.services
        ]
        return answer(asked_format(request), "services", value, language=language)

    async def definition(self, request: Request) -> Response:
        """GET Service Definition; 404 as well when the service has no attributes, as `metadata` says."""
        if (
            wrong := self._wrong_jurisdiction(request, request.query_params.get("jurisdiction_id"))
        ) is not None:
            return wrong
        service = self._services.find(request.path_params["code"])
        if service is None or not service.attributes:
            return refusal(asked_format(request), 404, "service_code was not found, or has no definition")
        language = language_of(request)
        value = {"service_code": service.service_code, "attributes": _attributes(service, language)}
        return answer(asked_format(request), "service_definition", value, language=language)

    async def report(self, request: Request) -> Response:
        """POST Service Request: form fields in, an id or a token out. The same again is another report."""
        wanted = asked_format(request)
        fields = await asked_fields(request)
        key = fields.pop("api_key", ("",))[0]
        if not hmac.compare_digest(key.encode(), self._api_key):
            return refusal(wanted, 403, "api_key is missing or not valid")
        if (
            wrong := self._wrong_jurisdiction(request, fields.get("jurisdiction_id", (None,))[0])
        ) is not None:
            return wrong
        code = fields.get("service_code", ("",))[0]
        if not code:
            return refusal(wanted, 400, "service_code is required")
        service = self._services.find(code)
        if service is None:
            return refusal(wanted, 404, "service_code was not found")
        problems = report_problems(service, fields)
        if problems:
            return refusal(wanted, 400, *problems)
        report = self._reports.add(code, fields, with_token=service.type == "batch")
        language = language_of(request)
        notice = service.service_notice[language]
        value = (
            {"service_request_id": report.service_request_id, "service_notice": notice, "account_id": None}
            if report.token is None
            else {"token": report.token, "service_notice": notice, "account_id": None}
        )
        return answer(wanted, "service_requests", [value], status=201, language=language)

    async def requests(self, request: Request) -> Response:
        """GET Service Requests: by ids, or by time (90 days at most), code and status."""
        wanted = asked_format(request)
        query = request.query_params
        wrong = self._wrong_jurisdiction(request, query.get("jurisdiction_id"))
        if wrong is not None:
            return wrong
        language = language_of(request)
        if query.get("service_request_id"):
            # The standard: ids override every other argument.
            found = [self._reports.find(one.strip()) for one in query["service_request_id"].split(",")]
            value = [self._value(one, language) for one in found if one is not None]
            return answer(wanted, "service_requests", value, language=language)
        try:
            start, end = span(query.get("start_date"), query.get("end_date"))
        except ValueError:
            return refusal(
                wanted, 400, "start_date and end_date must be dates with a time zone, at most 90 days apart"
            )
        reports = self._reports.search(
            start=rfc3339(start),
            end=rfc3339(end),
            codes=listed(query.get("service_code")),
            statuses=listed(query.get("status")),
        )
        return answer(
            wanted, "service_requests", [self._value(one, language) for one in reports], language=language
        )

    async def request(self, request: Request) -> Response:
        """GET Service Request: one report, in a list of one."""
        report = self._reports.find(request.path_params["id"])
        if report is None:
            return refusal(asked_format(request), 404, "service_request_id was not found")
        language = language_of(request)
        return answer(
            asked_format(request), "service_requests", [self._value(report, language)], language=language
        )

    async def token(self, request: Request) -> Response:
        """GET service_request_id From a Token."""
        report = self._reports.by_token(request.path_params["token"])
        if report is None:
            return refusal(asked_format(request), 404, "token was not found")
        value = [{"service_request_id": report.service_request_id, "token": report.token}]
        return answer(asked_format(request), "service_requests", value)

    def _wrong_jurisdiction(self, request: Request, given: str | None) -> Response | None:
        if given in (None, "", self._services.jurisdiction_id):
            return None
        return refusal(asked_format(request), 404, "jurisdiction_id was not found")

    def _value(self, report: Report, language: str) -> dict[str, Any]:
        service = self._services.find(report.service_code)
        requested = datetime.fromisoformat(report.requested)
        return {
            "service_request_id": report.service_request_id,
            "status": report.status,
            "status_notes": report.answer.get("status_notes"),
            "service_name": service.service_name[language] if service else report.service_code,
            "service_code": report.service_code,
            "description": report.field("description"),
            "agency_responsible": report.answer.get("agency_responsible", "City Works"),
            "service_notice": service.service_notice[language] if service else None,
            "requested_datetime": report.requested,
            "updated_datetime": report.updated,
            "expected_datetime": rfc3339(requested + ANSWER_WITHIN),
            "address": report.field("address_string") or None,
            "address_id": report.field("address_id") or None,
            "zipcode": None,
            "lat": float(report.field("lat")) if report.field("lat") else None,
            "long": float(report.field("long")) if report.field("long") else None,
            "media_url": report.field("media_url") or None,
        }


def _attributes(service: Service, language: str) -> list[dict[str, Any]]:
    return [
        {
            "variable": True,
            "code": attribute.code,
            "datatype": attribute.datatype.value,
            "required": attribute.required,
            "datatype_description": attribute.datatype_description.get(language, ""),
            "order": order,
            "description": attribute.description[language],
        }
        | (
            {"values": [{"key": key, "name": name[language]} for key, name in attribute.values]}
            if attribute.values
            else {}
        )
        for order, attribute in enumerate(service.attributes, start=1)
    ]
