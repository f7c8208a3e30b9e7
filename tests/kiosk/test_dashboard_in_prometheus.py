# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Prometheus that holds what a machine tells has an answer to each question of the dashboard and of each alert.

Debian's Prometheus has no OTLP receiver: a converter stands between, which names things as the OpenTelemetry rules for
Prometheus do.
"""

import json
import re
import shutil
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest

from core.telemetry import ANSWERS, ENDPOINTS, ITEMS, KINDS, WORDS, Reading
from services.telemetry import encoded
from tests.support import chaos_server as c

MONITORING: Final = Path(__file__).parents[2] / "deploy" / "monitoring"
MACHINE: Final = "library-2"
OLD: Final = 40 * 86_400.0
"""So old that each alert has something to say."""

pytestmark = pytest.mark.skipif(shutil.which("prometheus") is None, reason="Prometheus is not installed")


def everything() -> list[Reading]:
    """A reading of each kind, with each of its words."""
    words = {ITEMS: sorted(WORDS - set(ANSWERS)), ENDPOINTS: list(ANSWERS)}
    return [Reading(kind, OLD, word) for kind in KINDS for word in words.get(kind, [""])]


def exposition(body: bytes) -> str:
    """An OTLP request as Prometheus reads it."""
    (resource,) = ExportMetricsServiceRequest.FromString(body).resource_metrics
    about = {one.key: one.value.string_value for one in resource.resource.attributes}
    lines = []
    for metric in resource.scope_metrics[0].metrics:
        name = metric.name.replace(".", "_") + ("_seconds" if metric.unit == "s" else "")
        lines.append(f"# TYPE {name} gauge")
        for point in metric.gauge.data_points:
            labels = {one.key: one.value.string_value for one in point.attributes}
            labels["instance"] = about["service.instance.id"]
            told = ",".join(f'{key}="{value}"' for key, value in labels.items())
            lines.append(f"{name}{{{told}}} {point.as_double}")
    return "\n".join(lines) + "\n"


def free_port() -> int:
    """One that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port: int = held.getsockname()[1]
    return port


@contextmanager
def prometheus(folder: Path, target: str) -> Iterator[str]:
    """One that asks `target` every second."""
    port = free_port()
    scraped = [{"job_name": "kiosks", "honor_labels": True, "static_configs": [{"targets": [target]}]}]
    settings = {"global": {"scrape_interval": "1s"}, "scrape_configs": scraped}
    (folder / "prometheus.yml").write_text(yaml.safe_dump(settings))
    words = (
        "prometheus",
        f"--config.file={folder / 'prometheus.yml'}",
        f"--storage.tsdb.path={folder / 'data'}",
        f"--web.listen-address=127.0.0.1:{port}",
    )
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(words, stdout=said, stderr=said)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def asked(server: str, question: str) -> list[dict[str, Any]]:
    """What it answers now. Raises OSError while it is not there."""
    address = f"{server}/api/v1/query?{urllib.parse.urlencode({'query': question})}"
    with urllib.request.urlopen(address, timeout=10) as answer:
        found: list[dict[str, Any]] = json.load(answer)["data"]["result"]
    return found


def questions() -> list[str]:
    """Those of the dashboard, for every machine, and those of the alerts without what they are compared with."""
    panels = json.loads((MONITORING / "dashboard.json").read_text("utf-8"))["panels"]
    shown = [
        target["expr"].replace("$machine", ".*") for panel in panels for target in panel.get("targets", ())
    ]
    rules = yaml.safe_load((MONITORING / "alerts.yml").read_text("utf-8"))["groups"][0]["rules"]
    names = {name for rule in rules for name in re.findall(r"civic_kiosk_\w+(?:\{[^}]*\})?", rule["expr"])}
    return [*shown, *sorted(names)]


def test_each_question_of_the_dashboard_and_of_the_alerts_has_an_answer(tmp_path: Path) -> None:
    body = encoded(MACHINE, "0.1.0", everything(), time.time())
    reply = c.replies(200, exposition(body).encode(), ("Content-Type", "text/plain; version=0.0.4"))
    assert len(questions()) > 15
    with c.chaos(reply) as machine, prometheus(tmp_path, machine.url.removeprefix("http://")) as server:
        deadline = time.monotonic() + 60
        while True:
            try:
                if asked(server, "civic_kiosk_courier_age_seconds"):
                    break
            except OSError:
                pass
            assert time.monotonic() < deadline, (tmp_path / "said").read_text()[-2_000:]
            time.sleep(0.5)
        unanswered = [one for one in questions() if not asked(server, one)]
        assert unanswered == []
        (count,) = asked(server, "count(civic_kiosk_courier_age_seconds)")
        assert count["value"][1] == "1"
        states = asked(server, "sum by (state) (civic_kiosk_outbox_items)")
        assert {one["metric"]["state"] for one in states} == WORDS - set(ANSWERS)
        assert asked(server, f'civic_kiosk_outbox_oldest_seconds{{instance="{MACHINE}"}}')
        assert asked(server, "civic_kiosk_never_told") == []
