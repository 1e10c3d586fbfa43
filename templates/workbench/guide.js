// First steps, on the example that a first visit opens: each is checked off when it is done.
import { $, $$, actions, link } from "./base.js";
import { cellAt, focusCell } from "./cells.js";

const CELL = "/nonDerivativeTable/0/transactionAcquiredDisposedCode";
const finding = () => $(`.finding[data-at="${CELL}"]:not(.accepted)`);
let done = 0;
const STEPS = [
  () => finding(),
  () => finding() && $(".head", finding()).getAttribute("aria-expanded") === "true",
  () => !finding(),
];

function look() {
  while (done < STEPS.length && STEPS[done]()) {
    $$("#guide li")[done].dataset.done = "yes";
    done += 1;
  }
  $$("#guide li").forEach((step, number) => {
    if (number === done) step.setAttribute("aria-current", "step");
    else step.removeAttribute("aria-current");
  });
}

Object.assign(actions, {
  "guide-cell": () => focusCell(cellAt(CELL)),
  "guide-close": () => { $("#guide").hidden = true; sessionStorage.removeItem("guided"); },
});

/** Show the steps if this form was opened as the example of a first visit. */
export function guide() {
  if (sessionStorage.getItem("guided") !== `/f/${link}`) return;
  $("#guide").hidden = false;
  new MutationObserver(look).observe($("#findings"), { subtree: true, childList: true, attributes: true });
  look();
}
