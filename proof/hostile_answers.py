# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P18: no answer of a server crashes, hangs or swells the program: on the wire, as documents, and as forms."""

import json
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from core.forms import xforms
from core.forms.formio.loading import load as load_formio
from core.forms.json_schema.loading import load as load_schema
from core.ids import FormId
from proof.verdict import Trial, Verdict
from services.boundary import Limits
from services.http import Http
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.damaged_answers import BODIES, damaged, mutated, read_every_way

SEED: Final = 18
LIMITS: Final = Limits(connect=1.0, read=1.0, total=1.5, body=200_000)
MOST_SECONDS: Final = 2.0
"""Of this process's own work, for one answer; waiting is bounded by the limits."""

MOST_GROWTH_KIB: Final = 100 * 1024
AT_ONCE: Final = 500
FORMS: Final = sorted((Path(__file__).parents[1] / "sandbox" / "forms").glob("*.xml"))
SCHEMA: Final = (
    b'{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","required":["name"],"properties":'
    b'{"name":{"type":"string","pattern":"^[A-Z]+$","maxLength":9},"list":{"type":"array","items":{"enum":[1,2]}},'
    b'"when":{"type":"string","format":"date"},"more":{"anyOf":[{"$ref":"#/properties/name"},{"type":"null"}]}}}'
)
FORMIO: Final = (
    b'{"components":[{"type":"textfield","key":"a","label":"A","input":true,"validate":{"required":true,"pattern":'
    b'"^x+$"}},{"type":"select","key":"b","label":"B","data":{"values":[{"label":"1","value":"1"}]},"conditional":'
    b'{"show":true,"when":"a","eq":"x"}},{"type":"number","key":"c","label":"C","validate":{"min":1,"max":9}}]}'
)


@dataclass(slots=True)
class _Tally:
    """What came of all answers."""

    raised: int = 0
    slow: int = 0
    longest: float = 0.0

    def note(self, work: Callable[[], object]) -> None:
        """Do it, measured in processor time: what other processes do is nobody's answer."""
        begun = time.process_time()
        try:
            work()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what must not be
            self.raised += 1
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        took = time.process_time() - begun
        self.longest = max(self.longest, took)
        self.slow += took > MOST_SECONDS


def prove(trial: Trial) -> Verdict:
    """`number` damaged answers on the wire, and as many damaged documents and forms for every reader.

    The seeded fault is a reader that believes its documents.
    """
    chance, tally = random.Random(SEED), _Tally()
    read = _believing if trial.control else read_every_way
    _warm()
    before = _resident()
    for first in range(0, trial.number, AT_ONCE):
        _on_the_wire(min(AT_ONCE, trial.number - first), chance, tally, read)
    for _ in range(trial.number):
        document = mutated(chance, chance.choice(BODIES))
        tally.note(partial(read, document))
        form = mutated(chance, chance.choice((SCHEMA, FORMIO, chance.choice(FORMS).read_bytes())))
        tally.note(partial(_open_every_way, form))
    grown = _resident() - before
    figures = (
        f"answers {trial.number} documents {2 * trial.number} raised {tally.raised} slow {tally.slow} "
        f"longest {tally.longest:.2f} s of processor time, grown {grown // 1024} MiB"
    )
    return Verdict(not tally.raised and not tally.slow and grown < MOST_GROWTH_KIB, figures)


def _on_the_wire(number: int, chance: random.Random, tally: _Tally, read: Callable[[bytes], None]) -> None:
    wires = [damaged(chance) for _ in range(number)]
    with c.chaos(*(c.raw(wire) for wire in wires), c.close_at_once()) as server:
        http = Http(Origins.of([server.origin]), LIMITS)

        def ask() -> None:
            answer = http.get(server.url + "/x") if chance.random() < 0.7 else http.post(server.url, [], b"x")
            body = getattr(answer, "body", None)
            if body is not None:
                read(body)

        for _ in wires:
            tally.note(ask)


def _open_every_way(source: bytes) -> None:
    xforms.load(source)
    load_schema(source, FormId("f"))
    load_formio(source, FormId("f"))


def _believing(body: bytes) -> None:
    json.loads(body)


def _warm() -> None:
    """What is loaded with the first answer is not what an answer costs."""
    for body in BODIES:
        read_every_way(body)
    for form in (SCHEMA, FORMIO, *(one.read_bytes() for one in FORMS)):
        _open_every_way(form)


def _resident() -> int:
    """Resident memory in KiB."""
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
