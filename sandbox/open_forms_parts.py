# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an Open Forms server says of a form, keeps of files, knows of streets, and finds wrong with answers."""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any

from sandbox.definition_files import Definition

STATEMENT = "privacyPolicyAccepted"
STREETS = {("1015CJ", "117"): ("Keizersgracht", "Amsterdam")}
_KEY = secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that no submission has claimed yet."""

    submission: str
    name: str
    kind: str
    content: bytes = field(repr=False)


@dataclass(slots=True)
class Session:
    """One person's visit: its token, and the submission that it fills."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    submission: str = ""
    form: str = ""
    steps: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(slots=True)
class AtWork:
    """A submission that was completed: its reference, and how often it was asked for."""

    reference: str
    asked: int = 0


def street(postcode: str, house: str) -> dict[str, str]:
    """The street and town of a house, signed; both empty where the register knows none."""
    name, town = STREETS.get((postcode, house), ("", ""))
    return {"streetName": name, "city": town, "secretStreetCity": _signed(postcode, house, town, name)}


def faults(step: Definition, data: dict[str, Any], uploads: dict[str, Upload], submission: str) -> list[Any]:
    """What is required and not there, and what is not what its type says, by dotted names."""
    turned = _turned(step, data)
    found = []
    for one in step["components"]:
        key, value = one["key"], _at(data, one["key"])
        needed = turned.get((key, "validate.required"), one.get("validate", {}).get("required"))
        if turned.get((key, "hidden"), one.get("hidden")):
            continue
        if value in (None, "", [], {}):
            reason = f"{one['label']}: required." if needed else ""
        else:
            reason = _wrong(one, value, uploads, submission)
        if reason:
            code = "invalid" if value else "required"
            found.append({"name": f"data.{key}", "code": code, "reason": reason})
    return found


def _wrong(component: Definition, value: Any, uploads: dict[str, Upload], submission: str) -> str:
    match component["type"]:
        case "file":
            good = all(_is_uploaded(one, uploads, submission) for one in value)
            return "" if good else f"{component['label']}: no uploaded file."
        case "addressNL":
            parts = [value.get(name, "") for name in ("postcode", "houseNumber", "city", "streetName")]
            signed = _signed(parts[0].replace(" ", "").upper(), *parts[1:])
            return "" if value.get("secretStreetCity") == signed else "Invalid secret city - street name."
        case "map":
            return "" if value.get("type") == "Point" else f"{component['label']}: no geometry."
        case _:
            return ""


def _is_uploaded(told: dict[str, Any], uploads: dict[str, Upload], submission: str) -> bool:
    data, kept = told.get("data", {}), uploads.get(str(told.get("url")))
    return (
        kept is not None
        and kept.submission == submission
        and told.get("storage") == "url"
        and (told["url"], told["size"], told["originalName"]) == (data["url"], data["size"], data["name"])
        and (told["size"], told["originalName"]) == (len(kept.content), kept.name)
        and (data["form"], data["project"]) == ("", "")
    )


def _turned(step: Definition, data: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """What the rules of a step turn; its triggers compare one answer with a value."""
    turned = {}
    for rule in step.get("logicRules", ()):
        ((name,), wanted) = rule["jsonLogicTrigger"]["=="][0]["var"], rule["jsonLogicTrigger"]["=="][1]
        for one in rule["actions"] if _at(data, name) == wanted else ():
            action = one["action"]
            turned[one["component"], action["property"]["value"]] = action["state"]
    return turned


def _at(data: Any, key: str) -> Any:
    for part in key.split("."):
        data = data.get(part) if isinstance(data, dict) else None
    return data


def _signed(*parts: str) -> str:
    return hashlib.sha256("\n".join([_KEY, *parts]).encode()).hexdigest()


def described(form: Definition, address: str) -> dict[str, Any]:
    """The form without its questions; `address` is its own."""
    return {
        "uuid": form["uuid"], "name": form["name"], "slug": form["slug"], "url": address, "type": "regular",
        "loginRequired": False, "paymentRequired": False, "maintenanceMode": False, "active": True,
        "submissionAllowed": "yes", "submissionLimitReached": False, "translationEnabled": True,
        "steps": [
            {
                "uuid": step["uuid"], "slug": step["slug"], "formDefinition": step["name"], "index": index,
                "url": f"{address}/steps/{step['uuid']}", "isApplicable": True,
            }
            for index, step in enumerate(form["steps"])
        ],
        "submissionStatementsConfiguration": [
            {"key": STATEMENT, "type": "checkbox", "label": form["statement"], "validate": {"required": True}},
            {"key": "statementOfTruthAccepted", "type": "checkbox", "label": "", "validate": {"required": False}},
        ],
    }  # fmt: skip
