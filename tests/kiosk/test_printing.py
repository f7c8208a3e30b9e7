# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A receipt through a real CUPS server: it comes out whole, names nobody, and stays nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import Trouble
from kiosk.command_line.findings import Verdict
from kiosk.command_line.print_findings import kept_for, printer
from kiosk.paper import Printer
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from tests.support.print_server import QUEUE, PrintServer, print_server

SHEET = b"%PDF-1.7\n" + b"Marigold Example, 27 Ropewalk\n" * 200
TITLE = "7K24-MP93-X"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    with print_server(tmp_path / "cups") as running:
        monkeypatch.setenv("CUPS_SERVER", running.socket)
        yield running


@pytest.mark.requirement("E-08", part="a receipt, after it came out")
def test_a_receipt_comes_out_whole_and_no_file_of_it_stays(server: PrintServer) -> None:
    assert Printer(QUEUE).put(SHEET, TITLE) is None

    assert server.printed() == (SHEET, TITLE)
    server.at_rest()
    assert server.holding(b"Marigold") == []


def test_the_search_finds_what_a_server_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_server(tmp_path / "cups", keeps=True) as careless:
        monkeypatch.setenv("CUPS_SERVER", careless.socket)
        assert Printer(QUEUE).put(SHEET, TITLE) is None
        careless.printed()
        careless.at_rest()

        assert [path.parent.name for path in careless.holding(b"Marigold")] == ["spool"]


@pytest.mark.expects_log
def test_a_queue_that_is_not_there_is_a_trouble(server: PrintServer) -> None:
    assert Printer("elsewhere").put(SHEET, TITLE) == Trouble("trouble.printer")


@pytest.mark.expects_log
def test_a_server_that_is_not_there_is_a_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nothing.sock"))

    assert Printer(QUEUE).put(SHEET, TITLE) == Trouble("trouble.printer")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("", "86400"),
        ("PreserveJobFiles No\n", ""),
        ("preservejobfiles off", ""),
        ("# PreserveJobFiles No\n", "86400"),
        ("PreserveJobFiles Yes\n", "yes"),
        ("PreserveJobFiles 600\n", "600"),
    ],
)
def test_what_a_configuration_says_about_keeping(tmp_path: Path, said: str, kept: str) -> None:
    file = tmp_path / "cupsd.conf"
    file.write_text(f"Browsing Off\n{said}")

    assert kept_for(file) == kept


def test_a_configuration_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    assert kept_for(tmp_path / "cupsd.conf") is None


@pytest.mark.requirement("E-08", part="the doctor names a server that keeps them")
def test_the_doctor_names_a_server_that_keeps_receipts(server: PrintServer, tmp_path: Path) -> None:
    profile = with_queue(tmp_path, QUEUE)
    careless = tmp_path / "cupsd.conf"
    careless.write_text("Browsing Off\n")

    assert printer(profile, server.configuration).verdict is Verdict.FINE
    assert printer(profile, careless).verdict is Verdict.BAD
    assert printer(profile, tmp_path / "none").verdict is Verdict.NOTE
    assert printer(with_queue(tmp_path, "elsewhere"), server.configuration).verdict is Verdict.BAD


def with_queue(folder: Path, queue: str) -> Profile:
    shipped = Path(__file__).parents[2] / "kiosk" / "profiles" / "town-hall-kiosk.toml"
    file = folder / "profile.toml"
    file.write_text(shipped.read_text().replace("[paper]", f'[paper]\nprinter = "{queue}"'))
    profile = load(str(file))
    assert isinstance(profile, Profile), profile
    return profile
