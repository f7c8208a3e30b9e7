# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the town's services together into one application; holds no protocol of its own."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.types import ASGIApp

from sandbox.applications import Applications
from sandbox.catalogue import Catalogue
from sandbox.fault_layer import FaultLayer
from sandbox.faults import Faults
from sandbox.form_files import load_forms
from sandbox.formio_api import FormioApi
from sandbox.json_schema_api import JsonSchemaApi
from sandbox.open311 import Open311
from sandbox.open311_records import ReportRecords
from sandbox.open311_services import load_services
from sandbox.open_forms_api import OpenFormsApi
from sandbox.openrosa import OpenRosa
from sandbox.openrosa_auth import OpenRosaAuth
from sandbox.published_forms import PublishedForms
from sandbox.records import Records
from sandbox.town import load_town


class TownServices:
    """What the public face and the control API share: who there is, what is published, what came in."""

    def __init__(self, data: Path, definitions: Path | None = None) -> None:
        self.definitions = definitions
        self.town = load_town()
        self.records = Records(data / "town.sqlite3")
        originals = load_forms([form for agency in self.town.agencies for form in agency.forms])
        self.forms = PublishedForms(originals, self.records)
        self.reports = ReportRecords(self.records)
        self.applications = Applications(self.records)
        self.auth = OpenRosaAuth()

    def close(self) -> None:
        """Close the records."""
        self.records.close()


def town_application(services: TownServices, faults: Faults) -> ASGIApp:
    """The town as citizens' programs see it, with the faults that tests have ordered."""
    openrosa = OpenRosa(services.town, services.forms, services.records, services.auth)
    open311 = Open311(load_services(), services.reports, services.town.open311_key)
    schemas = JsonSchemaApi(services.applications, services.town.tax_office_token)
    formio = FormioApi(services.applications, services.town.formio_token, services.definitions)
    steps = OpenFormsApi(services.applications)
    spoken = (services.auth, openrosa, open311, schemas, formio, steps, Catalogue())
    app = Starlette(routes=[route for one in spoken for route in one.routes()])
    return FaultLayer(app, services.town, faults)
