// The findings: from one to its cell and back, a suggestion applied, a finding accepted with a reason, a rule read.
import { $, $$, actions, say, send, setHtml } from "./base.js";
import { cellAt, current, focusCell } from "./cells.js";
import { change } from "./changes.js";
import { toPanel, unfold } from "./show.js";
import { focusOn } from "./unprinted.js";

const of = (button) => button.closest(".finding").dataset;
const ofCell = (cell) => $$(".finding").filter((each) => cellAt(each.dataset.at) === cell);

/** Go from a finding to its cell, or to the value that the page does not show. */
export function visit(finding) {
  $$("[data-seen]").forEach((each) => delete each.dataset.seen);
  finding.dataset.seen = "1";
  unfold(finding, true);
  finding.scrollIntoView({ block: "nearest" });
  const cell = cellAt(finding.dataset.at), isBeside = !cell || "beside" in cell.dataset;
  if (innerWidth <= 960 && !isBeside) toPanel(false);
  if (isBeside) focusOn(finding.dataset.at);
  else focusCell(cell);
  say(`${$(".where", finding).textContent}. ${$(".msg", finding).textContent}`);
}

/** The next finding, or the one before. */
export function jump(step) {
  const found = $$(".finding"), at = found.findIndex((each) => each.dataset.seen);
  if (!found.length) { say("There is no finding."); return; }
  visit(found[(at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length]);
}

/** From a cell to its finding, or from a finding to its cell. */
export function across(element, cell) {
  const [finding] = cell ? ofCell(cell) : [element.closest(".finding")];
  if (!finding) { say("This cell has no finding."); return; }
  if (!cell) { visit(finding); return; }
  toPanel(true);
  unfold(finding, true);
  $(".head", finding).focus();
}

/** Do what a finding of the cell in focus offers. */
export function offered(what) {
  const button = ofCell(current()).map((each) => $(`[data-do=${what}]`, each)).find(Boolean);
  if (button) actions[what](button);
  else say("No finding of this cell offers that.");
}

let accepting = null;
Object.assign(actions, {
  apply: (button) => {
    const { rule, at } = of(button);
    change({ do: "apply", rule, at }, (data) => focusCell(cellAt(data.at)));
  },
  accept: (button) => {
    accepting = { ...of(button) };
    $("#accept-what").textContent = $(".msg", button.closest(".finding")).textContent;
    $("#accept-by").value ||= sessionStorage.getItem("by") || "";
    $("#d-accept").showModal();
  },
  "accept-save": () => {
    const { rule, at } = accepting, reason = $("#accept-reason").value, by = $("#accept-by").value;
    sessionStorage.setItem("by", by);
    $("#d-accept").close();
    change({ do: "accept", rule, at, reason, by }, () => {
      $("#accept-reason").value = "";
      focusCell(cellAt(at));
    });
  },
  rule: async (button) => {
    const { data } = await send("GET", `/rules/${of(button).rule}`);
    setHtml($("#rule"), data.text || "");
    $("#d-rule").showModal();
  },
});

$("#findings").addEventListener("click", (event) => {
  const head = event.target.closest(".head");
  if (!head) return;
  if (head.getAttribute("aria-expanded") === "true") unfold(head.parentElement, false);
  else visit(head.parentElement);
});
