"""What people, brokers and other programs call the keys of a filing."""

from __future__ import annotations

from collections.abc import Iterable

from form4gen.intake.wording import letters_of

# For each key, in the order of the form, its other names in small letters, without blanks and marks. A name may belong
# to several keys; the object in which it is found decides which is meant.
_NAMES: dict[str, str] = {
    "documentType": "form formtype type doctype submissiontype formname",
    "periodOfReport": "period date reportdate reportingperiod eventdate dateofearliesttransaction "
    "earliesttransactiondate earliestdate",
    "dateOfOriginalSubmission": "originaldate dateoforiginal originalfilingdate dateoriginalfiled dateoforiginalfiling "
    "originalsubmissiondate amendmentdate",
    "notSubjectToSection16": "exit exitbox nolongersubject nolongersubjecttosection16",
    "issuer": "company registrant issuers subjectcompany",
    "reportingOwners": "owner owners reportingowner reportingperson reportingpersons person persons insider insiders "
    "filer filers",
    "aff10b5One": "10b51 10b5one is10b51 rule10b51 rule10b5one rule10b51plan 10b51plan tradingplan plan",
    "nonDerivativeTable": "table1 tablei nonderivative nonderivatives nonderivativesecurities transactions "
    "nonderivativetransactions rows trades holdings",
    "derivativeTable": "table2 tableii derivative derivatives derivativesecurities derivativetransactions options",
    "footnotes": "footnote footnoteid footnoteids notes note fn explanation explanations explanationofresponses",
    "remarks": "remark comment comments",
    "ownerSignatures": "signature signatures signedby signer signers signed",
    "powersOfAttorney": "power powers poa poas powerofattorney attorney",
    "exhibits": "exhibit attachment attachments",
    "overrides": "override accepted waiver waivers ignore ignored",
    "issuerCik": "cik ciknumber companycik centralindexkey",
    "issuerName": "name company companyname",
    "issuerTradingSymbol": "ticker symbol tickersymbol tradingsymbol stocksymbol issuerticker issuersymbol",
    "issuerForeignTradingSymbol": "foreignticker foreignsymbol foreigntradingsymbol",
    "rptOwnerCik": "cik ciknumber ownercik centralindexkey reportingownercik filercik",
    "rptOwnerName": "name ownername fullname reportingownername reportingpersonname",
    "rptOwnerStreet1": "street street1 address address1 addressline1 streetaddress",
    "rptOwnerStreet2": "street2 address2 addressline2",
    "rptOwnerCity": "city town",
    "rptOwnerState": "state stateorcountry",
    "rptOwnerZipCode": "zip zipcode postalcode postcode",
    "rptOwnerCountry": "country",
    "rptOwnerNonUSStateTerritory": "province territory region",
    "rptOwnerNonUSAddressFlag": "nonusaddress foreignaddress",
    "isDirector": "director relationship",
    "isOfficer": "officer relationship",
    "isTenPercentOwner": "tenpercent tenpercentowner 10percent 10percentowner 10%owner tenpctowner relationship",
    "isOther": "other relationship",
    "officerTitle": "title position office jobtitle role",
    "kind": "type rowtype rowkind",
    "securityTitle": "title security class securityname securityclass titleofsecurity classofsecurity stock",
    "conversionOrExercisePrice": "exerciseprice strike strikeprice conversionprice",
    "transactionDate": "date tradedate transdate",
    "deemedExecutionDate": "deemeddate executiondate deemedexecution",
    "transactionFormType": "form formtype",
    "transactionCode": "code type transactiontype transcode tradecode",
    "equitySwapInvolved": "swap equityswap",
    "transactionTimeliness": "timeliness timely",
    "transactionShares": "shares amount number quantity qty units volume numberofshares sharestraded",
    "transactionPricePerShare": "price pricepershare unitprice shareprice transprice",
    "transactionTotalValue": "value totalvalue dollarvalue",
    "transactionAcquiredDisposedCode": "aord ad acquireddisposed acquiredordisposed acquireddisposedcode "
    "direction side acquired disposed",
    "exerciseDate": "exercisable exercisabledate dateexercisable vestingdate vestdate",
    "expirationDate": "expiration expires expiry expirydate",
    "underlyingSecurityTitle": "underlying underlyingtitle underlyingclass",
    "underlyingSecurityShares": "underlyingshares underlyingamount underlyingnumber",
    "sharesOwnedFollowingTransaction": "balance following owned held total sharesowned sharesheld ownedafter "
    "sharesafter sharesownedafter sharesownedfollowing amountowned amountbeneficiallyowned beneficiallyowned "
    "ownedfollowing postbalance",
    "valueOwnedFollowingTransaction": "valueowned valueheld valueafter",
    "directOrIndirectOwnership": "ownership ownershipform formofownership ownershiptype directorindirect "
    "directindirect dori di direct indirect",
    "natureOfOwnership": "nature indirectnature natureofindirectownership heldby",
    "signatureName": "name signature signedby signer signedname conformedsignature",
    "signatureDate": "date signedon datesigned signeddate",
    "capacity": "role signingcapacity",
    "onBehalfOf": "for behalf",
    "powerOfAttorney": "poa power",
    "attorneys": "attorney attorneyinfact attorneysinfact agent agents",
    "principal": "grantor owner",
    "filedAt": "filedon filingdate filingtime acceptancetime accepted",
}
# The same, where none of the keys above is among those of the object: a holding has no transactionShares.
_ALSO: dict[str, str] = {
    "sharesOwnedFollowingTransaction": "shares amount number quantity qty units numberofshares holding holdings",
    "valueOwnedFollowingTransaction": "value dollarvalue totalvalue",
}


def known_as(name: str, keys: Iterable[str]) -> list[str]:
    """Those of the keys that some people call ``name``, in the order of the form."""
    called = letters_of(name)
    among = set(keys)
    found = [key for key, others in _NAMES.items() if key in among and called in others.split()]
    return found or [key for key, others in _ALSO.items() if key in among and called in others.split()]
