# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of what is promised, and what can be run of it."""

from dataclasses import dataclass
from importlib import import_module

from proof.verdict import Proof


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise. `number` is the one it is held to; `sample` is what `make test` runs, `control` of the fault.

    `module` has a function `prove`, or the one after a colon; empty where nothing can be run yet.
    """

    id: str
    sentence: str
    number: int = 0
    sample: int = 0
    control: int = 0
    module: str = ""

    @property
    def proof(self) -> Proof:
        """How to run it. Loaded only now: each needs other parts of the program."""
        module, _, function = self.module.partition(":")
        proof: Proof = getattr(import_module(module), function or "prove")
        return proof


PROMISES: tuple[Promise, ...] = (
    Promise(
        "P1",
        "What was said to be sealed survives kill -9 at any instant, and arrives once.",
        *(1_000, 100, 15, "proof.kills"),
    ),
    Promise(
        "P1B",
        "The same at every single call with which a session or a courier writes, syncs, renames or sends.",
        *(1_000, 24, 24, "proof.every_write"),
    ),
    Promise(
        "P2",
        "The same after a power cut with lost, torn, reordered and garbled sectors.",
        *(3_000, 200, 20, "proof.power_cuts"),
    ),
    Promise(
        "P3",
        "Exactly one case at an agency that recognises a repetition, whatever it answers.",
        *(1_000, 8, 20, "proof.kills:exactly_once"),
    ),
    Promise(
        "P4",
        "Nothing is sent blindly again to an agency that cannot recognise a repetition.",
        *(300, 20, 20, "proof.no_blind_resend"),
    ),
    Promise(
        "P5",
        "Never 'received' without the agency's receipt, never 'refused' for what may have arrived.",
        *(1_000, 60, 1, "proof.model"),
    ),
    Promise(
        "P6",
        "Every attempt sends the same bytes, also after a restart and a new version of the form.",
        *(1_000, 10, 10, "proof.frozen_bytes"),
    ),
    Promise(
        "P7",
        "An agency that is down is asked politely and for ever; nothing is dropped.",
        *(10_000, 300, 3, "proof.days:polite"),
    ),
    Promise("P8", "One bad item never holds up the others.", *(1_000, 300, 50, "proof.days:poison")),
    Promise(
        "P9", "Ten thousand waiting submissions make nothing slow.", *(10_000, 200, 200, "proof.full_outbox")
    ),
    Promise(
        "P10",
        "Three days unattended with outages and restarts: nothing lost, nothing doubled.",
        *(4_320, 600, 600, "proof.days:unattended"),
    ),
    Promise(
        "P11",
        "Any one disk operation may fail: no false word, and the next try succeeds.",
        *(10_000, 48, 24, "proof.disk_errors"),
    ),
    Promise(
        "P12",
        "On a full disk people are told, and the one at hand can still finish.",
        *(10, 1, 1, "proof.full_disk"),
    ),
    Promise(
        "P13", "Any flipped bit is noticed and never read as data.", *(10_000, 200, 60, "proof.damage:bits")
    ),
    Promise("P14", "A damaged database costs nobody their submission.", *(100, 1, 1, "proof.damage:pages")),
    Promise("P15", "Nothing is deleted because it cannot be opened.", *(10, 1, 1, "proof.damage:untouched")),
    Promise(
        "P16",
        "A new version of the program, killed at any step, brings everything along.",
        *(1_000, 40, 40, "proof.upgrades"),
    ),
    Promise(
        "P17",
        "Without a network the program starts, and a form can be filled and sealed.",
        *(20, 1, 1, "proof.without_network"),
    ),
    Promise(
        "P18",
        "No answer of a server crashes or hangs the program.",
        *(10_000, 150, 40, "proof.hostile_answers"),
    ),
    Promise("P20", "Patterns and expressions of forms have a budget.", *(1_000, 10, 1, "proof.budgets")),
    Promise("P21", "Text from outside is inert in every widget.", *(4_200, 12, 4, "proof.inert_text")),
    Promise("P22", "There is no way out of the kiosk.", *(100_000, 3_000, 60, "proof.no_way_out")),
    Promise("P23", "Requests go only to the origins of the profile.", *(297, 297, 60, "proof.origins")),
    Promise(
        "P24",
        "Network logins and wrong certificates are named, and never count as delivered.",
        *(200, 22, 11, "proof.false_friends"),
    ),
    Promise(
        "P25", "The end of a visit leaves nothing for the next citizen.", *(200, 4, 1, "proof.left_behind")
    ),
    Promise("P26", "No answer is on the disk in plain text, ever.", *(20, 2, 2, "proof.plain_text")),
    Promise(
        "P27",
        "Keys are never in plain text, and nothing weaker is taken in their place.",
        *(3, 1, 1, "proof.key_stores"),
    ),
    Promise(
        "P28",
        "Wrong PINs of staff are waited for, whatever is killed and however the date is changed.",
        *(20, 9, 9, "proof.staff_tries"),
    ),
    Promise(
        "P29",
        "Whatever is changed, taken out or cut off in the log of staff is found, and it names nobody.",
        *(1_000, 60, 20, "proof.staff_log"),
    ),
    Promise(
        "P30",
        "Only a signed set-up is taken; whatever is done to it, the last good one stays.",
        *(20, 1, 1, "proof.signed_set_up"),
    ),
    Promise(
        "P31",
        "A signed set-up that is wrong is left by itself within a minute, and the last good one goes on.",
        *(500, 24, 24, "proof.wrong_set_up"),
    ),
    Promise(
        "P32",
        "A wrong clock, its jumps and its changes lose nothing and double nothing.",
        *(1_000, 60, 1_000, "proof.days:clocks"),
    ),
    Promise(
        "P33",
        "One courier for each store, and a killed one leaves no lock behind.",
        *(100, 4, 2, "proof.couriers"),
    ),
    Promise(
        "P34",
        "A window that stands still or dies is replaced by a wiped one within 30 seconds.",
        *(30, 1, 1, "proof.frozen"),
    ),
    Promise(
        "R1",
        "Every machine of an authority knows the others' receipts without a network, and no changed one.",
        *(10_000, 200, 60, "proof.receipts"),
    ),
    Promise(
        "R2",
        "A server that forgets keys holds each application once, though its courier dies around attempts.",
        *(1_000, 20, 60, "proof.forgotten_keys"),
    ),
)
"""In the order of their numbers: the number held to, the sample, the control's number, and where the proof is."""


def promise(name: str) -> Promise | None:
    """The promise of that id."""
    return next((one for one in PROMISES if one.id == name.upper()), None)
