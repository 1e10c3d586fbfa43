// Rows, reporting persons, signatures and other entries: added, copied, moved and deleted.
import { $, actions, make, say } from "./base.js";
import { byKey, cellAt, current, focusCell, nameCell, page, rowOf, state } from "./cells.js";
import { change } from "./changes.js";
import { edit } from "./editor.js";
import { focusOn } from "./unprinted.js";

const LISTED = /^\/(nonDerivativeTable|derivativeTable|reportingOwners|ownerSignatures)\/\d+/;

/** The place of the row, the reporting person or the signature of the cell in focus; without one, that is said. */
export function entryOf() {
  const at = current()?.dataset.at.match(LISTED)?.[0];
  if (at) return at;
  say("Go to a row of Table I or Table II, a reporting person or a signature first.");
  return null;
}

/** Copy, move or delete the row, the reporting person or the signature of the cell in focus. */
export function onEntry(what) {
  const at = entryOf();
  if (!at) return;
  change({ do: what, at }, (data) => {
    const table = at.split("/")[1];
    if (!data.at) { $(`[data-do^=add-][data-for$="${table}"]`, page)?.focus(); return; }
    state.current = state.current.replace(LISTED, data.at);
    focusCell(current() || cellAt(data.at));
  });
}

export function add(table, kind) {
  change({ do: "add", at: table, kind }, (data) => {
    state.current = `${data.at}|text`;
    focusCell(byKey(state.current));
  });
}

/** A new row below the row in focus, or at the end of its table. */
export function addBelow() {
  add(rowOf(current()) || "nonDerivativeTable", "transaction");
}

/** Go to a place: to its cell, or to the data that the page does not show. */
export function toEntry(at) {
  const cell = cellAt(at);
  if (page.contains(cell)) focusCell(cell);
  else focusOn(at);
}

Object.assign(actions, {
  copy: () => onEntry("copy"),
  up: () => onEntry("up"),
  down: () => onEntry("down"),
  delete: () => onEntry("delete"),
  address: () => change({ do: "address", at: entryOf("address") }, (data) => toEntry(data.at)),
  "add-transaction": (button) => add(button.dataset.for, "transaction"),
  "add-holding": (button) => add(button.dataset.for, "holding"),
  "add-entry": (button) => change({ do: "add-entry", at: button.dataset.for }, (data) => toEntry(data.at)),
  "delete-entry": (button) => change({ do: "delete", at: button.dataset.for }, (data) => toEntry(data.at)),
  remarks: (button) => {
    const names = { class: "as-typed", "data-at": "/remarks", "data-kind": "lines", "data-place": "Remarks" };
    const place = make("p", "", names);
    button.parentElement.replaceWith(place);
    nameCell(place);
    edit(place);
  },
});
