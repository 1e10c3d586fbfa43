"""The caption of a table, and which header cells each of its cells has."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.render.tags import Tag

_SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


def complete(table: Tag, ids: Iterator[str]) -> None:
    """Set caption, scopes and header cells; each header cell gets the next id."""
    _make_caption(table)
    rows = list(_rows(table))
    for is_body, row in rows:
        for cell in row:
            if cell.kind == "TH":
                cell.id = next(ids)
                is_row = "Row" if is_body else "Column"
                cell.attributes["Scope"] = _SCOPES.get(cell.element.get("scope"), is_row)
    _set_heads(rows)


def _make_caption(table: Tag) -> None:
    """Make a title that is the only cell of the first row of a header the caption of the table.

    WeasyPrint does not repeat a caption on each page, so the title is written as such a row.
    """
    for head in [each for each in table.children() if each.kind == "THead"]:
        rows = head.children()
        cells = rows[0].children() if rows else []
        if [cell.kind for cell in cells] == ["TD"]:
            caption = Tag("Caption")
            caption.kids = cells[0].kids
            head.kids.remove(rows[0])
            table.kids.insert(0, caption)
            if not head.kids:
                table.kids.remove(head)


def _rows(part: Tag, *, is_body: bool = False) -> Iterator[tuple[bool, list[Tag]]]:
    """The rows of a table, each with whether it is in the body of the table."""
    for child in part.children():
        if child.kind == "TR":
            yield is_body, [cell for cell in child.children() if cell.kind in ("TH", "TD")]
        elif child.kind in ("THead", "TBody", "TFoot"):
            yield from _rows(child, is_body=child.kind != "THead")


def _set_heads(rows: list[tuple[bool, list[Tag]]]) -> None:
    """Set the header cells of every data cell: those of its group of rows, those to its left, and those above.

    A row of the body that is only a header is that of the rows below it.
    """
    above: dict[int, list[Tag]] = {}  # the headers of each column, from the top
    covered: set[tuple[int, int]] = set()  # the positions covered by cells of earlier rows
    group: list[Tag] = []
    for number, (is_body, row) in enumerate(rows):
        if is_body and [cell.kind for cell in row] == ["TH"]:
            group = row
        left: list[Tag] = []
        column, was_data = 0, False
        for cell in row:
            while (number, column) in covered:
                column += 1
            width, height = (cell.attributes.get(name, 1) for name in ("ColSpan", "RowSpan"))
            covered |= {(number + down, column + right) for down in range(height) for right in range(width)}
            columns = range(column, column + width)
            if cell.kind == "TD":
                heads = group + left + [head for each in columns for head in above.get(each, [])]
                cell.heads = list(dict.fromkeys(heads))
            elif is_body:
                left = [cell] if was_data else [*left, cell]
            else:
                for each in columns:
                    above.setdefault(each, []).append(cell)
            was_data = cell.kind == "TD"
            column += width
