# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small catalogues in CPSV-AP's words: one service, and what hangs on it."""

from services.documents import Json

TITLE = "http://purl.org/dc/terms/title"
AUTHORITY = "http://data.europa.eu/m8g/hasCompetentAuthority"
SERVICE = "http://purl.org/vocab/cpsv#PublicService"


EXPANDED = [
    {
        "@id": "urn:s",
        "@type": [SERVICE],
        TITLE: [{"@value": "Move", "@language": "en"}, {"@value": "搬家", "@language": "zh-hans"}],
        AUTHORITY: [{"@id": "urn:o"}],
    }
]


def service(**more: Json) -> Json:
    """A service with a name and an authority; `more` are properties, with two underscores for the colon."""
    node: dict[str, Json] = {
        "@id": "urn:s", "@type": "cpsv:PublicService", "dct:title": "S", "cv:hasCompetentAuthority": {"@id": "urn:o"}
    }  # fmt: skip
    node.update({name.replace("__", ":"): value for name, value in more.items()})
    return node
