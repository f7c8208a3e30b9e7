# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks to the sandbox town without any connector of ours, and reads recorded answers in the same words."""

import http.client
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.support.sandbox_town import RunningTown

BOUNDARY = "port-amity-boundary"
FORMS = Path(__file__).parents[2] / "sandbox" / "forms"


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as UTF-8."""
        return self.body.decode()

    @property
    def xml(self) -> ET.Element:
        """The body as XML."""
        return ET.fromstring(self.body.strip())


@dataclass(frozen=True, slots=True)
class RawEnd:
    """What came over a connection until it ended, and whether it was reset (RST) rather than closed (FIN)."""

    received: bytes
    reset: bool


def ask(
    town: RunningTown,
    method: str,
    address: str,
    *,
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    timeout: float = 10.0,
) -> Answer:
    """One request on a new connection; `address` is a path, or an address that begins with the town's."""
    connection = http.client.HTTPConnection("127.0.0.1", town.port, timeout=timeout)
    try:
        connection.request(method, address.removeprefix(town.url), body=body, headers=dict(headers or {}))
        answer = connection.getresponse()
        content = answer.read()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, content)
    finally:
        connection.close()


def ask_openrosa(town: RunningTown, method: str, agency: str, path: str, **words: str) -> Answer:
    """A request without body to an agency's project, with the version header; `words` are more headers."""
    headers = {"X-OpenRosa-Version": "1.0"} | {name.replace("_", "-"): value for name, value in words.items()}
    return ask(town, method, f"{town.openrosa(agency)}/{path}", headers=headers)


def version_of(form: str) -> str:
    """The version of one of the town's forms; empty for a form that it does not have."""
    source = FORMS / f"{form}.xml"
    text = source.read_text("utf-8") if source.is_file() else ""
    found = re.search(rf'id="{re.escape(form)}" version="([^"]+)"', text)
    return found[1] if found is not None else ""


def instance(form: str, identifier: str, *, version: str = "", answer: str = "x", more: str = "") -> bytes:
    """A submission's XML in the shape that form engines write, of the form as the town has it now."""
    version = version or version_of(form)
    return (
        f'<data id="{form}" version="{version}" xmlns:orx="http://openrosa.org/xforms"><a>{answer}</a>'
        f"<orx:meta><orx:instanceID>{identifier}</orx:instanceID>{more}</orx:meta></data>"
    ).encode()


def multipart(parts: Mapping[str, tuple[str, bytes]]) -> bytes:
    """A multipart body of files: name → (file name, content)."""
    body = b""
    for name, (filename, content) in parts.items():
        body += (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
            "Content-Type: text/xml\r\n\r\n"
        ).encode()
        body += content + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()


def send(
    town: RunningTown,
    agency: str,
    xml: bytes,
    *,
    files: Mapping[str, bytes] | None = None,
    headers: Mapping[str, str] | None = None,
    timeout: float = 10.0,
) -> Answer:
    """POST a submission as OpenRosa clients do."""
    parts = {"xml_submission_file": ("submission.xml", xml)}
    parts |= {name: (name, content) for name, content in (files or {}).items()}
    return ask(
        town,
        "POST",
        f"{town.openrosa(agency)}/submission",
        headers={
            "X-OpenRosa-Version": "1.0",
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            **(headers or {}),
        },
        body=multipart(parts),
        timeout=timeout,
    )


def raw(town: RunningTown, request: bytes, *, timeout: float = 10.0) -> RawEnd:
    """Send bytes and read until the connection ends; a refused connection raises ConnectionRefusedError."""
    received = b""
    try:
        with socket.create_connection(("127.0.0.1", town.port), timeout=timeout) as tcp:
            if request:
                tcp.sendall(request)
            while part := tcp.recv(65536):
                received += part
    except (ConnectionResetError, BrokenPipeError):
        return RawEnd(received, reset=True)
    return RawEnd(received, reset=False)


def raw_submission(town: RunningTown, agency: str, xml: bytes) -> bytes:
    """The bytes of a whole submission request on a connection that is to be closed after it."""
    body = multipart({"xml_submission_file": ("submission.xml", xml)})
    path = town.openrosa(agency).removeprefix(town.url)
    return (
        f"POST {path}/submission HTTP/1.1\r\nHost: 127.0.0.1:{town.port}\r\nX-OpenRosa-Version: 1.0\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {len(body)}\r\n"
        "Connection: close\r\n\r\n"
    ).encode() + body


def recorded(path: Path) -> Answer:
    """An answer that somebody else's server once gave, from a `.http` file."""
    return recorded_bytes(path.read_bytes())


def recorded_bytes(whole: bytes) -> Answer:
    """The same from its bytes."""
    head, _, body = whole.replace(b"\r\n", b"\n").partition(b"\n\n")
    status, *lines = head.decode().splitlines()
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    return Answer(int(status.split()[1]), headers, body)


def shape(element: ET.Element) -> dict[str, object]:
    """Which elements and attributes stand where, without texts: repeated siblings count once."""
    inside: dict[str, object] = {}
    for child in element:
        before = inside.get(child.tag, {})
        assert isinstance(before, dict)
        inside[child.tag] = before | shape(child)
    return {f"@{name}": True for name in element.attrib} | inside


def without_digits(text: str) -> str:
    """A text whose numbers do not matter."""
    return re.sub(r"\d+", "#", text)
