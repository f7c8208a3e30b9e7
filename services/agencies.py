# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which implementation speaks which kind of channel; the only list of the standards that are spoken."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from core.catalogue import ChannelKind
from core.ids import Language
from core.ports import Agency, Clock
from services.access import Keys
from services.definition_forms import DefinitionForms
from services.formio import forms as formio
from services.formio.agency import FormioAgency
from services.http import Http
from services.json_schema import forms as schemas
from services.json_schema.agency import JsonSchemaAgency
from services.open311.agency import Open311Agency
from services.open311.forms import LANGUAGES, Open311Forms
from services.open_forms import forms as open_forms
from services.open_forms.agency import OpenFormsAgency
from services.openrosa.agency import OpenRosaAgency
from services.openrosa.forms import OpenRosaForms
from services.published_forms import FormPublisher


def agencies(http: Http, keys: Keys, clock: Clock) -> Mapping[ChannelKind, Agency]:
    """How to deliver, by the kind of channel. The kinds that are missing cannot be delivered from here."""
    return MappingProxyType(
        {
            ChannelKind.OPENROSA: OpenRosaAgency(http, keys, clock),
            ChannelKind.OPEN311: Open311Agency(http, keys, clock),
            ChannelKind.JSON_SCHEMA: JsonSchemaAgency(http, keys),
            ChannelKind.FORMIO: FormioAgency(http, keys),
            ChannelKind.OPEN_FORMS: OpenFormsAgency(http),
        }
    )


def publishers(
    http: Http, keys: Keys, clock: Clock, languages: Sequence[Language] = LANGUAGES
) -> Mapping[ChannelKind, FormPublisher]:
    """How to fetch forms, by the kind of channel. `languages` are asked for where a server answers in several."""
    return MappingProxyType(
        {
            ChannelKind.OPENROSA: OpenRosaForms(http, keys, clock),
            ChannelKind.OPEN311: Open311Forms(http),
            ChannelKind.JSON_SCHEMA: DefinitionForms(http, schemas.source(keys), languages),
            ChannelKind.FORMIO: DefinitionForms(http, formio.source(http, keys), languages),
            ChannelKind.OPEN_FORMS: DefinitionForms(http, open_forms.source(http), languages),
        }
    )
