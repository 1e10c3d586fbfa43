// Compare: the other side is chosen, and F8 goes from change to change on the form.
import { $, $$, actions, banner, link, say } from "./base.js";
import { begin } from "./jobs.js";
import { compareUnsaved, unsent } from "./unsent.js";

const page = $("#changed");

$("#with")?.addEventListener("change", () => location.assign(`?with=${encodeURIComponent($("#with").value)}`));

if (page) {
  const columns = new CSSStyleSheet();
  columns.replaceSync(page.dataset.columns);
  document.adoptedStyleSheets = [columns];
}

// A value that was replaced is one change: its old and its new text stand beside each other.
const changes = page ? $$("del, ins", page).filter((each) => each.previousElementSibling?.tagName !== "DEL") : [];
let current = -1;

if (unsent().length && !location.search.includes("unsaved%3A") && !location.search.includes("unsaved:")) {
  const said = `${unsent().length} not saved in this tab, and not in this comparison.`;
  banner("unsaved", said, [["Show it", () => compareUnsaved()]], false);
}

function jump(isBack) {
  if (!changes.length) return;
  const [from, step] = isBack ? [Math.max(current, 0), -1] : [current, 1];
  current = (from + step + changes.length) % changes.length;
  const next = changes[current];
  next.tabIndex = -1;
  next.focus();
  say(`Change ${current + 1} of ${changes.length}`);
}

actions["next-change"] = () => jump(false);
actions["changes-pdf"] = () => begin(`/f/${link}/compare/pdf${location.search}`, "PDF of the changes");
addEventListener("keydown", (event) => {
  if (event.key !== "F8") return;
  event.preventDefault();
  jump(event.shiftKey);
});
