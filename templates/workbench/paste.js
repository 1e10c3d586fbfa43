// Cells that are copied and pasted: one value, or a range of a spreadsheet, which fills rows to the right and down.
import { say } from "./base.js";
import { current, focusCell, isInGrid, page, state, valueOf } from "./cells.js";
import { change } from "./changes.js";
import { close } from "./editor.js";

/** The rows of a copied range: cells between tabs; one with a line end or a quote in it is between quotes. */
export function rowsOf(text) {
  const rows = [[""]], letters = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  let isQuoted = false;
  for (let at = 0; at < letters.length; at += 1) {
    const row = rows.at(-1), letter = letters[at];
    if (isQuoted && letter === '"' && letters[at + 1] === '"') { row[row.length - 1] += letter; at += 1; }
    else if (letter === '"' && (isQuoted || row.at(-1) === "")) isQuoted = !isQuoted;
    else if (letter === "\t" && !isQuoted) row.push("");
    else if (letter === "\n" && !isQuoted) rows.push([""]);
    else row[row.length - 1] += letter;
  }
  return rows;
}

const isText = (element) => /INPUT|TEXTAREA|SELECT/.test(element.tagName);

addEventListener("paste", (event) => {
  const cell = state.editor?.cell || (isText(event.target) ? null : current());
  const text = event.clipboardData.getData("text/plain");
  if (!cell || !page.contains(document.activeElement) || document.querySelector("dialog[open]")) return;
  const rows = rowsOf(text), isRange = rows.length > 1 || rows[0].length > 1;
  if (state.editor && !(isRange && isInGrid(cell))) return;  // the input takes it
  event.preventDefault();
  const { at, kind } = cell.dataset;
  if (!isRange || !isInGrid(cell)) { change({ do: "cell", at, kind, text: text.trim() }); return; }
  close(false);
  change({ do: "paste", at, kind, rows }, () => focusCell(current()));
});

addEventListener("copy", (event) => {
  const cell = isText(event.target) || !getSelection().isCollapsed ? null : document.activeElement.closest("[data-at]");
  if (!cell || !page.contains(cell)) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", valueOf(cell));
  say("Copied.");
});
