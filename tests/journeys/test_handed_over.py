# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form with places, an order, scales, a table, a document and a signature arrives whole, its files byte for byte."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from core.submission import DeliveryState
from tests.support.sandbox_town import RunningTown, running_town
from tests.support.unattended_machine import UnattendedMachine

PDF = b"%PDF-1.7\r\n--not a boundary--\r\n\x00\xff" + bytes(range(256)) * 400
PNG = b"\x89PNG\r\n\x1a\n and a name"
ANSWERS = {
    "street": "Ropewalk",
    "spot": "45.005168 -30.003362 0.0 0.0",
    "walk": "45.006347 -30.007457 0.0 0.0; 45.005528 -30.003379 0.0 0.0",
    "matters": "trees walk cycle park",
    "safe": "2",
    "speed": "25",
    "lights": "good",
    "paving": "bad",
    "benches": "fair",
    "full_name": "Marigold Example",
}


@pytest.fixture
def town(tmp_path: Path) -> Iterator[RunningTown]:
    with running_town(tmp_path) as running:
        yield running


def test_files_arrive_with_the_answers_that_name_them(tmp_path: Path, town: RunningTown) -> None:
    (tmp_path / "My plan (2).pdf").write_bytes(PDF)
    (tmp_path / "name.png").write_bytes(PNG)
    files = {"plan": str(tmp_path / "My plan (2).pdf"), "signature": str(tmp_path / "name.png")}
    with UnattendedMachine(tmp_path / "store", town.url) as machine:
        machine.fetch()
        machine.do("street-plan", {**ANSWERS, **files})
        machine.until(DeliveryState.RECEIVED)
    (record,) = town.submissions()
    xml = str(record["xml"])
    assert "<spot>45.005168 -30.003362 0.0 0.0</spot>" in xml
    assert "<walk>45.006347 -30.007457 0.0 0.0; 45.005528 -30.003379 0.0 0.0</walk>" in xml
    assert "<matters>trees walk cycle park</matters>" in xml
    assert "<speed>25</speed>" in xml
    assert "<plan>My-plan-2.pdf</plan>" in xml
    assert "reserved_name_for_field_list_labels" in xml
    assert {name: one["sha256"] for name, one in record["attachments"].items()} == {
        "My-plan-2.pdf": sha256(PDF).hexdigest(),
        "name.png": sha256(PNG).hexdigest(),
    }
