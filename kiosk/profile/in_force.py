# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The profile by which a process works: the machine's own, or what a bundle brought joined to what is the machine's."""

from dataclasses import replace

from core.activation import OWN, started
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import Profile


def load_in_force(own_name: str, brought: str) -> Profile | BadProfile:
    """`brought` is the file of a bundle's profile, empty for the machine's own alone."""
    own = load(own_name)
    if isinstance(own, BadProfile) or not brought:
        return own
    other = load(brought)
    return other if isinstance(other, BadProfile) else joined(own, other)


def joined(own: Profile, brought: Profile) -> Profile:
    """What a bundle brought, on this machine: its name, panel, printer, sound, keys and store stay what they are.

    So does where it takes its set-up from: no set-up can cut a machine off from the next one.
    """
    voice = replace(
        own.voice,
        recorded=brought.voice.recorded or own.voice.recorded,
        neural=brought.voice.neural or own.voice.neural,
    )
    return replace(
        brought,
        name=own.name,
        kind=own.kind,
        screen=own.screen,
        beside=own.beside,
        voice=voice,
        paper=own.paper,
        printer=own.printer,
        print_to=own.print_to,
        key=own.key,
        store=own.store,
        recovery=own.recovery,
        bundle=own.bundle,
    )


def brought_at_start(own: Profile) -> str:
    """The bundle's profile with which the program is about to start; empty for the machine's own."""
    if own.bundle is None:
        return ""
    # Few machines have one, and the first picture waits for no other.
    from kiosk.bundles.home import BundleHome, brought_by
    from kiosk.store_folder import folder_of

    home = BundleHome.beside(folder_of(own))
    return brought_by(home.profile(started(home.activation()).running or OWN))
