// The workbench in the browser. The server reads what is typed, changes the file, and sends the page back whole; here
// are the keys, the focus, and what has not been saved yet.
"use strict";
(() => {
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
const { screen, name, link } = document.body.dataset;
const policy = window.trustedTypes ? trustedTypes.createPolicy("form4gen", { createHTML: (text) => text }) : { createHTML: (text) => text };
const setHtml = (element, html) => { element.innerHTML = policy.createHTML(html); };  // from our templates, escaped
const say = (text) => { $("#say").textContent = ""; setTimeout(() => { $("#say").textContent = text; }, 30); };
const make = (tag, text = "", attributes = {}) => {
  const element = document.createElement(tag);
  element.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
};

/* With a numeric address there is no cookie: this tab keeps the session, and sends it. */
const session = sessionStorage.getItem("session"), ofSession = session ? { "X-Form4gen-Session": session } : {};

async function send(method, address, body, headers = {}) {
  const given = body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) };
  try {
    const answer = await fetch(address, { method, headers: { ...headers, ...ofSession }, ...given });
    const type = answer.headers.get("content-type") || "";
    return { status: answer.status, data: type.includes("json") ? await answer.json() : { text: await answer.text() } };
  } catch {
    return { status: 0, data: { said: "form4gen does not answer. If it has stopped, start it again." } };
  }
}

function banner(id, said, buttons = [], stops = true) {
  $(`#${id}`)?.remove();
  if (!said) return;
  const bar = make("div", "", { id, class: stops ? "banner stop" : "banner" });
  bar.append(make("p", said));
  for (const [words, act] of buttons) {
    const button = make("button", words, { type: "button", class: "b" });
    button.addEventListener("click", () => { bar.remove(); act(); });
    bar.append(button);
  }
  const close = make("button", "Close", { type: "button", class: "b quiet" });
  close.addEventListener("click", () => bar.remove());
  bar.append(close);
  $("#banners").append(bar);
}

/* Every button names what it does. */
const actions = { close: (button) => button.closest("dialog").close() };
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button && button.getAttribute("aria-disabled") !== "true") actions[button.dataset.do]?.(button);
});

/* Desk */
let amended = "";
async function start(address, body, place) {
  const { status, data } = await send("POST", address, body);
  if (status === 201) go(data); else if (place) place.textContent = data.said; else banner("taken", data.said);
}
function go(data) {
  if (data.said) sessionStorage.setItem("said", data.said);
  location.assign(data.address);
}
async function take(file) {
  const headers = { "X-File-Name": encodeURIComponent(file.name) };
  const { status, data } = await send("POST", "/take", file, headers);
  if (status === 201) go(data); else banner("taken", `${file.name}: ${data.said}`);
}
function desk() {
  Object.assign(actions, {
    new: () => { $("#new-said").textContent = ""; $("#d-new").showModal(); },
    create: () => start("/new", { from: "codes", codes: $("#codes").value }, $("#new-said")),
    example: () => start("/new", { from: "example" }),
    next: (button) => start(`/f/${button.dataset.for}/next`, {}),
    amend: (button) => { amended = button.dataset.for; $("#amend-said").textContent = ""; $("#d-amend").showModal(); },
    "amend-create": () => start(`/f/${amended}/amend`, { rows: $("#rows").value }, $("#amend-said")),
    choose: () => $("#file").click(),
    stop: async () => { const { data } = await send("POST", "/stop", {}); banner("stopped", data.said, [], false); },
  });
  $("#file").addEventListener("change", () => [...$("#file").files].forEach(take));
  $("#codes").addEventListener("keydown", (event) => { if (event.key === "Enter") actions.create(); });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => { event.preventDefault(); [...event.dataTransfer.files].forEach(take); });
  $("#find")?.addEventListener("input", () => {
    const wanted = $("#find").value.toLowerCase();
    $$(".desk tbody tr").forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
  });
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !/INPUT|TEXTAREA/.test(event.target.tagName)) { event.preventDefault(); $("#find")?.focus(); }
    if (event.altKey && event.code === "KeyN") { event.preventDefault(); actions.new(); }
  });
}

/* Downloads */
let job = null;
async function watch() {
  const { data } = await send("GET", `/jobs/${job}`);
  if (data.state === "running") {
    $("#job-time").textContent = data.seconds ? `${data.seconds} s` : "";
    setTimeout(watch, 400);
    return;
  }
  $("#job").hidden = true;
  if (data.state === "done") { await download(`/jobs/${job}/file`); say("Done."); } else banner("failed", data.said);
}
async function download(address) {
  const answer = await fetch(address, { headers: ofSession });
  if (!answer.ok) { banner("failed", (await answer.json()).said); return; }
  const file = decodeURIComponent(answer.headers.get("content-disposition").split("''")[1]);
  const link = make("a", "", { href: URL.createObjectURL(await answer.blob()), download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
function out() {
  Object.assign(actions, {
    make: async (button) => {
      banner("failed", "");
      const { status, data } = await send("POST", `/f/${link}/out/${button.dataset.kind}`, {});
      if (status !== 202) { banner("failed", data.said); return; }
      job = data.job;
      $("#job").hidden = false;
      $("#job-time").textContent = "";
      $("#job-said").textContent = `Making: ${button.textContent.replace("Download ", "")}`;
      say($("#job-said").textContent);
      watch();
    },
    "job-stop": () => send("DELETE", `/jobs/${job}`),
  });
}

/* Facts */
let plan = "", broker = null;
async function reconcile(file) {
  broker = file;
  const headers = { "X-File-Name": encodeURIComponent(file.name) };
  const options = new URLSearchParams($$("[data-option]").filter((each) => each.value).map((each) => [each.id, each.value]));
  const { status, data } = await send("POST", `/f/${link}/facts?${options}`, file, headers);
  $("#reconciled").hidden = status !== 200;
  banner("refused", status === 200 ? "" : `${file.name}: ${data.said}`);
  if (status !== 200) return;
  plan = data.plan;
  $("#lines").textContent = data.lines.join("\n");
  say("The reconciliation is shown below.");
  $("#lines").focus();
}
function facts() {
  actions.fill = async () => {
    const { status, data } = await send("POST", `/f/${link}/facts/apply`, { plan });
    if (status === 200) go({ said: data.said, address: `/f/${link}` }); else banner("refused", data.said);
  };
  $("#fills").addEventListener("change", () => [...$("#fills").files].forEach(reconcile));
  $("#options").addEventListener("change", () => { if (broker) reconcile(broker); });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => { event.preventDefault(); [...event.dataTransfer.files].slice(0, 1).forEach(reconcile); });
}

/* Compare */
function compare() {
  $("#with")?.addEventListener("change", () => location.assign(`?with=${encodeURIComponent($("#with").value)}`));
}

/* Form: what is shown */
let view = null, waiting = null, editor = null, current = "", runStart = null, queue = Promise.resolve(), lists = {};
const page = $("#page"), columns = new CSSStyleSheet();
document.adoptedStyleSheets = [columns];
const keyOf = (cell) => `${cell.dataset.at}|${cell.dataset.kind}`;
const cells = () => $$("[data-at]", page);
const byKey = (key) => cells().find((cell) => keyOf(cell) === key);
const rowOf = (cell) => cell?.dataset.at.match(/^\/(nonDerivativeTable|derivativeTable)\/(\d+)/)?.[0];

function cellAt(pointer) {
  const steps = pointer.replace(/\/(value|footnotes(\/\d+)?)$/, (found, _, offset) => (offset ? "" : found));
  const all = cells(), same = all.filter((cell) => cell.dataset.at === steps);
  return same.find((cell) => valueOf(cell)) || same[0] || $$("[data-beside]").find((each) => each.dataset.beside === steps)
    || all.find((cell) => cell.dataset.at.startsWith(`${steps}/`));
}

function valueOf(cell) {
  if ("value" in cell.dataset) return cell.dataset.value;
  const copy = cell.cloneNode(true);
  $$("sup, .number, .box, input, textarea", copy).forEach((each) => each.remove());
  return ($("b", copy) || copy).textContent.trim();
}
const isBox = (cell) => cell.dataset.kind === "box";
const isChecked = (cell) => (cell.dataset.value ?? $(".box", cell)?.textContent ?? cell.textContent).includes("X");

function dress() {
  for (const shared of $$("[data-parts]", page)) {
    const parts = JSON.parse(shared.dataset.parts);
    shared.replaceChildren(...parts.flatMap(([at, kind, place, value, before, after]) => {
      const part = make("span", value, { "data-at": at, "data-kind": kind, "data-place": place, "data-value": value, class: "part" });
      const shows = value || before.includes("[") ? [before, after] : ["", ""];
      return [before === "\n" ? make("br") : document.createTextNode(shows[0]), part, document.createTextNode(shows[1])];
    }));
  }
  for (const note of $$("p.note[data-at]", page)) {  // its number is a link, which no button may contain
    const text = make("span", "", { class: "part", ...Object.fromEntries(["at", "kind", "place"].map((key) => [`data-${key}`, note.dataset[key]])) });
    text.append(...[...note.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE));
    text.textContent = text.textContent.trim();
    note.append(text);
    ["at", "kind", "place"].forEach((key) => delete note.dataset[key]);
  }
  for (const table of $$(".one table, .two table", page)) table.setAttribute("role", "grid");
  for (const cell of cells()) name_(cell);
  $$("[data-at] sup a, .table[tabindex]", page).forEach((each) => { each.tabIndex = -1; });
  tools($(".one", page), [["add-transaction", "Add transaction", "nonDerivativeTable"], ["add-holding", "Add holding", "nonDerivativeTable"]]);
  tools($(".two", page), [["add-transaction", "Add transaction", "derivativeTable"], ["add-holding", "Add holding", "derivativeTable"]]);
  tools($(".items", page), [["owner", "Add reporting person", ""]]);
  tools($(".signatures", page), [["signature", "Add signature", ""]]);
  if (!$("[data-at='/remarks']", page)) tools($(".explanation", page), [["remarks", "Add remarks", ""]]);
}

/* Role and name: the place as findings name it, a colon, the value, the footnotes. */
function name_(cell) {
  const marks = $$("sup", cell).map((mark) => `, footnote ${mark.textContent.trim()}`).join("");
  const isGrid = cell.matches("td, th") && cell.closest("[role=grid]");
  cell.classList.toggle("f", !isGrid);
  cell.tabIndex = 0;
  cell.setAttribute("role", isGrid ? "gridcell" : isBox(cell) ? "checkbox" : "button");
  if (isBox(cell)) cell.setAttribute("aria-checked", isChecked(cell));
  if (cell.dataset.kind === "none") cell.setAttribute("aria-readonly", "true");
  cell.setAttribute("aria-label", isBox(cell) ? cell.dataset.place : `${cell.dataset.place}: ${valueOf(cell) || "empty"}${marks}`);
}

function tools(after, buttons) {
  if (!after) return;
  const bar = make("div", "", { class: "wb" });
  buttons.forEach(([act, words, at]) => bar.append(make("button", words, { type: "button", "data-do": act, "data-for": at })));
  after.after(bar);
}

function paint() {
  for (const finding of $$(".finding").reverse()) {
    const cell = cellAt(finding.dataset.at);
    if (!cell || !page.contains(cell)) continue;
    cell.dataset.state = finding.dataset.state;
    if (finding.dataset.state === "error" && cell.getAttribute("role") === "gridcell") cell.setAttribute("aria-invalid", "true");
    cell.setAttribute("aria-describedby", $(".msg", finding).id);
  }
}

function show(next) {
  if (editor) { waiting = next; return; }
  const tool = document.activeElement.closest("#page [data-do]")?.dataset;
  const had = page.contains(document.activeElement) || document.activeElement === document.body;
  const open = $$(".finding [aria-expanded=true]").map((head) => head.parentElement.dataset.rule + head.parentElement.dataset.at);
  view = next; waiting = null;
  setHtml(page, next.page);
  columns.replaceSync(next.columns);
  setHtml($("#verdict"), next.verdict);
  setHtml($("#findings"), next.findings);
  if (!$("#beside").contains(document.activeElement)) setHtml($("#beside"), next.beside);
  dress(); paint(); fit();
  $$(".finding").filter((each) => open.includes(each.dataset.rule + each.dataset.at)).forEach((each) => unfold(each, true));
  for (const kind of ["undo", "redo"]) {
    const button = $(`[data-do=${kind}]`), words = next[kind];
    button.setAttribute("aria-disabled", !words);
    button.title = words ? `${kind === "undo" ? "Undo" : "Redo"}: ${words}` : `Nothing to ${kind}`;
  }
  $("#saved").textContent = "Saved"; $("#saved").className = "saved";
  if (!next.page) toJson(true);
  else if ($("#jsonview").hidden) $("#json").value = next.text;
  if (tool) $(`[data-do="${tool.do}"][data-for="${tool.for}"]`, page)?.focus();
  else if (had && current) focusCell(byKey(current) || byKey(current.replace(/\d+/, (digits) => digits - 1)), false);
  bar();
}

function unfold(finding, isOpen) {
  $(".head", finding).setAttribute("aria-expanded", isOpen);
  $(".body", finding).hidden = !isOpen;
}
function fit() {
  document.documentElement.style.setProperty("--top", `${$(".top").offsetHeight}px`);
  const zoom = innerWidth <= 760 ? 1 : Math.max(0.8, Math.min(1.25, ($("#sheet").clientWidth - 16) / 1134));
  page.style.setProperty("--zoom", zoom.toFixed(3));
}
function focusCell(cell, scroll = true) {
  if (!cell) return;
  cell.focus({ preventScroll: !scroll });
  if (scroll) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function bar() {
  const cell = byKey(current), row = view?.rows[rowOf(cell)];
  if (!cell) return;
  $("#cb-place").textContent = cell.dataset.place;
  $("#cb-at").textContent = cell.dataset.at;
  $("#cb-value").textContent = cell.dataset.kind === "none" ? "A holding has no transaction."
    : isBox(cell) ? (isChecked(cell) ? "Checked" : "Not checked") : valueOf(cell) || "Empty";
  $("#cb-proof").replaceChildren(...(row?.line ? [row.line, make("br"), row.sum || "", " "] : ["–"]));
  if (row?.sum && row.adds !== null) $("#cb-proof").append(make("span", row.adds ? "✓ adds up" : "▲ does not add up", { class: row.adds ? "good" : "bad" }));
  $("#cb-basis").textContent = row?.basis ? `${row.basis} ${row.due ? `Due ${row.due}.` : ""}` : "–";
}

/* Form: changes. One after another; what could not be sent stays in this tab. */
const store = `unsent ${link}`;
const unsent = () => JSON.parse(sessionStorage.getItem(store) || "[]");
const keep = (bodies) => sessionStorage.setItem(store, JSON.stringify(bodies));

let changes = 0;  // how many were begun: an answer about the file that is older says nothing
function change(body, then) {
  changes += 1;
  queue = queue.then(async () => {
    $("#saved").textContent = "Saving";
    const { status, data } = await send("POST", `/f/${link}/change`, { digest: (waiting || view).digest, ...body });
    if (status === 200) {
      banner("refused", "");
      if (data.said) say(`${data.said}. ${data.counts}. ${data.others}`);
      if (data.others) banner("foreign", `${data.others} The form shows what the file has now, with your change.`, [], false);
      show(data);
      then?.(data);
      return;
    }
    $("#saved").textContent = "Not saved"; $("#saved").className = "saved not";
    refused(status, data, body, then);
  });
  return queue;
}

function refused(status, data, body, then) {
  const typed = body.do === "cell" && body.text ? `“${body.text}”` : "the change";
  if (status === 409 && data.foreign) {
    banner("refused", data.said, [[body.do === "undo" ? "Undo anyway" : "Redo anyway", () => change({ ...body, anyway: true }, then)]]);
  } else if (status === 409) {
    const again = async () => { await load(); change(body, then); };
    banner("refused", `${data.said} ${typed} is not saved. Look at what the file has now, then decide.`, [["Keep what the file has", load], [`Enter ${typed} again`, again]]);
  } else if (status === 0 || status >= 500) {
    keep([...unsent(), body]);
    banner("refused", `${data.said} ${unsent().length} not saved; it is kept in this tab.`, [["Try again", resend], ["Copy as JSON", () => navigator.clipboard.writeText(JSON.stringify(unsent()))]]);
  } else {
    banner("refused", data.said);
    if (body.do === "cell" && byKey(`${body.at}|${body.kind}`)) edit(byKey(`${body.at}|${body.kind}`), body.text);
  }
}
function resend() {
  const kept = unsent();
  keep([]);
  kept.forEach((body) => change(body));
}
async function load() {
  const { status, data } = await send("GET", `/f/${link}/view`);
  if (status === 200) show(data); else banner("refused", data.said);
}

/* Form: the editor of a cell */
function edit(cell, text, selects = false) {
  if (!cell || editor) return;
  if (cell.dataset.kind === "none") { say("A holding has no transaction. Add a transaction row instead."); return; }
  if (isBox(cell)) { change({ do: "cell", at: cell.dataset.at, kind: "box", text: isChecked(cell) ? "" : "X" }); return; }
  const isLong = cell.dataset.kind === "lines";
  const input = make(isLong ? "textarea" : "input", "", { class: "edit", "aria-label": cell.dataset.place, autocomplete: "off" });
  if (lists[cell.dataset.kind]) input.setAttribute("list", `l-${cell.dataset.kind}`);
  const before = valueOf(cell);
  input.value = text ?? before;
  cell.removeAttribute("tabindex");
  if (cell.getAttribute("role") !== "gridcell") { cell.removeAttribute("role"); cell.removeAttribute("aria-label"); }
  editor = { cell, input, before, key: keyOf(cell) };
  cell.append(input);
  input.focus();
  if (selects) input.select(); else input.setSelectionRange?.(input.value.length, input.value.length);
}

/* While a cell is edited: the verdict as it would be, after a rest. Nothing is written. */
let rest = 0, isTried = false;
function tryOut() {
  clearTimeout(rest);
  rest = setTimeout(async () => {
    if (!editor) return;
    const [at, kind] = editor.key.split("|"), text = editor.input.value.trim();
    const { status, data } = await send("POST", `/f/${link}/try`, { digest: (waiting || view).digest, do: "cell", at, kind, text });
    if (status !== 200 || editor?.input.value.trim() !== text) return;
    isTried = true;
    setHtml($("#verdict"), data.verdict);
    setHtml($("#findings"), data.findings);
  }, 150);
}

function close(keeps, target) {
  if (!editor) return;
  const { cell, input, before, key } = editor, text = input.value.trim();
  editor = null;
  input.remove();
  name_(cell);
  const [at, kind] = key.split("|");
  const isNew = keeps && text !== before;
  if (isNew) { cell.dataset.state = "pending"; change({ do: "cell", at, kind, text }); }
  else if (waiting || isTried) show(waiting || view);
  isTried = false;
  if (target) focusCell(target); else if (target === undefined) focusCell(byKey(key), false);
}

function beside(cell, step) {
  const all = cells().filter((each) => each.offsetParent);
  return all[all.indexOf(cell) + step];
}
function inTable(cell, rows, columns) {
  const line = cell.closest("tr"), body = line?.parentElement;
  if (!body || cell.getAttribute("role") !== "gridcell") return null;
  const lines = [...body.rows], next = lines[lines.indexOf(line) + rows];
  return next?.cells[[...line.cells].indexOf(cell) + columns] || null;
}
function down(cell) {
  const start = runStart && cell.closest("tr")?.contains(runStart) ? runStart : cell;
  runStart = null;
  return inTable(start, 1, 0) || start;
}

page?.addEventListener("keydown", (event) => {
  if (!editor || event.target !== editor.input) return;
  const { cell, input } = editor;
  if (event.key === "Escape") { event.preventDefault(); banner("refused", ""); close(false); }
  else if (event.key === "Enter" && !(event.shiftKey && input.tagName === "TEXTAREA") && !event.altKey) { event.preventDefault(); const key = keyOf(down(cell)); current = key; close(true, byKey(key)); }
  else if (event.key === "Tab") {
    const next = beside(cell, event.shiftKey ? -1 : 1);
    runStart ??= cell;
    if (next) { event.preventDefault(); current = keyOf(next); close(true, next); }
  } else if (["F2", "F8"].includes(event.key) || (event.altKey && event.key !== "ArrowDown")) close(true);
  else event.stopPropagation();
});
page?.addEventListener("input", tryOut);
page?.addEventListener("focusout", (event) => { if (editor && event.target === editor.input) setTimeout(() => { if (editor && document.activeElement !== editor.input) close(true, null); }, 0); });
page?.addEventListener("focusin", (event) => {
  const cell = event.target.closest("[data-at]");
  if (cell && !editor) { current = keyOf(cell); bar(); }
});
page?.addEventListener("click", (event) => {
  const cell = event.target.closest("[data-at]");
  if (!cell || editor || event.target.closest("a, button")) return;
  runStart = null;
  if (isBox(cell) || document.activeElement !== cell || event.detail > 1 || cell.getAttribute("role") === "button") { cell.focus(); if (isBox(cell) || event.detail > 1 || cell.getAttribute("role") === "button") edit(cell); }
});

/* Form: keys */
const onRow = (what) => {
  const at = rowOf(byKey(current));
  if (!at) { say("Go to a row of Table I or Table II first."); return; }
  change({ do: what, at }, (data) => {
    if (!data.at) return;
    current = current.replace(/^\/\w+\/\d+/, data.at);
    focusCell(byKey(current));
  });
};
const add = (table, kind) => change({ do: "add", at: table, kind }, (data) => { current = `${data.at}|text`; focusCell(byKey(current)); });
const ofCell = (what) => {
  const found = $$(".finding").find((each) => cellAt(each.dataset.at) === byKey(current) && $(`[data-do=${what}]`, each));
  if (found) actions[what]($(`[data-do=${what}]`, found)); else say("No finding of this cell offers that.");
};
function jump(step) {
  const found = $$(".finding"), at = found.findIndex((each) => each.dataset.seen);
  const next = found[(at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length];
  if (next) visit(next);
}
function visit(finding) {
  $$("[data-seen]").forEach((each) => delete each.dataset.seen);
  finding.dataset.seen = "1";
  unfold(finding, true);
  finding.scrollIntoView({ block: "nearest" });
  const cell = cellAt(finding.dataset.at);
  if (cell?.dataset.beside) $("#d-beside").open = true;
  if (cell && innerWidth <= 960) toPanel(false);
  focusCell(cell);
  say(`${$(".where", finding).textContent}. ${$(".msg", finding).textContent}`);
}
function part(step) {
  const parts = [page, $(".items", page), $(".one", page), $(".two", page), $(".explanation", page), $(".signing", page), $("#side"), $("#cellbar"), $(".tabs")].filter((each) => each?.offsetParent);
  const inside = parts.map((each) => each.contains(document.activeElement)).lastIndexOf(true);
  const next = parts[(inside + step + parts.length) % parts.length];
  ($("[data-at][tabindex='0']", next) || $("button, a", next) || next).focus();
}
function toPanel(isOpen) {
  $("#work").classList.toggle("closed", !isOpen);
  $("[data-do=panel]").setAttribute("aria-expanded", isOpen);
  fit();
}
function toJson(isOpen) {
  $("#jsonview").hidden = !isOpen;
  page.hidden = isOpen;
  $("[data-do=json]").setAttribute("aria-pressed", isOpen);
  if (isOpen) { $("#json").value = view.text; $("#json").focus(); $("#json").setSelectionRange(0, 0); } else { fit(); focusCell(byKey(current)); }
}
const saveJson = () => change({ do: "json", text: $("#json").value }, (data) => { view = data; if (data.page) toJson(false); });

function keys(event) {
  const { key, code, altKey: alt, ctrlKey, metaKey, shiftKey: shift } = event, control = ctrlKey || metaKey;
  const isText = /INPUT|TEXTAREA/.test(event.target.tagName), cell = !isText && event.target.closest?.("[data-at]");
  const go = (act) => { event.preventDefault(); act(); };
  if ($("dialog[open]")) return;
  if (key === "F8") go(() => jump(shift ? -1 : 1));
  else if (key === "F6") go(() => part(shift ? -1 : 1));
  else if (control && code === "KeyS") go(() => ($("#jsonview").hidden ? say("Every change is saved at once.") : saveJson()));
  else if ((key === "F2" && shift) || (control && alt && code === "KeyF")) go(() => actions.notes());
  else if (alt && code === "KeyJ") go(() => actions.json());
  else if (alt && code === "KeyP") go(() => actions.panel());
  else if (alt && code === "KeyN") go(() => { const at = rowOf(byKey(current)); add(at ? at.split("/")[1] : "nonDerivativeTable", "transaction"); });
  else if (alt && code === "KeyC") go(() => onRow("copy"));
  else if (alt && code === "KeyA") go(() => ofCell("apply"));
  else if (alt && code === "KeyX") go(() => ofCell("accept"));
  else if (alt && key === "Delete") go(() => onRow("delete"));
  else if (alt && shift && key === "ArrowUp") go(() => onRow("up"));
  else if (alt && shift && key === "ArrowDown") go(() => onRow("down"));
  else if (alt && key === "Enter") go(() => {
    const finding = cell ? $$(".finding").find((each) => cellAt(each.dataset.at) === cell) : event.target.closest(".finding");
    if (!finding) say("This cell has no finding."); else if (cell) { toPanel(true); unfold(finding, true); $(".head", finding).focus(); } else visit(finding);
  });
  else if (isText) return;
  else if (control && (code === "KeyY" || (shift && code === "KeyZ"))) go(() => actions.redo());
  else if (control && code === "KeyZ") go(() => actions.undo());
  else if (key === "?" && !cell) go(() => actions.keys());
  else if (cell) inCell(event, cell, go, control || alt);
}

function inCell(event, cell, go, hasModifier) {
  const { key } = event;
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  if (hasModifier && key !== "ArrowDown") return;
  if (key === "Tab") { runStart = null; return; }
  if (key === "Enter" || key === "F2" || hasModifier) go(() => edit(cell, undefined, key === "Enter"));
  else if (key === " ") go(() => edit(cell));
  else if (key === "Delete") go(() => change({ do: "cell", at: cell.dataset.at, kind: cell.dataset.kind, text: "" }));
  else if (steps) { const next = inTable(cell, ...steps); if (next) go(() => focusCell(next)); }
  else if (key === "Home" || key === "End") { const line = cell.closest("tr"); if (line) go(() => focusCell(line.cells[key === "Home" ? 0 : line.cells.length - 1])); }
  else if (key.length === 1 && !isBox(cell)) go(() => edit(cell, key));
}

function openNotes() {
  const cell = byKey(current);
  if (!rowOf(cell)) { say("Footnotes belong to a cell of Table I or Table II. Go to one first."); return; }
  const text = JSON.parse(view.text), cited = $$("sup", cell).map((mark) => mark.textContent.replace(/[^\w]/g, ""));
  $("#notes-place").textContent = cell.dataset.place;
  $("#note-new").value = "";
  $("#notes-list").replaceChildren(...Object.entries(text.footnotes || {}).map(([id, words]) => {
    const item = make("li"), label = make("label"), box = make("input", "", { type: "checkbox", value: id });
    box.checked = cited.includes(id.replace(/\D/g, "") || id);
    label.append(box, make("b", id), make("span", words));
    item.append(label, make("button", "Delete", { type: "button", class: "b quiet", "data-do": "note-delete", "data-for": id, "aria-label": `Delete footnote ${id}` }));
    return item;
  }));
  $("#d-notes").showModal();
}

function form() {
  let accepting = null;
  const ofFinding = (button) => button.closest(".finding").dataset;
  Object.assign(actions, {
    undo: () => change({ do: "undo" }, (data) => focusCell(cellAt(data.at || "/"))),
    redo: () => change({ do: "redo" }, (data) => focusCell(cellAt(data.at || "/"))),
    json: () => ($("#jsonview").hidden ? toJson(true) : $("#json").value === view.text ? toJson(false) : saveJson()),
    "json-save": saveJson,
    panel: () => toPanel($("#work").classList.contains("closed")),
    keys: () => $("#d-keys").showModal(),
    more: (button) => button.setAttribute("aria-expanded", $("#cellbar").classList.toggle("open")),
    notes: openNotes,
    "notes-save": () => {
      const notes = $$("#notes-list input").filter((box) => box.checked).map((box) => box.value);
      $("#d-notes").close();
      change({ do: "notes", at: current.split("|")[0], notes, new: $("#note-new").value });
    },
    "note-delete": (button) => { $("#d-notes").close(); change({ do: "delete-note", at: button.dataset.for }); },
    copy: () => onRow("copy"), up: () => onRow("up"), down: () => onRow("down"), delete: () => onRow("delete"),
    "add-transaction": (button) => add(button.dataset.for, "transaction"),
    "add-holding": (button) => add(button.dataset.for, "holding"),
    owner: () => change({ do: "owner" }, (data) => focusCell(cellAt(data.at))),
    signature: () => change({ do: "signature" }, (data) => focusCell(cellAt(data.at))),
    remarks: (button) => {
      const place = make("p", "", { class: "as-typed", "data-at": "/remarks", "data-kind": "lines", "data-place": "Remarks" });
      button.parentElement.replaceWith(place);
      name_(place);
      edit(place);
    },
    apply: (button) => change({ do: "apply", rule: ofFinding(button).rule, at: ofFinding(button).at }, (data) => focusCell(cellAt(data.at))),
    accept: (button) => {
      accepting = { ...ofFinding(button) };
      $("#accept-what").textContent = $(".msg", button.closest(".finding")).textContent;
      $("#accept-by").value ||= sessionStorage.getItem("by") || "";
      $("#d-accept").showModal();
    },
    "accept-save": () => {
      sessionStorage.setItem("by", $("#accept-by").value);
      $("#d-accept").close();
      change({ do: "accept", rule: accepting.rule, at: accepting.at, reason: $("#accept-reason").value, by: $("#accept-by").value });
    },
    rule: async (button) => { const { data } = await send("GET", `/rules/${ofFinding(button).rule}`); setHtml($("#rule"), data.text || ""); $("#d-rule").showModal(); },
  });
  $("#findings").addEventListener("click", (event) => {
    const head = event.target.closest(".head");
    if (!head) return;
    if (head.getAttribute("aria-expanded") === "true") unfold(head.parentElement, false); else visit(head.parentElement);
  });
  $("#beside").addEventListener("change", (event) => change({ do: "cell", at: event.target.dataset.beside, kind: "beside", text: event.target.value }));
  addEventListener("keydown", keys);
  addEventListener("resize", fit);
  addEventListener("beforeunload", () => { if (editor && editor.input.value.trim() !== editor.before) keep([...unsent(), { do: "cell", at: editor.cell.dataset.at, kind: editor.cell.dataset.kind, text: editor.input.value.trim() }]); });
  if (innerWidth <= 960) toPanel(false);
  begin();
}
async function begin() {
  lists = (await send("GET", "/lists")).data;
  for (const [kind, entries] of Object.entries(lists)) {
    const list = make("datalist", "", { id: `l-${kind}` });
    entries.forEach(([value, words]) => list.append(make("option", words, { value })));
    document.body.append(list);
  }
  await load();
  if (sessionStorage.getItem("said")) banner("said", sessionStorage.getItem("said"), [], false);
  sessionStorage.removeItem("said");
  if (unsent().length) banner("refused", `${unsent().length} not saved before this page was loaded again.`, [["Enter again", resend], ["Forget", () => keep([])]]);
  setInterval(check, 4000);
}
async function check() {
  await queue;
  if (editor || !view) return;
  const digest = view.digest, begun = changes;
  const { status, data } = await send("GET", `/state?name=${link}&digest=${digest}`);
  if (status !== 200 || editor || begun !== changes || digest !== view.digest) { if (status === 0) banner("gone", data.said); return; }
  banner("gone", data.gone ? "The file is gone. Another program removed or renamed it." : "");
  if (data.gone) return;
  setHtml($("#verdict"), data.verdict);
  if (data.changed && $("#jsonview").hidden) { await load(); banner("foreign", `${data.said} The form shows what the file has now.`, [], false); }
}

({ desk, form, facts, compare, out })[screen]();
})();
