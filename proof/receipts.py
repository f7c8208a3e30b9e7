# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""R1: every machine of an authority knows the receipts of the others without a network, and no changed one."""

import base64
import random

from core import signed_receipt as receipt
from core.ids import OrganisationId, ServiceId
from core.submission import DeliveryState
from offline_cache.receipt_keys import MachineReceiptKeys
from proof.verdict import Trial, Verdict
from tests.support.receipt_codes import code_of, packet

MACHINES = 3


class TrustingKeys(MachineReceiptKeys):
    """The seeded fault: whatever is whole is taken for genuine."""

    def vouches(self, key: bytes, message: bytes, signature: bytes) -> bool:
        """Look at nothing."""
        del key, message, signature
        return True


def prove(trial: Trial) -> Verdict:
    """`number` receipts, each shown to three machines; then each with one bit changed and its sum made right again."""
    chance = random.Random(trial.number)
    keys = [MachineReceiptKeys(chance.randbytes(32)) for _ in range(MACHINES)]
    trusted = [base64.b64decode(one.public) for one in keys]
    kind = TrustingKeys if trial.control else MachineReceiptKeys
    machines = [kind(chance.randbytes(32), trusted) for _ in range(MACHINES)]
    unknown = forged = 0
    for _ in range(trial.number):
        made = _receipt(chance)
        code = receipt.written(made, chance.choice(keys))
        unknown += sum(receipt.judged(code, one) != receipt.Genuine(made) for one in machines)
        body = bytearray(packet(code))
        bit = chance.randrange(len(body) * 8)
        body[bit // 8] ^= 1 << bit % 8
        shown = receipt.judged(code_of(bytes(body)), chance.choice(machines))
        forged += isinstance(shown, receipt.Genuine)
    figures = f"receipts {trial.number} machines {MACHINES} not known {unknown} changed and taken {forged}"
    return Verdict(unknown == forged == 0, figures)


def _receipt(chance: random.Random) -> receipt.PrintedReceipt:
    return receipt.PrintedReceipt(
        seal="".join(chance.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=9)),
        reference=chance.randbytes(chance.randrange(30)).hex(),
        service=receipt.mark_of(ServiceId(chance.randbytes(9).hex())),
        office=receipt.mark_of(OrganisationId(chance.randbytes(9).hex())),
        state=chance.choice(tuple(DeliveryState)),
        created=chance.randrange(1 << 32),
        printed=chance.randrange(1 << 32),
        machine="kiosk-ü",
    )
