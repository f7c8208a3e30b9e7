# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P6: every attempt sends the same bytes, though its courier dies in between and the agency changes the form."""

import hashlib
import random
import re
import uuid
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Final

from core.catalogue import Channel, ChannelKind, PublicService
from core.forms import xforms
from core.forms.definition import Form
from core.forms.entry import Entry
from core.ids import FormId, Language, OrganisationId, QuestionPath, ServiceId, SubmissionId
from core.ports import CachedForm
from core.seal_number import make
from core.submission import DeliveryState, Outcome, Submission
from core.text import LocalisedText
from core.visit.effects import Seal
from kiosk import sealing
from offline_cache.cache import StoredCache, open_cache
from proof.verdict import Trial, Verdict
from services.access import Keys
from services.boundary import Limits
from services.http import Http
from services.openrosa.agency import OpenRosaAgency
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.dying_courier import DyingCourier, SetClock
from tests.support.form_filling import NOW
from tests.support.stored_outbox import KEY

SEED: Final = 6
ATTEMPTS: Final = 3
"""The agency answers only the third; what a dying courier sends again comes on top."""

AT_ONCE: Final = 50
MOST_TURNS: Final = 60
"""For each submission; a courier that needs more does not come to an end."""

SOURCE: Final = Path(__file__).parents[1] / "sandbox" / "forms" / "change-of-address.xml"
LIMITS: Final = Limits(connect=5.0, read=5.0, total=10.0)
NAMED: Final = re.compile(rb"<instanceID>(uuid:[0-9a-f-]+)</instanceID>")
TAKEN: Final = (
    b'<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="submit_success">Thank you'
    b'</message><submissionMetadata xmlns="http://www.opendatakit.org/xforms" instanceID="%s"/></OpenRosaResponse>'
)


@dataclass(slots=True)
class _Registry:
    """An agency that is cut off again and again; it keeps a digest of each content type and body.

    The date in the head is the attempt's own (OpenRosa HTTP request API).
    """

    seen: defaultdict[bytes, list[str]] = field(default_factory=lambda: defaultdict(list))

    async def meet(self, exchange: c.Exchange) -> None:
        head, _, body = (await exchange.request()).partition(b"\r\n\r\n")
        if head.startswith(b"HEAD"):
            await exchange.say(c.answer(204))
            return
        found = NAMED.search(body)
        assert found is not None
        attempts = self.seen[found[1]]
        kind = b"".join(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-type"))
        attempts.append(hashlib.sha256(kind + body).hexdigest())
        if len(attempts) >= ATTEMPTS:
            await exchange.say(c.answer(201, TAKEN % found[1], ("Content-Type", "text/xml")))


class _FreshBoundary(OpenRosaAgency):
    """The seeded fault: multipart is made anew at each attempt, as HTTP libraries do it."""

    def deliver(self, submission: Submission) -> Outcome:
        envelope, fresh = submission.envelope, uuid.uuid4().hex.encode()
        (_, (name, kind)) = envelope.headers
        old = kind.rpartition("=")[2].encode()
        headers = (envelope.headers[0], (name, kind.replace(old.decode(), fresh.decode())))
        changed = replace(envelope, headers=headers, body=envelope.body.replace(old, fresh))
        return super().deliver(replace(submission, envelope=changed))


def prove(trial: Trial) -> Verdict:
    """`number` people fill a form, seal it, and it is sent until the agency has it, with a new form in between."""
    chance, clock, registry = random.Random(SEED), SetClock(), _Registry()
    form = xforms.load(SOURCE.read_bytes())
    assert isinstance(form, Form)
    cache = open_cache(trial.folder, KEY)
    assert isinstance(cache, StoredCache)
    versions = count(1)

    with c.chaos(registry.meet) as server:

        def publish() -> None:
            """Each courier that starts finds another version of the form."""
            version = f"{next(versions)}"
            source = SOURCE.read_bytes() + b"<!-- " + version.encode() + b" -->"
            cache.keep_form(
                CachedForm(server.url, FormId("change-of-address"), version, version, source, clock.now)
            )

        agency = (_FreshBoundary if trial.control else OpenRosaAgency)(
            Http(Origins.of([server.origin]), LIMITS), Keys.of([]), clock
        )
        courier = DyingCourier(
            trial.folder, {ChannelKind.OPENROSA: agency}, clock, chance, share=0.05, reborn=publish
        )
        for first in range(0, trial.number, AT_ONCE):
            batch = range(first, min(first + AT_ONCE, trial.number))
            for number in batch:
                courier.seal(_filled(form, number, server.url, clock.now))
            for _ in range(len(batch) * MOST_TURNS):
                if not courier.waiting:
                    break
                courier.turn()
        received = sum(one.state is DeliveryState.RECEIVED for one in courier.deliveries())
        courier.close()
    cache.close()
    changed = sum(len(set(digests)) > 1 for digests in registry.seen.values())
    attempts = sum(map(len, registry.seen.values()))
    figures = (
        f"submissions {trial.number} attempts {attempts} restarts {courier.kills} versions {next(versions) - 1} "
        f"received {received} changed {changed}"
    )
    if trial.control:
        return Verdict(not changed, figures)
    return Verdict(received == trial.number and not changed and attempts >= ATTEMPTS * received, figures)


def _filled(form: Form, number: int, endpoint: str, now: float) -> Submission:
    """What a session seals for one person."""
    name = SubmissionId(f"uuid:00000000-0000-4000-8000-{number:012}")
    entry = Entry.begin(form, name, NOW.date(), NOW)
    entry = entry.answer(QuestionPath("/data/person/full_name"), f"Marigold {number}")
    owner = OrganisationId("https://town.example/registry")
    service = PublicService(ServiceId("https://town.example/moving"), LocalisedText(), LocalisedText(), owner)
    channel = Channel("c", ChannelKind.OPENROSA, owner, endpoint, FormId(form.id))
    return sealing.submission(Seal(service, channel, entry, Language("en")), make(number.to_bytes(5)), now)
