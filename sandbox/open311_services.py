# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Knows what can be reported to City Works and checks a report against it; stores and answers nothing."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, assert_never

from sandbox.town import TOWN_FOLDER

Words = dict[str, str]
LONGEST_DESCRIPTION = 4000


class Datatype(Enum):
    """The attribute types of GeoReport v2, GET Service Definition."""

    STRING = "string"
    NUMBER = "number"
    DATETIME = "datetime"
    TEXT = "text"
    SINGLE = "singlevaluelist"
    MULTIPLE = "multivaluelist"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One question of a service; `values` are key and name of each choice."""

    code: str
    datatype: Datatype
    required: bool
    description: Words
    datatype_description: Words
    values: tuple[tuple[str, Words], ...]

    def problem(self, given: tuple[str, ...]) -> str | None:
        """What is wrong with the values given for this attribute, or None."""
        present = [value for value in given if value != ""]
        if not present:
            return f"attribute[{self.code}] is required" if self.required else None
        if self.datatype is not Datatype.MULTIPLE and len(present) > 1:
            return f"attribute[{self.code}] takes one value"
        match self.datatype:
            case Datatype.STRING | Datatype.TEXT:
                return None
            case Datatype.NUMBER:
                return None if _is_number(present[0]) else f"attribute[{self.code}] must be a number"
            case Datatype.DATETIME:
                return None if _is_datetime(present[0]) else f"attribute[{self.code}] must be a date and time"
            case Datatype.SINGLE | Datatype.MULTIPLE:
                keys = {key for key, _ in self.values}
                return None if set(present) <= keys else f"attribute[{self.code}] has a value not offered"
            case _:
                assert_never(self.datatype)


@dataclass(frozen=True, slots=True)
class Service:
    """One thing that can be reported. `type` is realtime (an id at once) or batch (a token first)."""

    service_code: str
    type: str
    group: Words
    service_name: Words
    description: Words
    keywords: Words
    service_notice: Words
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class ServiceList:
    """Everything that City Works takes."""

    jurisdiction_id: str
    contact: Words
    services: tuple[Service, ...]

    def find(self, code: str) -> Service | None:
        """The service with this code, or None."""
        return next((service for service in self.services if service.service_code == code), None)


def load_services(folder: Path = TOWN_FOLDER) -> ServiceList:
    """Read `open311.json` of the folder."""
    data = json.loads((folder / "open311.json").read_text(encoding="utf-8"))
    return ServiceList(
        jurisdiction_id=data["jurisdiction_id"],
        contact=data["contact"],
        services=tuple(
            Service(
                service_code=entry["service_code"],
                type=entry["type"],
                group=entry["group"],
                service_name=entry["service_name"],
                description=entry["description"],
                keywords=entry["keywords"],
                service_notice=entry["service_notice"],
                attributes=tuple(_attribute(one) for one in entry["attributes"]),
            )
            for entry in data["services"]
        ),
    )


def report_problems(service: Service, fields: dict[str, tuple[str, ...]]) -> list[str]:
    """Everything that is wrong with a report (GeoReport v2, POST Service Request); empty when nothing is.

    `fields` are the form fields as sent, `attribute[x][]` under the name `attribute[x]`.
    """
    problems = [
        problem
        for attribute in service.attributes
        if (problem := attribute.problem(fields.get(f"attribute[{attribute.code}]", ()))) is not None
    ]
    known = {f"attribute[{attribute.code}]" for attribute in service.attributes}
    problems += [
        f"{name} is not known" for name in fields if name.startswith("attribute[") and name not in known
    ]
    place = {name: fields.get(name, ("",))[0] for name in ("lat", "long", "address_string", "address_id")}
    if place["lat"] or place["long"]:
        if not (_is_number(place["lat"], 90) and _is_number(place["long"], 180)):
            problems.append("lat and long must be degrees")
    elif not (place["address_string"] or place["address_id"]):
        problems.append("lat and long, address_string or address_id is required")
    if len(fields.get("description", ("",))[0]) > LONGEST_DESCRIPTION:
        problems.append(f"description is longer than {LONGEST_DESCRIPTION} characters")
    return problems


def _attribute(data: dict[str, Any]) -> Attribute:
    return Attribute(
        code=data["code"],
        datatype=Datatype(data["datatype"]),
        required=data["required"],
        description=data["description"],
        datatype_description=data.get("datatype_description", {}),
        values=tuple((value["key"], value["name"]) for value in data.get("values", [])),
    )


def _is_number(text: str, limit: float = float("inf")) -> bool:
    try:
        return abs(float(text)) <= limit
    except ValueError:
        return False


def _is_datetime(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
