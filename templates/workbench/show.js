// What the server answers, on the screen: the page, the verdict, the findings, and the bar of the cell in focus.
import { $, $$, link, make, send, setHtml } from "./base.js";
import {
  byKey, cellAt, cells, current, dress, focusCell, isBox, isChecked, isInGrid, keyOf, page, rowOf, state, valueOf,
} from "./cells.js";

const columns = new CSSStyleSheet();
document.adoptedStyleSheets = [columns];

/** Show a state of the filing, or keep it until the cell that is being edited is closed.

    Cells that changed are marked: ``own`` is the place of the change of this tab, without it another program's. */
export function show(next, own = state.waiting?.own) {
  if (state.editor) { state.waiting = { ...next, own }; return; }
  const before = state.view?.page ? new Map(cells().map((cell) => [keyOf(cell), cell.textContent])) : null;
  const button = document.activeElement.closest("#page [data-do]")?.dataset;
  const wasInPage = page.contains(document.activeElement) || document.activeElement === document.body;
  state.view = next;
  state.waiting = null;
  setHtml(page, next.page);
  columns.replaceSync(next.columns);
  showVerdict(next);
  dress();
  if (before) showChanged(before, own);
  mark();
  fit();
  for (const kind of ["undo", "redo"]) label(kind, next[kind]);
  $("#saved").textContent = `Saved ${clock()}`;
  $("#saved").className = "saved";
  if (!next.page) toJson(true);
  else if ($("#jsonview").hidden) $("#json").value = next.text;
  if (button) $(`[data-do="${button.do}"][data-for="${button.for}"]`, page)?.focus();
  else if (wasInPage && state.current) focusCell(current() || byKey(oneBefore(state.current)), false);
  showBar();
  document.dispatchEvent(new Event("shown"));
}

/** The time now, as the form's deadlines are written: ``5:30 p.m.`` */
function clock() {
  const time = new Date().toLocaleTimeString("en-US", { timeStyle: "short" });
  return time.replace(/\s*([AP])M$/, (_, half) => ` ${half.toLowerCase()}.m.`);
}

/** Mark the cells that are otherwise than before: this tab's for a moment, another program's until they have the focus. */
function showChanged(before, own) {
  const changed = cells().filter((cell) => before.has(keyOf(cell)) && before.get(keyOf(cell)) !== cell.textContent);
  for (const cell of changed) {
    if (own === undefined) state.theirs.add(keyOf(cell));
    else cell.classList.add("changed");
  }
  cells().filter((cell) => state.theirs.has(keyOf(cell))).forEach((cell) => cell.classList.add("theirs"));
}

page.addEventListener("focusin", ({ target }) => {
  const cell = target.closest("[data-at]");
  if (!cell) return;
  state.theirs.delete(keyOf(cell));
  cell.classList.remove("theirs");
});

const oneBefore = (key) => key.replace(/\d+/, (digits) => digits - 1);

/** The verdict and the findings; those that were open stay open. */
export function showVerdict(next) {
  const nameOf = (finding) => finding.dataset.rule + finding.dataset.at;
  const open = $$(".finding [aria-expanded=true]").map((head) => nameOf(head.parentElement));
  setHtml($("#verdict"), next.verdict);
  setHtml($("#findings"), next.findings);
  $$(".finding").filter((each) => open.includes(nameOf(each))).forEach((each) => unfold(each, true));
}

function label(kind, words) {
  const button = $(`[data-do=${kind}]`), name = kind === "undo" ? "Undo" : "Redo";
  button.setAttribute("aria-disabled", !words);
  button.title = words ? `${name}: ${words}` : `Nothing to ${kind}`;
}

/** Mark each cell with its gravest finding. */
function mark() {
  for (const finding of $$(".finding").reverse()) {
    const cell = cellAt(finding.dataset.at);
    if (!cell || !page.contains(cell)) continue;
    cell.dataset.state = finding.dataset.state;
    if (finding.dataset.state === "error" && isInGrid(cell)) cell.setAttribute("aria-invalid", "true");
    cell.setAttribute("aria-describedby", $(".msg", finding).id);
  }
}

export function unfold(finding, isOpen) {
  $(".head", finding).setAttribute("aria-expanded", isOpen);
  $(".body", finding).hidden = !isOpen;
}

/** Draw the page as large as its column allows. */
export function fit() {
  document.documentElement.style.setProperty("--top", `${$(".top").offsetHeight}px`);
  const zoom = innerWidth <= 760 ? 1 : Math.max(0.8, Math.min(1.25, ($("#sheet").clientWidth - 16) / 1134));
  page.style.setProperty("--zoom", zoom.toFixed(3));
}

/** The bar at the foot: the cell in focus, the proof of its row's balance, and why and when the row is due. */
export function showBar() {
  const cell = current(), row = state.view?.rows[rowOf(cell)];
  if (!cell) return;
  $("#cb-place").textContent = cell.dataset.place;
  $("#cb-at").textContent = $("#cb-at").title = cell.dataset.at;
  $("#cb-value").textContent = wordsOf(cell);
  $("#cb-proof").replaceChildren(...(row?.line ? [row.line, make("br"), row.sum || "", " "] : ["–"]));
  if (row?.sum && row.adds !== null) {
    const [words, name] = row.adds ? ["✓ adds up", "good"] : ["▲ does not add up", "bad"];
    $("#cb-proof").append(make("span", words, { class: name }));
  }
  $("#cb-basis").textContent = row?.basis ? `${row.basis} ${row.due ? `Due ${row.due}.` : ""}` : "–";
}

function wordsOf(cell) {
  if (cell.dataset.kind === "none") return "A holding has no transaction.";
  if (isBox(cell)) return isChecked(cell) ? "Checked" : "Not checked";
  return valueOf(cell) || "Empty";
}

export function toPanel(isOpen) {
  $("#work").classList.toggle("closed", !isOpen);
  $("[data-do=panel]").setAttribute("aria-expanded", isOpen);
  fit();
}

export function toJson(isOpen) {
  $("#jsonview").hidden = !isOpen;
  page.hidden = isOpen;
  $("[data-do=json]").setAttribute("aria-pressed", isOpen);
  if (!isOpen) { fit(); focusCell(current()); return; }
  $("#json").value = state.view.text;
  $("#json").setSelectionRange(0, 0);
  $("#json").focus({ preventScroll: true });
  $("#json").scrollTop = 0;
  if (current()) toLine(current().dataset.at);
}

/** Put the cursor at the line of a place in the JSON view, if nothing was typed there meanwhile. */
async function toLine(at) {
  const { text } = state.view, { status, data } = await send("GET", `/f/${link}/line?at=${encodeURIComponent(at)}`);
  const box = $("#json");
  if (status !== 200 || box.value !== text || state.view.text !== text || box.selectionStart) return;
  const start = text.split("\n").slice(0, data.line - 1).join("\n").length + (data.line > 1 ? 1 : 0);
  box.setSelectionRange(start, start);
  box.scrollTop = (box.scrollHeight / text.split("\n").length) * (data.line - 1) - box.clientHeight / 3;
}
