# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form at an address is checked with the lists that lie beside it on its own server, and with no others."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from core.forms.definition import Form
from core.forms.problems import FormProblems
from kiosk.authoring.form_file import opened
from tests.support import small_forms

LIST = b"name,label\na,Alpha\nb,Beta\n"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing is written to the terminal of a test."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def form(source: str = "jr://file-csv/towns.csv") -> bytes:
    body = (
        """<select1 ref="/data/q"><label>q</label><itemset nodeset="instance('towns')/root/item">"""
        '<value ref="name"/><label ref="label"/></itemset></select1>'
    )
    return small_forms.source("<q/>", "", body).replace(
        b"</instance>", f'</instance><instance id="towns" src="{source}"/>'.encode(), 1
    )


@pytest.mark.parametrize("place", ["towns.csv", "media/towns.csv", "form/attachments/towns.csv"])
def test_a_list_is_found_where_servers_and_authors_put_it(tmp_path: Path, address: str, place: str) -> None:
    (tmp_path / "form.xml").write_bytes(form())
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_bytes(LIST)
    found = opened(f"{address}/form.xml")
    assert not isinstance(found, str)
    assert isinstance(found.form, Form)
    assert [one.value for one in found.form.questions[0].choices] == ["a", "b"]
    assert dict(found.files) == {"towns.csv": LIST}


def test_a_list_that_is_not_there_is_told(tmp_path: Path, address: str) -> None:
    (tmp_path / "form.xml").write_bytes(form())
    found = opened(f"{address}/form.xml")
    assert not isinstance(found, str)
    assert isinstance(found.form, FormProblems)
    assert [one.key for one in found.form.problems] == ["form.attachment_missing"]


def test_a_name_leads_out_of_no_folder(tmp_path: Path, address: str) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "form.xml").write_bytes(form("jr://file-csv/..%2Ftowns.csv"))
    (tmp_path / "towns.csv").write_bytes(LIST)
    found = opened(f"{address}/inside/form.xml")
    assert not isinstance(found, str)
    assert isinstance(found.form, FormProblems)
