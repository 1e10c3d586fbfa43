// The data that the page does not show, beside it: fields with the schema's titles, and entries to add and delete.
import { $, $$, link, send, setHtml } from "./base.js";
import { state } from "./cells.js";
import { change } from "./changes.js";
import { toPanel } from "./show.js";

const part = $("#d-unprinted"), place = $("#unprinted");
let shown = "";  // the digest of the file whose data is shown
let isDrawn = false;

/** Whether an input has a text that was not sent yet. */
const isTyped = (field) => "defaultValue" in field && field.value !== (field.dataset.sent ?? field.defaultValue);

/** Show the data as they are in the file now; a change that is made meanwhile is shown too. */
async function refresh() {
  while (part.open && state.view?.page && shown !== state.view.digest) {
    const { digest } = state.view, { status, data } = await send("GET", `/f/${link}/unprinted`);
    if (status !== 200) return;
    if (digest === state.view.digest && shown !== digest) draw(data.text);
    if (digest === state.view.digest) shown = digest;
  }
}

const nameOf = ({ tagName, dataset, parentElement }) => tagName + (tagName === "SUMMARY" ? parentElement.dataset.part
  : dataset.beside || dataset.for);

/** What is open, in focus or being typed stays. */
function draw(text) {
  const open = $$("details[open]", place).map((each) => each.dataset.part);
  const focus = document.activeElement, key = place.contains(focus) ? nameOf(focus) : "";
  const typed = key && isTyped(focus) ? focus.value : null;
  isDrawn = true;
  setHtml(place, text);
  isDrawn = false;
  $$("details", place).forEach((each) => { each.open ||= open.includes(each.dataset.part); });
  const again = key && $$("[data-beside], [data-for], summary", place).find((each) => nameOf(each) === key);
  if (!again) return;
  again.focus({ preventScroll: true });
  if (typed !== null) again.value = typed;
}

/** Show a value that the page does not show, or the part that has it, and give it the focus. */
export async function focusOn(pointer) {
  toPanel(true);
  part.open = true;
  await refresh();
  const field = $$("[data-beside]", place).find((each) => each.dataset.beside === pointer);
  const parts = $$("[data-part]", place).filter((each) => `${pointer}/`.startsWith(`${each.dataset.part}/`));
  const around = field || parts.at(-1);
  for (let each = around?.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
  const inner = field || $("[data-beside]", around || place) || $("summary", around || part);
  inner?.focus();
  inner?.select?.();
  inner?.scrollIntoView({ block: "nearest" });
}

function enter(field) {
  field.removeAttribute("aria-invalid");
  field.dataset.sent = field.value;
  change({ do: "cell", at: field.dataset.beside, kind: "beside", text: field.value });
}

place.addEventListener("change", ({ target }) => { if (target.tagName === "SELECT") enter(target); });
place.addEventListener("focusout", ({ target }) => { if (!isDrawn && isTyped(target)) enter(target); });
place.addEventListener("keydown", ({ key, target }) => {
  if (key === "Enter" && target.tagName === "INPUT" && isTyped(target)) enter(target);
});
part.addEventListener("toggle", refresh);
document.addEventListener("shown", refresh);
document.addEventListener("refused", ({ detail }) => {
  const field = $$("[data-beside]", place).find((each) => each.dataset.beside === detail.at);
  if (detail.kind !== "beside" || !field) return;
  field.setAttribute("aria-invalid", "true");
  field.focus();
});
