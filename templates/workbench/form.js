// The Form screen: it is loaded, kept up to date, undone and redone, and shown as JSON.
import { $, actions, banner, send, showSaid } from "./base.js";
import { cellAt, focusCell, state } from "./cells.js";
import { change, check, load, resend } from "./changes.js";
import "./editor.js";
import "./findings.js";
import { guide } from "./guide.js";
import "./keys.js";
import "./menu.js";
import "./notes.js";
import "./paste.js";
import { toEntry } from "./rows.js";
import { fit, toJson, toPanel } from "./show.js";
import "./unprinted.js";
import { keep, unsent } from "./unsent.js";

const CHECKED_EACH = 4000;  // milliseconds

const saveJson = () => change({ do: "json", text: $("#json").value }, (data) => { if (data.page) toJson(false); });

function json() {
  if ($("#jsonview").hidden) toJson(true);
  else if ($("#json").value === state.view.text) toJson(false);
  else saveJson();
}

Object.assign(actions, {
  undo: () => change({ do: "undo" }, (data) => focusCell(cellAt(data.at || "/"))),
  redo: () => change({ do: "redo" }, (data) => focusCell(cellAt(data.at || "/"))),
  json,
  "json-save": saveJson,
  panel: () => toPanel($("#work").classList.contains("closed")),
  keys: () => $("#d-keys").showModal(),
  more: (button) => button.setAttribute("aria-expanded", $("#cellbar").classList.toggle("open")),
});

addEventListener("resize", fit);
if (innerWidth <= 960) toPanel(false);
const lists = send("GET", "/lists");
await load();
state.lists = (await lists).data;
showSaid();
guide();
if (location.hash.startsWith("#at=")) toEntry(decodeURIComponent(location.hash.slice(4)));
if (unsent().length) {
  const said = `${unsent().length} not saved before this page was loaded again.`;
  banner("refused", said, [["Enter again", resend], ["Forget", () => keep([])]]);
}
setInterval(check, CHECKED_EACH);
