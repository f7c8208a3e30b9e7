# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where language packs lie, and a profile with the languages that they add."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.ids import Language
from core.text import FALLBACK
from i18n.languages import is_offered
from kiosk.profile.model import Profile

if TYPE_CHECKING:
    from i18n.packs import RefusedPack

FOLDER = "languages"


def pack_places(folder: Path | None, *, at_home: bool) -> tuple[Path, ...]:
    """The folder that the profile names; on somebody's own machine also the one in their data folder."""
    named = (folder,) if folder is not None else ()
    if not at_home:
        return named
    import platformdirs  # a kiosk need not wait for it

    return (*named, platformdirs.user_data_path("civic-kiosk") / FOLDER)


def with_packs(profile: Profile) -> "tuple[Profile, tuple[RefusedPack, ...]]":
    """Offer every good pack; the profile with their languages after its own, and the packs that were refused.

    A language of the profile whose pack was refused is not offered. Once for each process, before its first page.
    """
    places = pack_places(profile.language_packs, at_home=profile.at_home)
    added, refused = _offered(places) if places else ((), ())
    spoken = tuple(tag for tag in profile.languages if is_offered(tag))
    languages = (*spoken, *(tag for tag in added if tag not in spoken)) or (FALLBACK,)
    office = profile.office_language if is_offered(profile.office_language) else languages[0]
    return replace(profile, languages=languages, office_language=office), refused


def _offered(places: tuple[Path, ...]) -> "tuple[tuple[Language, ...], tuple[RefusedPack, ...]]":
    from i18n.packs import Pack, RefusedPack, offer_packs  # most kiosks have none, and need not wait for it

    found = offer_packs(places)
    added = tuple(Language(pack.info.tag) for pack in found if isinstance(pack, Pack))
    return added, tuple(pack for pack in found if isinstance(pack, RefusedPack))
