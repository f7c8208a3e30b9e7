# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sandbox town's agencies have given to kiosks, and the numbers of their projects."""

# As sandbox/town/town.json gives them to kiosks; written again, as a client has them in its profile.
APP_USER_KEYS = {
    "civil-registry": "PortAmityKioskCivilRegistryAppUserKeyForTheSandboxTownOnly000001",
    "social-security": "PortAmityKioskSocialSecurityAppUserKeyForTheSandboxTownOnly00002",
    "tax-office": "PortAmityKioskTaxOfficeAppUserKeyForTheSandboxTownOnly0000000003",
    "city-works": "PortAmityKioskCityWorksAppUserKeyForTheSandboxTownOnly0000000004",
}
PROJECTS = {"civil-registry": 1, "social-security": 2, "tax-office": 3, "city-works": 4}
OPEN311_KEY = "port-amity-open311-kiosk"
TAX_OFFICE_TOKEN = "port-amity-tax-office-kiosk"
FORMIO_TOKEN = "port-amity-formio-kiosk"
