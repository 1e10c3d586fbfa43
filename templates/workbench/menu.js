// The menu of a row: what can be done with the row, the reporting person or the signature of the cell in focus.
import { $, $$, actions } from "./base.js";
import { current, focusCell, rowOf } from "./cells.js";
import { addBelow, entryOf } from "./rows.js";

const menu = $("#row-menu");
let opener = null;  // the button that gets the focus back; without one, the cell does

const items = () => $$("[role=menuitem]", menu).filter((each) => !each.hidden);

/** Open the menu at a button, or at the cell in focus. */
export function openMenu(button = null) {
  const at = entryOf();
  if (!at) return;
  opener = button;
  const kind = rowOf(current()) ? "rows" : /^\/reportingOwners\/(?!0\b)/.test(at) ? "persons" : "others";
  $$("[data-only]", menu).forEach((each) => { each.hidden = each.dataset.only !== kind; });
  menu.hidden = false;
  place((button || current()).getBoundingClientRect());
  items()[0].focus();
}

/** Below what it belongs to, or above it where there is no room. */
function place(box) {
  const isBelow = innerHeight - box.bottom > menu.offsetHeight + 8;
  const top = isBelow ? box.bottom + 4 : box.top - menu.offsetHeight - 4;
  menu.style.top = `${Math.max(4, Math.min(top, innerHeight - menu.offsetHeight - 4))}px`;
  menu.style.left = `${Math.max(4, Math.min(box.left, document.documentElement.clientWidth - menu.offsetWidth - 4))}px`;
}

function close(keepsFocus = true) {
  if (menu.hidden) return;
  menu.hidden = true;
  if (keepsFocus && opener?.offsetParent) opener.focus();
  else if (keepsFocus) focusCell(current(), false);
}

menu.addEventListener("keydown", (event) => {
  event.stopPropagation();
  const all = items(), at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === "Tab" || event.key === "Escape") close();
  else if (to !== undefined) all[to % all.length].focus();
  else if (event.key === "Enter" || event.key === " ") return;
  event.preventDefault();
});
menu.addEventListener("click", (event) => { if (event.target.closest("[role=menuitem]")) { opener = null; close(); } });
menu.addEventListener("focusout", (event) => { if (!menu.contains(event.relatedTarget)) close(false); });

Object.assign(actions, { "row-menu": openMenu, below: addBelow });
