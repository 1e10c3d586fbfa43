"""Writes the structure of a document into its PDF, in the place of the empty one that WeasyPrint wrote.

A structure has many small parts, so each is written as bytes at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from form4gen.render.box_tags import Marks, Structure
from form4gen.render.tags import Mark, Tag

_OWNERS = {"TH": "Table", "TD": "Table", "L": "List", "Figure": "Layout"}
_UNREAD = {"Type": "/Layout"}
"""The properties of blanks that are in no part of the text."""


def write(structure: Structure, marks: Sequence[Marks], pdf: Any) -> None:
    """Write the structure into a PDF of pydyf's, and turn what is not read into artifacts."""
    _Writer(pdf, marks).write(structure)


class _Writer:
    def __init__(self, pdf: Any, marks: Sequence[Marks]) -> None:
        import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415  loaded by now

        class Written(pydyf.Object):  # type: ignore[misc]
            data = b""

        self._pydyf, self._written = pydyf, Written
        self._pdf, self._pages = pdf, pdf.page_references
        self._owners: list[list[bytes]] = [[b"null"] * len(each) for each in marks]  # the reference of each mark's part
        self._annotations: list[tuple[Any, bytes]] = []

    def write(self, structure: Structure) -> None:
        root = self._at(self._pdf.catalog["StructTreeRoot"])
        root["K"] = self._pydyf.Array([self._write(structure.root, root.reference)])
        self._write_parents(root)
        self._write_artifacts(structure.artifacts)

    def _at(self, reference: bytes) -> Any:
        """The object of a reference, such as ``7 0 R``."""
        return self._pdf.objects[int(reference.split()[0])]

    def _write(self, tag: Tag, parent: bytes) -> bytes:
        """Write a part and all in it; its reference."""
        element = self._written()
        self._pdf.add_object(element)
        reference: bytes = element.reference
        page = next((kid.page for kid in tag.kids if not isinstance(kid, Tag)), -1)
        kids: list[bytes] = []
        for kid in tag.kids:
            if isinstance(kid, Tag):
                kids.append(self._write(kid, reference))
            elif isinstance(kid, Mark):
                self._owners[kid.page][kid.number] = reference
                if kid.page == page:
                    kids.append(b"%d" % kid.number)
                else:
                    kids.append(b"<</Type /MCR/Pg %b/MCID %d>>" % (self._pages[kid.page], kid.number))
            else:
                self._annotations.append((kid.entry, reference))
                kids.append(b"<</Type /OBJR/Pg %b/Obj %b>>" % (self._pages[kid.page], kid.entry.reference))
        parts = [b"<</Type /StructElem/S /%b/P %b/K [%b]" % (tag.kind.encode(), parent, b" ".join(kids))]
        if page >= 0:
            parts.append(b"/Pg " + self._pages[page])
        if tag.id:
            parts.append(b"/ID (%b)" % tag.id.encode())
        if tag.attributes or tag.heads:
            parts.append(self._attributes(tag))
        element.data = b"".join([*parts, b">>"])
        return reference

    def _attributes(self, tag: Tag) -> bytes:
        attributes = dict(tag.attributes)
        alternative = attributes.pop("Alt", None)
        for name in ("Scope", "ListNumbering"):
            if name in attributes:
                attributes[name] = f"/{attributes[name]}"
        if "BBox" in attributes:
            attributes["BBox"] = self._pydyf.Array(attributes["BBox"])
        if tag.heads:
            attributes["Headers"] = b"[%b]" % b" ".join(b"(%b)" % head.id.encode() for head in tag.heads)
        written = b""
        if alternative is not None:
            written += b"/Alt " + self._pydyf.String(alternative).data
        if attributes:
            owned: bytes = self._pydyf.Dictionary({"O": f"/{_OWNERS[tag.kind]}", **attributes}).data
            written += b"/A " + owned
        return written

    def _write_parents(self, root: Any) -> None:
        """Write which part each mark and each annotation is in."""
        numbers = self._at(root["ParentTree"])["Nums"] = self._pydyf.Array()
        for page, owners in enumerate(self._owners):
            numbers += (page, b"[%b]" % b" ".join(owners))
        for number, (annotation, reference) in enumerate(self._annotations, len(self._owners)):
            annotation["StructParent"] = number
            numbers += (number, reference)

    def _write_artifacts(self, kinds: dict[tuple[int, int], dict[str, str]]) -> None:
        """Turn every mark that is in no part into an artifact: ``/Span <</MCID 7>> BDC`` gets another name."""
        for page, owners in enumerate(self._owners):
            stream = self._at(self._at(self._pages[page])["Contents"]).stream
            for place, item in enumerate(stream):
                if not isinstance(item, dict) or "MCID" not in item:
                    continue
                if owners[item["MCID"]] == b"null":
                    kind = kinds.get((page, item["MCID"]), _UNREAD)
                    stream[place - 1 : place + 1] = ["/Artifact", self._pydyf.Dictionary(kind)]
