"""The metadata packet of a PDF: what it conforms to, written so that every validator reads it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PDFA_PART = "{http://www.aiim.org/pdfa/ns/id/}part"
_PDFUA = "http://www.aiim.org/pdfua/ns/id/"
_PDFUA_PART = f"{{{_PDFUA}}}part"

# PDF/A lets a file hold metadata of another standard if it describes them itself, under these very prefixes.
_EXTENSION = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_DESCRIPTION = f"""<rdf:Description xmlns:rdf="{_RDF[1:-1]}" rdf:about=""
 {" ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _EXTENSION.items())}>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{_PDFUA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
for _prefix, _name in _EXTENSION.items():
    register_namespace(_prefix, _name)


def identified(packet: bytes) -> bytes:
    """The packet with its properties as elements, each with its own namespace, and a PDF/A marked as PDF/UA-1 too.

    PDFBox, for one, does not find a namespace that is declared further up.
    """
    begin, end = packet.index(b"<rdf:RDF"), packet.index(b"</rdf:RDF>") + len(b"</rdf:RDF>")
    rdf = fromstring(packet[begin:end])  # noqa: S314  written by WeasyPrint a moment ago
    descriptions = [_with_elements(each) for each in rdf]
    found = {each.tag for description in descriptions for each in description}
    if _PDFA_PART in found and _PDFUA_PART not in found:
        universal = Element(f"{_RDF}Description", {f"{_RDF}about": ""})
        SubElement(universal, _PDFUA_PART).text = "1"
        descriptions += [universal, fromstring(_DESCRIPTION)]  # noqa: S314  written above
    parts = b"\n".join(tostring(each, encoding="utf-8") for each in descriptions)
    head = f'<rdf:RDF xmlns:rdf="{_RDF[1:-1]}">\n'.encode()
    return packet[:begin] + head + parts + b"\n</rdf:RDF>" + packet[end:]


def _with_elements(description: Element) -> Element:
    for name in [each for each in description.attrib if not each.startswith(_RDF)]:
        SubElement(description, name).text = description.attrib.pop(name)
    description.tail = None
    return description
