# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms that names of questions stand for, and whose they are: words, no rules.

Terms are those of SEMIC's Core Person, Core Location and Core Business Vocabularies, and of schema.org where these have
none. The names are what forms really have: XLSForm's and ODK's examples (`first_name`), Form.io, Open Forms and NAV
(`firstName`, `voornaam`, `fornavn`), JSON Schemas of agencies and schema.org (`givenName`), and the tokens of HTML's
autocomplete (`given-name`, WCAG 1.3.5). A name that may as well mean a thing (`name`, `title`, `number`) is none.
"""

from typing import Final

PERSON: Final = {
    "fullName": "full_name your_name my_name full_legal_name volledige_naam vollstaendiger_name nom_complet "
    "nombre_completo nome_completo fullt_navn fulde_navn koko_nimi",
    "givenName": "given_name given_names first_name first_names firstname forename forenames givenname fname "
    "voornaam "
    "voornamen roepnaam vorname vornamen prenom prenoms nombres primer_nombre primeiro_nome fornavn fornamn "
    "etunimi imie",
    "additionalName": "middle_name middle_names middlename additional_name middle_initial mellomnavn mellemnavn "
    "mellannamn zweiter_vorname deuxieme_prenom segundo_nombre",
    "familyName": "family_name last_name last_names lastname surname familyname lname achternaam geslachtsnaam "
    "nachname familienname nom_de_famille nom_famille apellido apellidos sobrenome apelido cognome etternavn "
    "efternavn "
    "efternamn sukunimi nazwisko",
    "familyNamePrefix": "tussenvoegsel voorvoegsel voorvoegsels voorvoegsel_geslachtsnaam",
    "birthName": "birth_name maiden_name name_at_birth geboortenaam geburtsname nom_de_naissance "
    "apellido_de_soltera",
    "patronymicName": "patronymic patronymic_name patronym",
    "honorificPrefix": "honorific_prefix name_prefix salutation aanhef anrede civilite tratamiento",
    "honorificSuffix": "honorific_suffix name_suffix",
    "birthDate": "date_of_birth birth_date birthdate birthday dob bday geboortedatum geburtsdatum geburtstag "
    "date_de_naissance date_naissance fecha_de_nacimiento fecha_nacimiento data_de_nascimento data_nascimento "
    "data_di_nascita data_nascita fodselsdato fodselsdato_dd_mm_aaaa foedselsdato fodelsedatum syntymaaika "
    "data_urodzenia",
    "placeOfBirth": "place_of_birth birth_place birthplace city_of_birth geboorteplaats geburtsort "
    "lieu_de_naissance "
    "lieu_naissance lugar_de_nacimiento local_de_nascimento luogo_di_nascita fodested",
    "countryOfBirth": "country_of_birth birth_country geboorteland geburtsland pays_de_naissance "
    "pais_de_nacimiento",
    "citizenship": "citizenship nationality nationaliteit staatsangehoerigkeit nationalite nacionalidad "
    "nacionalidade "
    "cittadinanza statsborgerskap medborgarskap",
    "identifier": "identity_number national_id national_id_number national_identifier id_number id_card_number "
    "citizen_id "
    "bsn burgerservicenummer fodselsnummer fodselsnummer_d_nummer identitetsnummer "
    "personnummer cpr_nummer henkilotunnus pesel codice_fiscale",
    "socialSecurityNumber": "ssn social_security_number socialsecuritynumber numero_de_securite_sociale "
    "sozialversicherungsnummer numero_seguridad_social",
    "socialSecurityNumberEnd": "ssn_last_four ssn_last4 last_four_ssn last4_ssn",
    "passportNumber": "passport_number passport_no passportnumber paspoortnummer passnummer numero_de_passeport "
    "numero_pasaporte",
    "taxID": "tax_id tax_number tax_identification_number steuernummer steuer_id numero_fiscal",
    "jobTitle": "job_title organization_title occupation profession beroep beruf",
}
"""Of a person, whoever it is."""

REACH: Final = {
    "hasEmail": "email email_address emailaddress e_mail e_mail_address your_email mail_address mail emailadres "
    "e_mailadres email_address_text "
    "email_adresse e_mail_adresse courriel adresse_email adresse_e_mail correo correo_electronico epost e_post "
    "epostadresse epostadress sahkoposti",
    "hasTelephone": "phone phone_number phonenumber main_phone primary_phone primary_phone_number telephone "
    "telephone_number tel "
    "contact_number contact_phone telefoon telefoonnummer telefon telefonnummer numero_de_telephone telefono "
    "telefone "
    "numero_telefono puhelin puhelinnumero",
    "mobile": "mobile mobile_phone mobile_number mobile_phone_number mobilephone cell cell_phone cellphone "
    "mobiel mobiele_nummer handynummer mobiltelefon mobilnummer portable telefono_movil celular telemovel",
    "homePhone": "home_phone home_telephone home_phone_number",
    "workPhone": "work_phone work_telephone business_phone",
    "dayPhone": "day_phone phone_day day_time_phone daytime_phone daytime_phone_number",
    "eveningPhone": "evening_phone phone_evening night_phone evening_phone_number",
    "alternativePhone": "alternate_phone alternate_phone_number alternative_phone alternative_phone_number",
    "internationalPhone": "international_phone international_phone_number",
    "telephoneExtension": "phone_ext phone_extension phone_number_ext telephone_extension",
}
"""How a person is reached."""

ADDRESS: Final = {
    "fullAddress": "full_address home_address your_address residential_address permanent_address woonadres "
    "wohnanschrift",
    "addressLine1": "street_address home_address_line1 address_line1 address_line_1 addressline1 address1 adresse_1",
    "addressLine2": "home_address_line2 address_line2 address_line_2 addressline2 address2 street2 street_2",
    "addressLine3": "home_address_line3 address_line3 address_line_3 addressline3 address3 street3 street_3",
    "thoroughfare": "street street_name streetname straat straatnaam strasse strassenname rue calle rua vegadresse "
    "gateadresse gatuadress vejnavn katuosoite ulica",
    "locatorDesignator": "house_number housenumber street_number streetnumber building_number huisnummer "
    "hausnummer "
    "numero_de_rue husnummer talonumero",
    "locatorAddition": "house_letter huisletter huisnummertoevoeging house_number_addition toevoeging",
    "poBox": "po_box postbus postfach postboks postboks_nr boite_postale apartado_postal",
    "postCode": "postcode post_code postal_code postalcode zip zip_code zipcode zip_code5 zip5 plz postleitzahl "
    "code_postal home_address_postal_code "
    "codigo_postal cep postnummer postnr postinumero kod_pocztowy",
    "postCodeSuffix": "zip_code_suffix zip_suffix zip4",
    "internationalPostCode": "international_postal_code",
    "postName": "city town city_name locality address_level2 woonplaats wohnort ville commune ciudad "
    "localidad cidade localidade comune poststed by_sted postort postby postitoimipaikka miasto",
}
"""Of an address, whatever group it stands in."""

IN_ADDRESS: Final = {
    "fullAddress": "full",
    "addressLine1": "line1 line_1 adresse adress",
    "addressLine2": "line2 line_2",
    "addressLine3": "line3 line_3",
    "locatorDesignator": "number nummer",
    "locatorUnit": "unit unit_number apartment flat",
    "adminUnitL1": "country country_code country_code_i_s_o2 country_code_iso2 country_name country_dropdown land "
    "pays pais",
    "adminUnitL2": "state state_code state_or_province state_province province province_code region "
    "address_level1 provincia estado",
    "adminUnitL3": "county",
    "postName": "plaats ort place",
}
"""What means this in a group of an address only: elsewhere a country may be one to travel to."""

IN_NAME: Final = {
    "givenName": "first given fore",
    "additionalName": "middle",
    "familyName": "last family sur",
    "honorificSuffix": "suffix",
}
"""What means this in a group of a person's name only."""

BUSINESS: Final = {
    "legalName": "legal_name_of_business bedrijfsnaam handelsnaam firmenname raison_sociale razon_social",
    "legalIdentifier": "kvk_nummer kvk chamber_of_commerce_number company_number siret siren organisasjonsnummer "
    "cvr_nummer "
    "organisationsnummer y_tunnus",
    "vatID": "vat_id vat_number btw_nummer ust_id numero_tva",
}
"""Of the business that somebody speaks for. A `company_name` may be an employer's."""

ACCOUNT: Final = {
    "iban": "iban iban_number your_iban iban_nummer",
    "bankName": "bank_name name_of_bank",
    "accountNumber": "bank_account_number kontonummer rekeningnummer",
    "routingNumber": "routing_number bank_routing_number sort_code bankleitzahl",
}
IN_ACCOUNT: Final = {"accountNumber": "account_number"}
"""Of an account that money goes to. Numbers of cards are nobody's to remember."""

ONESELF: Final = (
    "applicant applicants claimant you your yourself my me person personal self soker sokers aanvrager "
    "antragsteller "
    "demandeur solicitante requerente dine persoonlijke"
)
"""Who fills the form, before or in place of what is asked of them."""

OTHERS: Final = {
    "spouse": "spouse spouses husband wife echtgenoot ehepartner ektefelle conjoint conyuge conjuge",
    "mother": "mother mothers",
    "father": "father fathers",
    "veteran": "veteran veterans",
}
"""Who there is one of: the same in every form of a visit. Of children, employers and partners there may be more."""

SUBJECTS: Final = "veteran deceased patient"
"""Whom a whole form may be about: what it asks without saying of whom is nobody's for certain then."""

STANDING: Final = "veteran is are you a status"
"""All that stands in the name of a question about what somebody is: it makes nobody of them the form is about."""

WRAPS: Final = (
    "data form root model attributes form_data application details information info page page_1 page1 panel "
    "contact contacts contact_details contact_info contact_information about_you about personal_details personal_data "
    "personal_information personal_info identity identification identitet opplysninger gegevens persoonsgegevens "
    "contactgegevens phone_and_email phone email demographics"
)
"""Groups that only hold together what is asked of somebody."""

NAME_GROUPS: Final = "full_name name legal_name current_name naam"
ADDRESS_GROUPS: Final = (
    "address address_nl home_address residential_address permanent_address physical_address adresse adres anschrift "
    "norsk_vegadresse norsk_adresse woonadres domicile direccion endereco"
)
ACCOUNT_GROUPS: Final = "bank_account direct_deposit deposit_account"
MAILING: Final = (
    "mailing_address postal_address correspondence_address postadres postanschrift mailing_adresse"
)
"""Where letters go is no home: it is the same only where another form asks for that."""
