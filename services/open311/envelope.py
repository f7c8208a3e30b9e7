# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Freezes a filled report into the bytes of a GeoReport v2 POST. Sends nothing, and holds no api_key."""

from urllib.parse import urlencode

from lxml import etree

from core.catalogue import ChannelKind
from core.ids import FormId
from core.submission import Envelope
from services.documents import Unreadable, local_name, read_xml
from services.open311.fields import ADDRESS, DESCRIPTION, Kind, attribute_of, unescaped

FORM_TYPE = ("Content-Type", "application/x-www-form-urlencoded")


def reference_mark(seal: str) -> str:
    """What stands at the end of a description, so that a report can be found again (`reliability.md` B3)."""
    return f"[ref {seal}]"


def envelope(
    entry_xml: bytes, endpoint: str, service_code: FormId, seal: str, ending: str = "json"
) -> Envelope:
    """The wire form of one filled form that `services.open311.form` made.

    `endpoint` is the address in the catalogue; an argument there (`?jurisdiction_id=`) stays. `ending` is the
    format of the answer: `json` or `xml`. The city cannot recognise a repetition, so it is not repeatable.
    Raises ValueError when `entry_xml` is no instance; it is ours, so that is a bug.
    """
    root = read_xml(entry_xml)
    if isinstance(root, Unreadable):
        raise ValueError(root.reason)  # noqa: TRY004  # the content is wrong, not its type
    answers = {local_name(element): _text(element) for element in root.iter("{*}*") if not len(element)}
    described = answers.get(DESCRIPTION, "")
    pairs = [
        ("service_code", service_code),
        (DESCRIPTION, f"{described}\n\n{reference_mark(seal)}".lstrip()),
    ]
    if answers.get(ADDRESS):
        pairs.append((ADDRESS, answers[ADDRESS]))
    for name, answer in answers.items():
        attribute = attribute_of(name)
        if attribute is not None and answer:
            pairs += _attribute(*attribute, answer)
    return Envelope(
        protocol=ChannelKind.OPEN311,
        url=address(endpoint, f"requests.{ending}"),
        headers=(FORM_TYPE,),
        body=urlencode(pairs).encode(),
        repeatable=False,
    )


def address(endpoint: str, path: str) -> str:
    """The address of a method below an endpoint, which may carry arguments of its own."""
    base, mark, arguments = endpoint.partition("?")
    return f"{base.rstrip('/')}/{path}{mark}{arguments}"


def _attribute(kind: Kind, code: str, answer: str) -> list[tuple[str, str]]:
    """The form fields of one attribute (GeoReport v2, POST Service Request, `attribute`)."""
    match kind:
        case Kind.TEXT:
            return [(f"attribute[{code}]", answer)]
        case Kind.DATE:
            # The standard wants a date and a time; people are asked for the day, and a day is its midnight.
            return [(f"attribute[{code}]", f"{answer}T00:00:00")]
        case Kind.ONE:
            return [(f"attribute[{code}]", unescaped(answer))]
        case Kind.MANY:
            return [(f"attribute[{code}][]", unescaped(one)) for one in answer.split()]


def _text(element: etree._Element) -> str:
    return (element.text or "").strip()
