# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The vocabularies of the town's catalogue, as rdflib names them."""

import rdflib

CPSV = rdflib.Namespace("http://purl.org/vocab/cpsv#")
CV = rdflib.Namespace("http://data.europa.eu/m8g/")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")
SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
SCHEMA = rdflib.Namespace("https://schema.org/")
A = rdflib.RDF.type
ID = "https://port-amity.example/id/"
OPENROSA = rdflib.URIRef("https://docs.getodk.org/openrosa/")
OPEN311 = rdflib.URIRef("http://wiki.open311.org/GeoReport_v2/")
OPEN_FORMS = rdflib.URIRef("https://open-forms.readthedocs.io/")
FORMIO = rdflib.URIRef("https://form.io/")
JSON_SCHEMA = rdflib.URIRef("https://json-schema.org/draft/2020-12/schema")
