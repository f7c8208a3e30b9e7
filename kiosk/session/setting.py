# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What pages may know besides the visit, gathered from the profile, the clock and the person's preferences."""

from accessibility.hands.ways import Way
from accessibility.preferences import Preferences
from kiosk.camera import ear_there
from kiosk.clock import on_the_clock
from kiosk.profile.hand_scanner import Scanned
from kiosk.profile.model import Profile
from kiosk.session.places import places_of
from kiosk.version import VERSION
from ui.present.setting import Setting


def setting_now(
    profile: Profile,
    now: float,
    preferences: Preferences,
    *,
    can_print: bool,
    trial: bool,
    cameras: tuple[bool, bool],
) -> Setting:
    """The setting at a wall-clock moment (seconds since the epoch).

    `cameras` tells whether one can look for cards, and whether there is one at all.
    """
    return Setting(
        town=profile.town.name,
        town_names=profile.town.names,
        phone=profile.town.phone,
        counter=profile.town.counter,
        hours=profile.town.hours,
        emergency=profile.town.emergency,
        now=on_the_clock(now),
        at_home=profile.at_home,
        languages=profile.languages,
        office_language=profile.office_language,
        preferences=preferences,
        defaults=usual_preferences(profile),
        usual_step=profile.text_step,
        featured=profile.featured,
        keyboard=profile.on_screen_keyboard or preferences.hands.way.needs_letters,
        can_print=can_print,
        trial_mode=trial,
        camera=cameras[0],
        machine=profile.name,
        version=VERSION,
        files=bool(profile.files.folders),
        recording=profile.files.microphone and ear_there(),
        photo=profile.files.camera and cameras[1],
        places=places_of(profile.town.places),
        maps=profile.town.map is not None,
        keyed=keyed_ways(profile),
        scanner=profile.scanner.there,
        scans_cards=profile.scanner.takes(Scanned.SETTINGS),
        scans_receipts=profile.scanner.takes(Scanned.RECEIPTS),
        emblem_room=profile.town.emblem is not None,
    )


def keyed_ways(profile: Profile) -> tuple[Way, ...]:
    """What stands at the machine that has keys or switches."""
    named = dict.fromkeys((profile.hands.way, *profile.beside))
    if not profile.on_screen_keyboard:
        named[Way.KEYBOARD] = None
    return tuple(way for way in named if way is not Way.TOUCH)


def usual_preferences(profile: Profile) -> Preferences:
    """What a visit begins with, and goes back to."""
    usual = Preferences(
        text_step=profile.text_step,
        theme=profile.theme,
        hands=profile.hands,
        speech_rate=profile.voice.speed,
        volume=profile.voice.volume,
    )
    return usual.with_assisted(True) if profile.assisted else usual
