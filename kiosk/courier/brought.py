# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills an empty cache with what a bundle brought: a machine without a network offers services from its first start.

What the agencies themselves have given is never replaced by it, and replaces it as soon as they answer.
"""

import json
import logging
from pathlib import Path
from typing import Final

from core.catalogue import Catalogue
from core.ports import Cache, CachedForm
from services.cpsv_ap.reader import read_catalogue

log = logging.getLogger("kiosk.courier")

CATALOGUE: Final = "catalogue/catalogue.jsonld"
FORMS: Final = ("forms", "agencies/*/forms")


def fill(cache: Cache, profile: Path, made: float) -> int:
    """Take from the bundle whose profile lies there what the cache does not have; how many forms that were.

    `made` is when the bundle was made (epoch seconds): so old is what is shown, and said to be.
    """
    folder = profile.parents[1]
    kept = cache.catalogue()
    catalogue = kept[0] if kept is not None else _catalogue(cache, folder / CATALOGUE, made)
    if catalogue is None:
        return 0
    files = {file.stem: file for place in FORMS for file in sorted(folder.glob(f"{place}/*.xml"))}
    wanted = {
        (channel.endpoint, channel.form)
        for service in catalogue.services.values()
        for channel in service.channels
        if channel.is_api and channel.form in files
    }
    missing = [(endpoint, form) for endpoint, form in sorted(wanted) if cache.form(endpoint, form) is None]
    for endpoint, form in missing:
        # Without a version and a hash, so that the agency's own one is fetched as soon as it answers.
        cache.keep_form(CachedForm(endpoint, form, "", "", files[form].read_bytes(), made))
    if missing:
        log.info("%d forms of the set-up fill the cache", len(missing))
    return len(missing)


def _catalogue(cache: Cache, file: Path, made: float) -> Catalogue | None:
    if not file.is_file():
        return None
    source = file.read_bytes()
    catalogue = read_catalogue(json.loads(source)).catalogue
    cache.keep_catalogue(catalogue, source, made)
    return catalogue
