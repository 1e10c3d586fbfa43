// The cells of the form's page: which there are, what each has in it, and its role and name.
import { $, $$, make } from "./base.js";

/** What the Form screen shows and edits. ``current`` is the key of the cell that has or had the focus; ``theirs`` are
    the keys of the cells that another program changed and that had no focus since. */
export const state = {
  view: null, waiting: null, editor: null, current: "", runStart: null, lists: {}, theirs: new Set(),
};

export const page = $("#page");
export const keyOf = (cell) => `${cell.dataset.at}|${cell.dataset.kind}`;
export const cells = () => $$("[data-at]", page);
export const byKey = (key) => cells().find((cell) => keyOf(cell) === key);
export const current = () => byKey(state.current);
export const rowOf = (cell) => cell?.dataset.at.match(/^\/(nonDerivativeTable|derivativeTable)\/(\d+)/)?.[0];
export const isBox = (cell) => cell.dataset.kind === "box";
export const isInGrid = (cell) => cell.getAttribute("role") === "gridcell";

export function isChecked(cell) {
  return (cell.dataset.value ?? $(".box", cell)?.textContent ?? cell.textContent).includes("X");
}

/** What a cell shows, without its footnotes and the parts of the form around it. */
export function valueOf(cell) {
  if ("value" in cell.dataset) return cell.dataset.value;
  const copy = cell.cloneNode(true);
  $$("sup, .number, .box, input, textarea", copy).forEach((each) => each.remove());
  return ($("b", copy) || copy).textContent.trim();
}

/** The cell of a JSON pointer; a value that the page does not show has an input beside it. */
export function cellAt(pointer) {
  const at = pointer.replace(/(?<=.)\/(value|footnotes(\/\d+)?)$/, "");
  const all = cells(), same = all.filter((cell) => cell.dataset.at === at);
  return same.find((cell) => valueOf(cell)) || same[0] || $$("[data-beside]").find((each) => each.dataset.beside === at)
    || all.find((cell) => cell.dataset.at.startsWith(`${at}/`));
}

/** Give the page that was just drawn its roles, names, and buttons. */
export function dress() {
  $$("[data-parts]", page).forEach(divide);
  $$("p.note[data-at]", page).forEach(separate);
  for (const table of $$(".one table, .two table", page)) table.setAttribute("role", "grid");
  cells().forEach(nameCell);
  $$("[data-at] sup a, .table[tabindex]:has([data-at])", page).forEach((each) => { each.tabIndex = -1; });
  for (const [part, table] of [[".one", "nonDerivativeTable"], [".two", "derivativeTable"]]) {
    addButtons(part, ["add-transaction", "Add transaction", table], ["add-holding", "Add holding", table],
      ["row-menu", "Row in focus…", table, "Alt R"]).append(make("span", "Alt N adds a row below the one in focus."));
  }
  addButtons(".items", ["add-entry", "Add reporting person", "/reportingOwners"]);
  addButtons(".signatures", ["add-entry", "Add signature", "/ownerSignatures"]);
  if (!$("[data-at='/remarks']", page)) addButtons(".explanation", ["remarks", "Add remarks", ""]);
}

/** An element that shows several values gets an element for each. */
function divide(shared) {
  const parts = JSON.parse(shared.dataset.parts);
  shared.replaceChildren(...parts.flatMap(([at, kind, place, value, before, after]) => {
    const names = { "data-at": at, "data-kind": kind, "data-place": place, "data-value": value, class: "part" };
    const [first, last] = value || before.includes("[") ? [before, after] : ["", ""];
    const start = before === "\n" ? make("br") : document.createTextNode(first);
    return [start, make("span", value, names), document.createTextNode(last)];
  }));
}

/** The text of a footnote apart from its number, which is a link: no button may contain one. */
function separate(note) {
  const text = make("span", "", { class: "part" });
  const words = [...note.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  words.forEach((node) => text.append(node));
  text.textContent = text.textContent.trim();
  for (const key of ["at", "kind", "place"]) {
    text.dataset[key] = note.dataset[key];
    delete note.dataset[key];
  }
  note.append(text);
}

/** The role and the name of a cell: the place as findings name it, a colon, the value, the footnotes. */
export function nameCell(cell) {
  const marks = $$("sup", cell).map((mark) => `, footnote ${mark.textContent.trim()}`).join("");
  const isGrid = cell.matches("td, th") && cell.closest("[role=grid]");
  const { place, kind } = cell.dataset;
  cell.classList.toggle("f", !isGrid);
  cell.tabIndex = 0;
  cell.setAttribute("role", isGrid ? "gridcell" : isBox(cell) ? "checkbox" : "button");
  if (isBox(cell)) cell.setAttribute("aria-checked", isChecked(cell));
  if (kind === "none") cell.setAttribute("aria-readonly", "true");
  cell.setAttribute("aria-label", isBox(cell) ? place : `${place}: ${valueOf(cell) || "empty"}${marks}`);
}

function addButtons(part, ...buttons) {
  const bar = make("div", "", { class: "wb" });
  for (const [act, words, at, keys] of buttons) {
    const button = make("button", words, { type: "button", "data-do": act, "data-for": at });
    if (keys) button.append(" ", make("kbd", keys, { "aria-hidden": "true" }));
    bar.append(button);
  }
  $(part, page)?.after(bar);
  return bar;
}

/** The cell that is some rows and columns away in the same table, or its first or last ("Home", "End"). */
export function inTable(cell, rows, columns) {
  const line = cell.closest("tr"), body = line?.parentElement;
  if (!body || !isInGrid(cell)) return null;
  if (rows === "Home") return body.rows[0].cells[0];
  if (rows === "End") return [...[...body.rows].at(-1).cells].at(-1);
  const next = [...body.rows][[...body.rows].indexOf(line) + rows];
  return next?.cells[[...line.cells].indexOf(cell) + columns] || null;
}

/** The next cell of the page, or the one before. */
export function nextTo(cell, step) {
  const seen = cells().filter((each) => each.offsetParent);
  return seen[seen.indexOf(cell) + step];
}

export function focusCell(cell, scrolls = true) {
  if (!cell) return;
  cell.focus({ preventScroll: !scrolls });
  if (scrolls) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}
