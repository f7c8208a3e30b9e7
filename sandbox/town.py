# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads who the agencies of Port Amity are from the data files; says nothing about their services."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import NewType

AgencyId = NewType("AgencyId", str)
FormId = NewType("FormId", str)

TOWN_FOLDER = Path(__file__).resolve().parent / "town"


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency: its project on the OpenRosa server, the key of the kiosks' app user, its forms."""

    id: AgencyId
    project: int
    app_user_key: str
    names: dict[str, str]
    forms: tuple[FormId, ...]


@dataclass(frozen=True, slots=True)
class Town:
    """All agencies that take forms, City Works' keys for Open311 and Form.io, and the Tax Office's token."""

    agencies: tuple[Agency, ...]
    open311_key: str
    tax_office_token: str
    formio_token: str

    def by_project(self, project: int) -> Agency | None:
        """The agency with this OpenRosa project number, or None."""
        return next((agency for agency in self.agencies if agency.project == project), None)

    def by_id(self, agency: str) -> Agency | None:
        """The agency with this id, or None."""
        return next((one for one in self.agencies if one.id == agency), None)


def load_town(folder: Path = TOWN_FOLDER) -> Town:
    """Read `town.json` of the folder; a broken file is a mistake of ours and raises as it comes."""
    data = json.loads((folder / "town.json").read_text(encoding="utf-8"))
    agencies = tuple(
        Agency(
            id=AgencyId(entry["id"]),
            project=entry["project"],
            app_user_key=entry["app_user_key"],
            names=dict(entry["names"]),
            forms=tuple(FormId(form) for form in entry["forms"]),
        )
        for entry in data["agencies"]
    )
    return Town(
        agencies=agencies,
        open311_key=data["open311_key"],
        tax_office_token=data["tax_office_token"],
        formio_token=data["formio_token"],
    )
