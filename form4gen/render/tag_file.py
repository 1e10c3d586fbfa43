"""Writes the structure of a document into its PDF, in the place of WeasyPrint's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from form4gen.render.box_tags import Marks, Structure
from form4gen.render.tags import Mark, Tag

_OWNERS = {"TH": "/Table", "TD": "/Table", "L": "/List", "Figure": "/Layout"}
_UNREAD = {"Type": "/Layout"}
"""The properties of blanks that are in no part of the text."""


def write(structure: Structure, marks: Sequence[Marks], pdf: Any) -> None:
    """Replace the structure of a PDF of pydyf's, and turn what is not read into artifacts."""
    _Writer(pdf, marks).write(structure)


class _Writer:
    def __init__(self, pdf: Any, marks: Sequence[Marks]) -> None:
        import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415  loaded by now

        self._array, self._dictionary, self._string = pydyf.Array, pydyf.Dictionary, pydyf.String
        self._pdf, self._pages = pdf, pdf.page_references
        self._owners: list[list[Any]] = [["null"] * len(each) for each in marks]  # the reference of each mark's part
        self._annotations: list[tuple[Any, bytes]] = []
        self._streams: dict[int, bytes] = {}  # the content of each page
        free: list[Any] = []
        for each in pdf.objects:
            if isinstance(each, dict):
                if each.get("Type") in ("/StructElem", "/OBJR"):
                    free.append(each)
                elif "StructParents" in each:
                    self._streams[each["StructParents"]] = each["Contents"]
                else:
                    each.pop("StructParent", None)
        self._free = iter(free)  # what WeasyPrint wrote is used anew: an object cannot be taken out of the file

    def write(self, structure: Structure) -> None:
        self._write(structure.root, self._pdf.catalog["StructTreeRoot"])
        for each in self._free:
            each.clear()
        self._write_parents()
        self._write_artifacts(structure.artifacts)

    def _at(self, reference: bytes) -> Any:
        """The object of a reference, such as ``7 0 R``."""
        return self._pdf.objects[int(reference.split()[0])]

    def _write(self, tag: Tag, parent: bytes) -> bytes:
        """Write a part and all in it; its reference."""
        element: Any = next(self._free, None)
        if element is None:
            element = self._dictionary()
            self._pdf.add_object(element)
        element.clear()
        reference: bytes = element.reference
        kids = self._array()
        element.update({"Type": "/StructElem", "S": f"/{tag.kind}", "P": parent, "K": kids})
        page = next((kid.page for kid in tag.kids if not isinstance(kid, Tag)), None)
        if page is not None:
            element["Pg"] = self._pages[page]
        if tag.id:
            element["ID"] = self._string(tag.id)
        self._write_attributes(tag, element)
        for kid in tag.kids:
            if isinstance(kid, Tag):
                kids.append(self._write(kid, reference))
            elif isinstance(kid, Mark):
                self._owners[kid.page][kid.number] = reference
                kids.append(kid.number if kid.page == page else self._of_page(kid.page, "/MCR", MCID=kid.number))
            else:
                self._annotations.append((kid.entry, reference))
                kids.append(self._of_page(kid.page, "/OBJR", Obj=kid.entry.reference))
        return reference

    def _of_page(self, page: int, kind: str, **values: Any) -> Any:
        return self._dictionary({"Type": kind, "Pg": self._pages[page], **values})

    def _write_attributes(self, tag: Tag, element: Any) -> None:
        attributes = dict(tag.attributes)
        if "Alt" in attributes:
            element["Alt"] = self._string(attributes.pop("Alt"))
        for name in ("Scope", "ListNumbering"):
            if name in attributes:
                attributes[name] = f"/{attributes[name]}"
        if "BBox" in attributes:
            attributes["BBox"] = self._array(attributes["BBox"])
        if tag.heads:
            attributes["Headers"] = self._array(self._string(head.id) for head in tag.heads)
        if attributes:
            element["A"] = self._dictionary({"O": _OWNERS[tag.kind], **attributes})

    def _write_parents(self) -> None:
        """Write which part each mark and each annotation is in."""
        root = self._at(self._pdf.catalog["StructTreeRoot"])
        numbers = self._at(root["ParentTree"])["Nums"] = self._array()
        for page, owners in enumerate(self._owners):
            numbers += (page, self._array(owners))
        for number, (annotation, reference) in enumerate(self._annotations, len(self._owners)):
            annotation["StructParent"] = number
            numbers += (number, reference)

    def _write_artifacts(self, kinds: dict[tuple[int, int], dict[str, str]]) -> None:
        """Turn every mark that is in no part into an artifact: ``/Span <</MCID 7>> BDC`` gets another name."""
        for page, owners in enumerate(self._owners):
            if "null" not in owners:
                continue
            stream = self._at(self._streams[page]).stream
            for place, item in enumerate(stream):
                if isinstance(item, dict) and "MCID" in item and owners[item["MCID"]] == "null":
                    kind = kinds.get((page, item["MCID"]), _UNREAD)
                    stream[place - 1 : place + 1] = ["/Artifact", self._dictionary(kind)]
