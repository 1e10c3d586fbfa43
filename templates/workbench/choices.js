// The list of a cell that takes a code: each entry with its words, found by either. The input stays in charge.
import { $, make } from "./base.js";

let list = null, input = null, entries = [], active = -1;

/** Let an input offer entries, each a code and its words; ``opens`` shows all of them at once. */
export function offer(target, offered, opens) {
  [input, entries] = [target, offered];
  const names = { role: "combobox", "aria-autocomplete": "list", "aria-controls": "choices", "aria-expanded": "false" };
  Object.entries(names).forEach(([key, value]) => input.setAttribute(key, value));
  input.addEventListener("input", () => open(matching(input.value)));
  if (opens) open(entries);
}

/** The entries whose code, or one of whose words, starts like the text. */
function matching(text) {
  const wanted = text.trim().toLowerCase();
  const starts = ([code, words]) => [code, ...words.split(" ")].some((each) => each.toLowerCase().startsWith(wanted));
  return wanted ? entries.filter(starts) : entries;
}

function open(shown) {
  close();
  if (!shown.length) return;
  list = make("ul", "", { id: "choices", role: "listbox", class: "choices", "aria-label": input.ariaLabel });
  shown.forEach(([code, words], number) => {
    const names = { role: "option", id: `choice-${number}`, "data-code": code, "aria-selected": "false" };
    const option = make("li", "", names);
    option.append(make("b", code), make("span", words));
    list.append(option);
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();  // the input keeps the focus
    const option = event.target.closest("li");
    if (option) { input.value = option.dataset.code; close(); }
  });
  $("#s-form").append(list);
  place();
  input.setAttribute("aria-expanded", "true");
}

/** Below the input, or above it where there is more room. */
function place() {
  const box = input.getBoundingClientRect(), below = innerHeight - box.bottom;
  const isBelow = below > 260 || below > box.top;
  list.style.left = `${Math.max(4, Math.min(box.left, innerWidth - list.offsetWidth - 4))}px`;
  list.style.maxHeight = `${Math.min(300, (isBelow ? below : box.top) - 12)}px`;
  list.style.top = isBelow ? `${box.bottom + 2}px` : `${box.top - list.offsetHeight - 2}px`;
}

export function close() {
  list?.remove();
  [list, active] = [null, -1];
  input?.setAttribute("aria-expanded", "false");
  input?.removeAttribute("aria-activedescendant");
}

/** The arrows open the list and move in it; whether the key was one of these. */
export function onArrow(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || input !== event.target) return false;
  event.preventDefault();
  if (!list) { open(entries); return true; }
  const options = [...list.children];
  options[active]?.setAttribute("aria-selected", "false");
  active = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
  options[active].setAttribute("aria-selected", "true");
  options[active].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", options[active].id);
  return true;
}

/** Put the entry that the arrows chose into the input, and close the list. */
export function take() {
  if (list && active >= 0) input.value = list.children[active].dataset.code;
  close();
  input = null;
}
