# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells readings to a collector by OTLP over HTTP (OpenTelemetry protocol 1), through the one boundary to HTTP."""

from collections.abc import Sequence

from opentelemetry.exporter.otlp.proto.common.metrics_encoder import encode_metrics
from opentelemetry.sdk.metrics.export import (
    Gauge,
    Metric,
    MetricsData,
    NumberDataPoint,
    ResourceMetrics,
    ScopeMetrics,
)
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.util.instrumentation import InstrumentationScope

from core.telemetry import Kind, Reading
from services.boundary import Answer, Failed, Failure
from services.http import Http

PROTOBUF = ("Content-Type", "application/x-protobuf")
SCOPE = "civic_kiosk"


def tell(
    http: Http, endpoint: str, machine: str, version: str, readings: Sequence[Reading], at: float
) -> Failure | None:
    """Tell them once; None when the collector has taken them. Nothing is kept for later: the next ones are newer."""
    answer = http.post(endpoint, (PROTOBUF,), encoded(machine, version, readings, at))
    if isinstance(answer, Failed):
        return answer.kind
    return None if _taken(answer) else Failure.STATUS


def _taken(answer: Answer) -> bool:
    """OTLP section 'Full Success': 200, or as some collectors have it any other 2xx."""
    return 200 <= answer.status < 300 and not answer.is_page


def encoded(machine: str, version: str, readings: Sequence[Reading], at: float) -> bytes:
    """The request's body. `machine` is what staff call it; `at` is epoch seconds."""
    by_kind: dict[Kind, list[NumberDataPoint]] = {}
    moment = int(at * 1e9)
    for one in readings:
        labels = {one.kind.label: one.word} if one.kind.label else {}
        point = NumberDataPoint(
            attributes=labels, start_time_unix_nano=moment, time_unix_nano=moment, value=float(one.value)
        )
        by_kind.setdefault(one.kind, []).append(point)
    metrics = [
        Metric(name=kind.name, description=kind.about, unit=kind.unit, data=Gauge(data_points=points))
        for kind, points in by_kind.items()
    ]
    resource = Resource(
        {"service.name": "civic-kiosk", "service.instance.id": machine, "service.version": version}
    )
    scope = ScopeMetrics(scope=InstrumentationScope(SCOPE), metrics=metrics, schema_url="")
    data = MetricsData([ResourceMetrics(resource=resource, scope_metrics=[scope], schema_url="")])
    return bytes(encode_metrics(data).SerializeToString())
