// The editor of a cell: one input within it, as large as the cell, from the first key until Enter, Tab or Esc.
import { $, banner, link, make, say, send, setHtml } from "./base.js";
import { byKey, focusCell, inTable, isBox, isChecked, isInGrid, keyOf, nameCell, nextTo, page, state, valueOf }
  from "./cells.js";
import { change, digest } from "./changes.js";
import * as choices from "./choices.js";
import { show, showBar, showVerdict } from "./show.js";
import { keep, unsent } from "./unsent.js";

/** Edit a cell, with a text in place of its own; ``how`` selects the text, or opens the list. */
export function edit(cell, text, how = "") {
  if (!cell || state.editor) return;
  const { at, kind, place } = cell.dataset;
  if (kind === "none") { say("A holding has no transaction. Add a transaction row instead."); return; }
  if (isBox(cell)) { change({ do: "cell", at, kind: "box", text: isChecked(cell) ? "" : "X" }); return; }
  const isLong = kind === "lines", before = valueOf(cell);
  const names = { class: "edit", "aria-label": place, autocomplete: "off", spellcheck: isLong };
  const input = make(isLong ? "textarea" : "input", "", names);
  input.value = text ?? before;
  cell.removeAttribute("tabindex");
  if (!isInGrid(cell)) { cell.removeAttribute("role"); cell.removeAttribute("aria-label"); }
  state.editor = { cell, input, before, key: keyOf(cell) };
  cell.append(input);
  input.focus();
  if (how === "select") input.select();
  else input.setSelectionRange(input.value.length, input.value.length);
  if (state.lists[kind]) choices.offer(input, state.lists[kind], how === "list");
  if (text) input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Close the editor and keep what was typed, or not; ``target`` gets the focus, without one the cell, null nothing. */
export function close(keeps, target) {
  if (!state.editor) return;
  choices.take();
  const { cell, input, before, key } = state.editor, text = input.value.trim();
  state.editor = null;
  input.remove();
  nameCell(cell);
  const [at, kind] = key.split("|");
  if (keeps && text !== before) { cell.dataset.state = "pending"; change({ do: "cell", at, kind, text }); }
  else if (state.waiting || isTried) show(state.waiting || state.view);
  isTried = false;
  if (target) focusCell(target);
  else if (target === undefined) focusCell(byKey(key), false);
}

/* While a cell is edited: the verdict as it would be, after a rest. Nothing is written. */
let rest = 0, isTried = false;
function tryOut() {
  clearTimeout(rest);
  rest = setTimeout(async () => {
    if (!state.editor) return;
    const [at, kind] = state.editor.key.split("|"), text = state.editor.input.value.trim();
    const { status, data } = await send("POST", `/f/${link}/try`, { digest: digest(), do: "cell", at, kind, text });
    if (status !== 200 || state.editor?.input.value.trim() !== text) return;
    isTried = true;
    showVerdict(data);
  }, 150);
}

/** The cell below; after a run of Tabs, the one below the cell where the run began. */
function below(cell) {
  const start = state.runStart && cell.closest("tr")?.contains(state.runStart) ? state.runStart : cell;
  state.runStart = null;
  return inTable(start, 1, 0) || start;
}

const letterKeys = (event) => event.altKey && !event.getModifierState("AltGraph") && event.key !== "Alt";

function onKey(event) {
  if (!state.editor || event.target !== state.editor.input || event.isComposing) return;
  const { cell, input } = state.editor, { key, shiftKey: shift } = event;
  if (choices.onArrow(event)) { event.stopPropagation(); return; }
  if (key === "Escape") {
    event.preventDefault();
    banner("refused", "");
    close(false);
  } else if (key === "Enter" && !event.altKey && !(shift && input.tagName === "TEXTAREA")) {
    event.preventDefault();
    state.current = keyOf(below(cell));
    close(true, byKey(state.current));
  } else if (key === "Tab") {
    const next = nextTo(cell, shift ? -1 : 1);
    state.runStart ??= cell;
    if (!next) return;
    event.preventDefault();
    state.current = keyOf(next);
    close(true, next);
  } else if (key === "F2" || key === "F8" || key === "F6" || letterKeys(event)) close(true);
  else event.stopPropagation();
}

function onLeave(event) {
  if (event.target !== state.editor?.input) return;
  setTimeout(() => {
    if (state.editor && document.activeElement !== state.editor.input) close(true, null);
  }, 0);
}

function onClick(event) {
  const cell = event.target.closest("[data-at]");
  if (!cell || state.editor || event.target.closest("a, button")) return;
  state.runStart = null;
  cell.focus();
  if (isBox(cell) || event.detail > 1 || cell.getAttribute("role") === "button") edit(cell);
}

page.addEventListener("keydown", onKey);
page.addEventListener("input", tryOut);
page.addEventListener("focusout", onLeave);
page.addEventListener("focusin", (event) => {
  const cell = event.target.closest("[data-at]");
  if (cell && !state.editor) { state.current = keyOf(cell); showBar(); }
});
page.addEventListener("click", onClick);
document.addEventListener("refused", ({ detail }) => {  // what was typed goes back into its cell
  const cell = byKey(`${detail.at}|${detail.kind}`);
  if (detail.do === "cell" && cell) edit(cell, detail.text);
});
/* The verdict, whose time runs on; a screen reader hears the time left at 6 hours, 1 hour, 15 minutes, and when over. */
const HEARD = [360, 60, 15, 0];
document.addEventListener("verdict", ({ detail }) => {
  const minutes = () => Number($("#verdict .due")?.dataset.minutes ?? NaN), before = minutes();
  setHtml($("#verdict"), detail);
  if (HEARD.some((limit) => before > limit && minutes() <= limit)) say($("#verdict .due").textContent);
});
addEventListener("beforeunload", () => {
  if (!state.editor || state.editor.input.value.trim() === state.editor.before) return;
  const [at, kind] = state.editor.key.split("|");
  keep([...unsent(), { do: "cell", at, kind, text: state.editor.input.value.trim() }]);
});
