"""The tags of a PDF before it is written: its tables, and content without a tag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_PARTS = ("/THead", "/TBody", "/TFoot")


class TagTree:
    """The structure tree of a PDF of pydyf's."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._objects = {each.reference: each for each in pdf.objects}
        self._root = self._objects[pdf.catalog["StructTreeRoot"]]

    def tables(self) -> Iterator[Table]:
        """Every table, or its part on one page, with the headers that are repeated there."""
        return (Table(list(self._rows(each))) for each in self._below(self._root) if each["S"] == "/Table")

    def make_captions(self) -> int:
        """Turn a title that is a data cell in the first row of a header into a caption; the number of titles."""
        turned = 0
        for table in [each for each in self._below(self._root) if each["S"] == "/Table"]:
            for head in [each for each in self._children(table) if each["S"] == "/THead"]:
                rows = self._children(head)
                cells = self._children(rows[0]) if rows else []
                if [cell["S"] for cell in cells] == ["/TD"]:
                    self._make_caption(table, head, rows[0], cells[0])
                    turned += 1
        return turned

    def _make_caption(self, table: Any, head: Any, row: Any, title: Any) -> None:
        """The row becomes the caption and its cell the paragraph in it; a header without other rows is removed."""
        row["S"], row["P"], title["S"] = "/Caption", table.reference, "/P"
        title.pop("A", None)
        head["K"].remove(row.reference)
        if not head["K"]:
            table["K"].remove(head.reference)
            head.clear()
        table["K"].insert(0, row.reference)

    def make_unread_artifacts(self) -> int:
        """Turn marked content that is not in the tree into artifacts; the number of them."""
        read = {id(each) for each in self._below(self._root)}
        marks = self._objects[self._root["ParentTree"]]["Nums"]
        owners_of = dict(zip(marks[::2], marks[1::2], strict=True))
        turned = 0
        for page in (each for each in self._pdf.objects if isinstance(each, dict) and "StructParents" in each):
            owners = owners_of[page["StructParents"]]
            unread = {
                mark for mark, owner in enumerate(owners) if owner != "null" and id(self._objects[owner]) not in read
            }
            _make_artifacts(self._objects[page["Contents"]].stream, unread)
            for mark in unread:
                self._objects[owners[mark]].clear()
                owners[mark] = "null"
            turned += len(unread)
        return turned

    def _below(self, element: Any) -> Iterator[Any]:
        """Every element below this one, in reading order."""
        for child in self._children(element):
            yield child
            yield from self._below(child)

    def _children(self, element: Any) -> list[Any]:
        children = [self._objects[each] for each in element["K"] if isinstance(each, bytes)]
        return [each for each in children if each["Type"] == "/StructElem"]

    def _rows(self, part: Any, *, is_body: bool = False) -> Iterator[tuple[bool, list[Any]]]:
        """The rows of a table, each with whether it is in the body of the table."""
        for child in self._children(part):
            if child["S"] == "/TR":
                yield is_body, [cell for cell in self._children(child) if cell["S"] in ("/TH", "/TD")]
            elif child["S"] in _PARTS:
                yield from self._rows(child, is_body=child["S"] != "/THead")


class Table:
    """A table on one page: its rows of cells, each with whether it is in the body of the table."""

    def __init__(self, rows: list[tuple[bool, list[Any]]]) -> None:
        self._rows = rows

    def set_scopes(self) -> int:
        """Set the scope of every header without one; the number of them."""
        heads = [(cell, is_body) for is_body, row in self._rows for cell in row if cell["S"] == "/TH"]
        without = [(cell, is_body) for cell, is_body in heads if "Scope" not in cell["A"]]
        for cell, is_body in without:
            cell["A"]["Scope"] = "/Row" if is_body else "/Column"
        return len(without)

    def set_headers(self) -> int:
        """Correct the headers of every cell that has wrong ones; the number of them.

        A row of the body that is only a header is that of the rows below it.
        """
        heads_above: dict[int, list[Any]] = {}  # the headers of each column, from the top
        covered: set[tuple[int, int]] = set()  # the positions covered by cells of earlier rows
        wrong, heads_of_group = 0, list[Any]()
        for number, (is_body, row) in enumerate(self._rows):
            heads_of_row = [cell["ID"] for cell in row if is_body and cell["S"] == "/TH"]
            if heads_of_row and len(row) == 1:
                heads_of_group = heads_of_row
            column = 0
            for cell in row:
                while (number, column) in covered:
                    column += 1
                width, height = cell["A"].get("ColSpan", 1), cell["A"].get("RowSpan", 1)
                covered |= {(number + down, column + right) for down in range(height) for right in range(width)}
                columns = range(column, column + width)
                if cell["S"] == "/TD":
                    wanted = (
                        heads_of_group + heads_of_row + [head for each in columns for head in heads_above.get(each, [])]
                    )
                    wanted = list({id(head): head for head in wanted}.values())
                    wrong += _set_headers(cell["A"], wanted)
                elif not is_body:
                    for each in columns:
                        heads_above.setdefault(each, []).append(cell["ID"])
                column += width
        return wrong


def _set_headers(attributes: Any, wanted: list[Any]) -> bool:
    if [each.data for each in attributes["Headers"]] == [each.data for each in wanted]:
        return False
    attributes["Headers"][:] = wanted
    return True


def _make_artifacts(stream: list[Any], marks: set[int]) -> None:
    """Rewrite the beginnings of the marked contents: ``/Span <</MCID 7>> BDC`` becomes ``/Artifact BMC``."""
    for place in range(len(stream) - 3, -1, -1):
        properties = stream[place + 1]
        if isinstance(properties, dict) and properties.get("MCID") in marks:
            stream[place : place + 3] = ["/Artifact", b"BMC"]
