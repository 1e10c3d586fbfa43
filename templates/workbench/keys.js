// The keys of the Form screen. Those with a letter need Alt; a letter alone types into the cell.
import { $, actions, say } from "./base.js";
import { focusCell, inTable, isBox, page, state } from "./cells.js";
import { change } from "./changes.js";
import { edit } from "./editor.js";
import { across, jump, offered } from "./findings.js";
import { toText } from "./notes.js";
import { openMenu } from "./menu.js";
import { addBelow, onEntry } from "./rows.js";
import { focusOn } from "./unprinted.js";

const WITH_ALT = {
  KeyJ: () => actions.json(), KeyP: () => actions.panel(), KeyN: addBelow, KeyC: () => onEntry("copy"),
  KeyA: () => offered("apply"), KeyX: () => offered("accept"), KeyG: toText, KeyO: () => focusOn("/documentType"),
  KeyR: () => openMenu(), Delete: () => onEntry("delete"),
};
const WITH_ALT_AND_SHIFT = { ArrowUp: () => onEntry("up"), ArrowDown: () => onEntry("down") };

/** The next part of the screen, or the one before. */
function toPart(step) {
  const names = [".items", ".one", ".two", ".explanation", ".signing"].map((name) => $(name, page));
  const parts = [page, ...names, $("#side"), $("#cellbar"), $(".tabs")].filter((each) => each?.offsetParent);
  const inside = parts.map((each) => each.contains(document.activeElement)).lastIndexOf(true);
  const next = parts[(inside + step + parts.length) % parts.length];
  ($("[data-at][tabindex='0']", next) || $("button, a", next) || next).focus();
}

/** What a key does wherever the focus is. */
function anywhere({ key, code, altKey: alt, ctrlKey, metaKey, shiftKey: shift, target }, cell) {
  const control = ctrlKey || metaKey;
  if (key === "F8") return () => jump(shift ? -1 : 1);
  if (key === "F6") return () => toPart(shift ? -1 : 1);
  if (control && code === "KeyS") return () => ($("#jsonview").hidden ? say($("#saved").textContent) : save());
  if ((key === "F2" && shift) || (control && alt && code === "KeyF")) return () => actions.notes();
  if (alt && key === "Enter") return () => across(target, cell);
  if (control) return null;
  return (alt && shift && WITH_ALT_AND_SHIFT[key]) || (alt && (WITH_ALT[code] || WITH_ALT[key])) || null;
}

const save = () => actions["json-save"]();

/** What a key does outside a text that is being edited. */
function atRest({ key, code, ctrlKey, metaKey, shiftKey: shift, altKey: alt }, cell) {
  const control = ctrlKey || metaKey;
  if (control && (code === "KeyY" || (shift && code === "KeyZ"))) return () => actions.redo();
  if (control && code === "KeyZ") return () => actions.undo();
  if (key === "?" && !cell) return () => actions.keys();
  if (cell && control && (key === "Home" || key === "End")) return () => focusCell(inTable(cell, key));
  if (!cell || control) return null;
  if (alt) return key === "ArrowDown" ? () => edit(cell, undefined, "list") : null;
  return inCell(key, cell);
}

function inCell(key, cell) {
  const { at, kind } = cell.dataset, line = cell.closest("tr");
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  if (steps) return () => focusCell(inTable(cell, ...steps));
  if (key === "Home") return line && (() => focusCell(line.cells[0]));
  if (key === "End") return line && (() => focusCell([...line.cells].at(-1)));
  if (key === "Enter" || key === "F2") return () => edit(cell, undefined, key === "Enter" ? "select" : "");
  if (key === " ") return () => edit(cell);
  if (key === "Delete") return () => change({ do: "cell", at, kind, text: "" });
  return key.length === 1 && !isBox(cell) ? () => edit(cell, key) : null;
}

addEventListener("keydown", (event) => {
  if ($("dialog[open]")) return;
  const isText = /INPUT|TEXTAREA|SELECT/.test(event.target.tagName);
  const cell = isText ? null : event.target.closest?.("#page [data-at]");
  if (event.key === "Tab" && !isText) state.runStart = null;
  const act = anywhere(event, cell) || (isText ? null : atRest(event, cell));
  if (!act) return;
  event.preventDefault();
  act();
});

/* In a dialog Ctrl Enter does what its first button does. */
addEventListener("keydown", (event) => {
  const button = event.key === "Enter" && event.ctrlKey ? $("dialog[open] .primary") : null;
  if (!button) return;
  event.preventDefault();
  button.click();
});
