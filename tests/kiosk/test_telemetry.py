# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A town's monitoring is told counts, ages and versions where its profile asks for it, and never a word of anybody."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest

from core.activation import Activation, Left, Trial
from core.ids import OrganisationId, ServiceId
from core.submission import DeliveryState
from core.telemetry import KINDS, OLDEST, WORDS, Reading, Shelf, readings
from kiosk.bundles.home import BundleHome
from kiosk.courier.telling import Telling
from kiosk.lanes import InlineLane
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import Profile, TelemetryPlace
from services.boundary import Failure
from services.http import Http
from services.origins import Origins
from services.telemetry import encoded, tell
from tests.support import chaos_server as c
from tests.support.bundle_world import PROFILE
from tests.support.fake_cache import FakeCache
from tests.support.slow_clock import SlowClock
from tests.support.small_catalogue import small_catalogue
from tests.support.stored_outbox import NOW, opened, sealed
from tests.support.submissions import MARKER, submission

MONITORING = Path(__file__).parents[2] / "deploy" / "monitoring"
CANARY = "Amira-Testperson-0193"


def decoded(body: bytes) -> dict[str, dict[str, float]]:
    """By Prometheus' names: the numbers by the words beside them."""
    request = ExportMetricsServiceRequest.FromString(body)
    found: dict[str, dict[str, float]] = {}
    for metric in request.resource_metrics[0].scope_metrics[0].metrics:
        name = metric.name.replace(".", "_") + ("_seconds" if metric.unit == "s" else "")
        found[name] = {
            "".join(one.value.string_value for one in point.attributes): point.as_double
            for point in metric.gauge.data_points
        }
    return found


def told(server: c.ChaosServer) -> list[dict[str, dict[str, float]]]:
    return [decoded(one.partition(b"\r\n\r\n")[2]) for one in server.requests]


def profile() -> Profile:
    found = load("town-hall-kiosk")
    assert isinstance(found, Profile)
    return found


def test_what_a_machine_holds_is_told_as_numbers_and_no_word_of_anybody(tmp_path: Path) -> None:
    outbox = opened(tmp_path / "outbox")
    for number in range(1, 4):
        item = replace(
            submission(number, created=NOW - number * 3_600),
            service=ServiceId(f"https://town.example/{CANARY}"),
            organisation=OrganisationId(CANARY),
        )
        delivery = sealed(outbox, item)
        if number == 3:
            outbox.update(
                delivery,
                replace(
                    delivery, state=DeliveryState.ATTENTION, reference=CANARY, reason=CANARY, told_at=CANARY
                ),
            )
    cache = FakeCache()
    cache.keep_catalogue(small_catalogue(), MARKER, NOW)
    home = BundleHome(tmp_path / "bundles")
    home.change(lambda state: Activation(4, 3, Trial(6, NOW), ((5, Left.DIED),)))
    with c.chaos(c.replies(200)) as server:
        own = replace(profile(), name="library-2", origins=(server.origin,))
        place = TelemetryPlace(f"{server.url}/v1/metrics", 15.0)
        telling = Telling(own, place, cache, outbox, home, InlineLane(), SlowClock())
        telling.turn()
        telling.turn()
    outbox.close()

    (request,) = server.requests
    assert request.startswith(b"POST /v1/metrics HTTP/1.1\r\n")
    assert b"application/x-protobuf" in request
    (found,) = told(server)
    assert found["civic_kiosk_outbox_items"]["sealed"] == 2
    assert found["civic_kiosk_outbox_items"]["attention"] == 1
    assert found["civic_kiosk_outbox_oldest_seconds"][""] > 3 * 3_600
    assert found["civic_kiosk_catalogue_services"][""] == len(small_catalogue().services)
    assert found["civic_kiosk_set_up_version"][""] == 4
    assert (found["civic_kiosk_set_up_trial"][""], found["civic_kiosk_set_up_left"][""]) == (1, 1)
    for secret in (CANARY.encode(), MARKER, b"town.example", b"uuid:", b"birth", submission(1).seal.encode()):
        assert secret not in request
    for numbers in found.values():
        assert set(numbers) <= WORDS | {""}


def test_words_that_are_none_of_ours_cannot_be_told() -> None:
    for word in (CANARY, "SEALED", "town.example"):
        with pytest.raises(ValueError, match="none of ours"):
            Reading(KINDS[0], 1, word)
    with pytest.raises(ValueError, match="none of ours"):
        Reading(OLDEST, 1, "sealed")


def test_nothing_is_told_unless_the_profile_names_a_collector(tmp_path: Path) -> None:
    assert profile().telemetry is None
    file = tmp_path / "profile.toml"
    for lines, right in (
        ('endpoint = "http://127.0.0.1:8311/v1/metrics"', True),
        ('endpoint = "https://elsewhere.example/v1/metrics"', False),
        ('endpoint = "http://town.example/v1/metrics"', False),
        ('endpoint = "http://127.0.0.1:8311/v1/metrics"\nevery_seconds = 1', False),
    ):
        file.write_bytes(PROFILE + f"\n[telemetry]\n{lines}\n".encode())
        found = load(str(file))
        assert isinstance(found, Profile if right else BadProfile), lines
        if isinstance(found, Profile):
            assert found.telemetry == TelemetryPlace("http://127.0.0.1:8311/v1/metrics", 60.0)


@pytest.mark.parametrize(
    ("behaviour", "failure"),
    [
        (c.replies(200), None),
        (c.replies(204), None),
        (c.replies(503), Failure.STATUS),
        (c.replies(302, b"", ("Location", "http://elsewhere.example/")), Failure.STATUS),
        (c.close_at_once(), Failure.CUT),
    ],
)
def test_a_collector_that_does_not_take_it_holds_nothing_up(
    behaviour: c.Behaviour, failure: Failure | None
) -> None:
    numbers = readings((), Shelf(None, 0, 0, ()), None, 0.0, NOW, 1.0)
    with c.chaos(behaviour) as server:
        assert (
            tell(Http(Origins.of([server.origin])), server.url + "/v1/metrics", "m", "1", numbers, NOW)
            is failure
        )
    assert (
        tell(Http(Origins.of(["https://town.example"])), server.url, "m", "1", numbers, NOW)
        is Failure.NOT_ALLOWED
    )


def names_told() -> set[str]:
    shelf = Shelf(1.0, 1, 1, (True, False, None))
    numbers = readings((), shelf, Activation(), NOW, NOW, 1.0)
    assert {one.kind for one in numbers} == set(KINDS)
    return set(decoded(encoded("m", "1", numbers, NOW)))


@pytest.mark.parametrize("file", ["alerts.yml", "dashboard.json"])
def test_the_dashboard_and_the_alerts_ask_for_what_is_told(file: str) -> None:
    asked = set(re.findall(r"civic_kiosk_[a-z_]+", (MONITORING / file).read_text("utf-8")))
    assert asked <= names_told()
    if file == "dashboard.json":
        assert asked == names_told()


@pytest.mark.parametrize("file", ["alerts.yml", "dashboard.json"])
def test_machines_are_told_apart_by_the_label_that_prometheus_makes_of_their_name(file: str) -> None:
    """`service.instance.id` becomes `instance` (OpenTelemetry, Prometheus compatibility, resource attributes)."""
    (resource,) = ExportMetricsServiceRequest.FromString(encoded("m", "1", (), NOW)).resource_metrics
    named = {one.key: one.value.string_value for one in resource.resource.attributes}
    assert named["service.instance.id"] == "m"
    labels = {kind.label for kind in KINDS if kind.label} | {"instance"}
    asked = (MONITORING / file).read_text("utf-8").replace('\\"', '"')
    assert (
        set(re.findall(r'[{,] ?([a-z_]+)=~?"', asked)) | set(re.findall(r"label_values\([^,]+, (\w+)", asked))
        <= labels
    )
    assert "instance" in asked


def test_every_alert_is_tried() -> None:
    rules = yaml.safe_load((MONITORING / "alerts.yml").read_text("utf-8"))["groups"][0]["rules"]
    tried = yaml.safe_load((MONITORING / "alerts.test.yml").read_text("utf-8"))["tests"][0]["alert_rule_test"]
    assert {one["alert"] for one in rules} == {one["alertname"] for one in tried}


def test_prometheus_raises_each_alert_for_a_machine_that_is_ill_and_none_for_one_that_is_well() -> None:
    if shutil.which("promtool") is None:
        pytest.skip("Prometheus is not installed")
    done = subprocess.run(
        ("promtool", "test", "rules", "alerts.test.yml"),
        cwd=MONITORING,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
