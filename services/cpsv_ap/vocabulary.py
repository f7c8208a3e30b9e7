# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of CPSV-AP 3.2 that are read, and those that publishers write without their own context."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

CPSV: Final = "http://purl.org/vocab/cpsv#"
CV: Final = "http://data.europa.eu/m8g/"
DCAT: Final = "http://www.w3.org/ns/dcat#"
DCT: Final = "http://purl.org/dc/terms/"
LOCN: Final = "http://www.w3.org/ns/locn#"
SCHEMA: Final = "https://schema.org/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"

PUBLIC_SERVICE: Final = CPSV + "PublicService"
PUBLIC_ORGANISATION: Final = CV + "PublicOrganisation"
LIFE_EVENT: Final = CV + "LifeEvent"
BUSINESS_EVENT: Final = CV + "BusinessEvent"
EVENTS: Final = frozenset({LIFE_EVENT, BUSINESS_EVENT, CV + "Event"})

TITLE: Final = DCT + "title"
DESCRIPTION: Final = DCT + "description"
IDENTIFIER: Final = DCT + "identifier"
TYPE: Final = DCT + "type"
LANGUAGE: Final = DCT + "language"
CONFORMS_TO: Final = DCT + "conformsTo"
LABEL: Final = SKOS + "prefLabel"
NOTATION: Final = SKOS + "notation"
KEYWORD: Final = DCAT + "keyword"
ENDPOINT: Final = DCAT + "endpointURL"
AUTHORITY: Final = CV + "hasCompetentAuthority"
GROUPED_BY: Final = CV + "isGroupedBy"
HAS_RELATED_SERVICE: Final = CV + "hasRelatedService"
RELATED_SERVICE: Final = CV + "relatedService"
CHANNEL: Final = CV + "hasChannel"
OWNED_BY: Final = CV + "ownedBy"
OPENING_HOURS: Final = CV + "openingHours"
COST: Final = CV + "hasCost"
VALUE: Final = CV + "hasValue"
CURRENCY: Final = CV + "currency"
INPUT: Final = CPSV + "hasInput"
INPUT_TYPE: Final = CV + "hasInputType"
FOLLOWS: Final = CPSV + "follows"
REQUIREMENT: Final = CV + "holdsRequirement"
PRODUCES: Final = CPSV + "produces"
PROCESSING_TIME: Final = CV + "processingTime"
CONTACT: Final = CV + "contactPoint"
TELEPHONE: Final = CV + "telephone"
ADDRESS: Final = LOCN + "address"
FULL_ADDRESS: Final = LOCN + "fullAddress"
DAY_OF_WEEK: Final = SCHEMA + "dayOfWeek"
OPENS: Final = SCHEMA + "opens"
CLOSES: Final = SCHEMA + "closes"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "cpsv": CPSV,
        "cv": CV,
        "m8g": CV,
        "dcat": DCAT,
        "dct": DCT,
        "dcterms": DCT,
        "foaf": "http://xmlns.com/foaf/0.1/",
        "locn": LOCN,
        "org": "http://www.w3.org/ns/org#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": SCHEMA,
        "skos": SKOS,
        "time": "http://www.w3.org/2006/time#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""Prefixes as every CPSV-AP document uses them; a document's own context comes first."""

LOCAL_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "PublicService": PUBLIC_SERVICE,
        "PublicOrganization": PUBLIC_ORGANISATION,
        "PublicOrganisation": PUBLIC_ORGANISATION,
        "LifeEvent": LIFE_EVENT,
        "BusinessEvent": BUSINESS_EVENT,
        "Channel": CV + "Channel",
        "Cost": CV + "Cost",
        "Evidence": CV + "Evidence",
        "EvidenceType": CV + "EvidenceType",
        "Output": CV + "Output",
        "Requirement": CV + "Requirement",
        "CriterionRequirement": CV + "Requirement",
        "Rule": CPSV + "Rule",
        "ContactPoint": CV + "ContactPoint",
        "Address": LOCN + "Address",
        "Concept": SKOS + "Concept",
        "name": TITLE,
        "title": TITLE,
        "description": DESCRIPTION,
        "identifier": IDENTIFIER,
        "eventType": TYPE,
        "channelType": TYPE,
        "language": LANGUAGE,
        "isConformantTo": CONFORMS_TO,
        "conformsTo": CONFORMS_TO,
        "preferredLabel": LABEL,
        "prefLabel": LABEL,
        "notation": NOTATION,
        "keyword": KEYWORD,
        "endpointURL": ENDPOINT,
        "hasCompetentAuthority": AUTHORITY,
        "isGroupedBy": GROUPED_BY,
        "relatedService": RELATED_SERVICE,
        "hasRelatedService": HAS_RELATED_SERVICE,
        "hasChannel": CHANNEL,
        "ownedBy": OWNED_BY,
        "openingHours": OPENING_HOURS,
        "hasCost": COST,
        "value": VALUE,
        "hasValue": VALUE,
        "currency": CURRENCY,
        "hasInput": INPUT,
        "hasInputType": INPUT_TYPE,
        "follows": FOLLOWS,
        "hasCriterion": REQUIREMENT,
        "holdsRequirement": REQUIREMENT,
        "produces": PRODUCES,
        "processingTime": PROCESSING_TIME,
        "hasContactPoint": CONTACT,
        "contactPoint": CONTACT,
        "hasTelephone": TELEPHONE,
        "telephone": TELEPHONE,
        "address": ADDRESS,
        "fullAddress": FULL_ADDRESS,
    }
)
"""Terms of SEMIC's own context and of the Smart Data Models, by the part after the last dot.

Used where a document names a context by its address only: contexts are never fetched while reading.
"""
