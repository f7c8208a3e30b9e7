# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff hide a service for which an application waits: nobody begins another one, and the first still arrives."""

import os
import uuid
from dataclasses import replace
from pathlib import Path

from core.errors import Trouble
from core.ids import Language, SubmissionId, VisitId
from core.offer import Offer
from core.submission import DeliveryState
from core.visit import pages as p
from core.visit.state import Visit
from i18n.messages import Messages
from kiosk.command_line.unattended import Unattended
from kiosk.opening_forms import OpeningForms
from kiosk.shelf import shelf
from tests.support.sandbox_town import running_town
from tests.support.unattended_machine import ADDRESS_ANSWERS, ADDRESS_SERVICE, UnattendedMachine
from ui.present.status import present_status
from ui.registry_setting import a_kiosk

HIDDEN = Offer(hidden=frozenset({ADDRESS_SERVICE}))
ENGLISH = Language("en")


def tried_again(machine: UnattendedMachine) -> Trouble | None:
    """The same service once more, at a machine that hides it now."""
    one = Unattended(
        Visit(VisitId(uuid.uuid4().hex), ENGLISH),
        machine.stores,
        machine.clock,
        Messages.load("en"),
        machine.said.append,
        lambda: SubmissionId(f"uuid:{uuid.uuid4()}"),
        os.urandom,
        OpeningForms(),
        HIDDEN,
    )
    return one.do(ADDRESS_SERVICE, ADDRESS_ANSWERS, lambda: None, 0.0)


def test_what_waits_leaves_and_is_found_by_its_name_after_its_service_was_hidden(tmp_path: Path) -> None:
    with running_town(tmp_path / "town") as town, UnattendedMachine(tmp_path / "store", town.url) as machine:
        machine.fetch()
        sealed = machine.do()
        assert sealed.state is DeliveryState.SEALED
        trouble = tried_again(machine)
        assert trouble is not None
        assert trouble.key == "trouble.no_form_here"
        assert len(machine.stores.outbox.deliveries()) == 1
        received = machine.until(DeliveryState.RECEIVED)
        catalogue = shelf(machine.stores.cache, HIDDEN).catalogue
        found = machine.stores.outbox.by_reference(received.reference)
        assert found is not None
        page = p.Status(typed=received.reference, asked=received.reference, found=found)
        visit = replace(Visit(VisitId("v"), ENGLISH), catalogue=catalogue).go(page)
        said = " ".join(
            one.phrase.text for one in present_status(visit, page, Messages.load("en"), a_kiosk()).items()
        )
        assert catalogue.offered(received.service) is None
        assert catalogue.services[received.service].name.best(ENGLISH).text in said
