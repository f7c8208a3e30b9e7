# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads which services a machine offers; which there are is the catalogue's matter, and changes without the file."""

from core.breach import Wrong
from core.offer import Offer
from kiosk.profile.reading import Table


def read_offer(table: Table) -> Offer:
    """`[services]`. A machine that could offer nothing, whatever the catalogue has, is refused."""
    offer = Offer(
        hidden=frozenset(table.words("hidden", None, least=0, default=[])),
        only=frozenset(table.words("only", None, least=0, default=[])),
    )
    if offer.is_nothing:
        table.wrong(
            "hidden",
            "hides every service that `only` names, so that nothing would be offered",
            "services of which at least one of `only` is left",
            kind=Wrong.NOTHING_OFFERED,
        )
    table.leftovers()
    return offer
