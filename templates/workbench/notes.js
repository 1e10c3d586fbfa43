// The footnotes of a cell: which it cites, a new one, and one that is deleted everywhere.
import { $, $$, actions, make, say } from "./base.js";
import { cellAt, current, focusCell, rowOf, state } from "./cells.js";
import { change } from "./changes.js";

function open() {
  const cell = current();
  if (!rowOf(cell)) { say("Footnotes belong to a cell of Table I or Table II. Go to one first."); return; }
  const notes = Object.entries(JSON.parse(state.view.text).footnotes || {});
  const cited = $$("sup", cell).map((sup) => sup.textContent.replace(/[^\w]/g, ""));
  $("#notes-place").textContent = cell.dataset.place;
  $("#note-new").value = "";
  $("#notes-list").replaceChildren(...notes.map(([id, words]) => item(id, words, cited)));
  $("#notes-list").hidden = !notes.length;
  $("#d-notes").showModal();
  if (!notes.length) $("#note-new").focus();
}

function item(id, words, cited) {
  const line = make("li"), label = make("label"), box = make("input", "", { type: "checkbox", value: id });
  box.checked = cited.includes(id.replace(/\D/g, "") || id);
  label.append(box, make("b", id), make("span", words));
  const names = { type: "button", class: "b quiet", "data-do": "note-delete", "data-for": id };
  line.append(label, make("button", "Delete", names));
  line.lastChild.setAttribute("aria-label", `Delete footnote ${id}`);
  return line;
}

/** From a cell to the text of its first footnote. */
export function toText() {
  const href = $("sup a", current())?.getAttribute("href");
  const cell = href ? $("[data-at]", document.getElementById(href.slice(1))) : null;
  if (cell) focusCell(cell);
  else say("This cell cites no footnote.");
}

Object.assign(actions, {
  notes: open,
  "notes-save": () => {
    const notes = $$("#notes-list input").filter((box) => box.checked).map((box) => box.value);
    $("#d-notes").close();
    const at = state.current.split("|")[0];
    change({ do: "notes", at, notes, new: $("#note-new").value }, (data) => focusCell(current() || cellAt(data.at)));
  },
  "note-delete": (button) => {
    $("#d-notes").close();
    change({ do: "delete-note", at: button.dataset.for });
  },
});
