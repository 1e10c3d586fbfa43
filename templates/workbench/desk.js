// The desk: the filings of the folder, and how a new one is started.
import { $, $$, actions, banner, go, onDrop, send } from "./base.js";

let amended = "";

async function start(address, body, place) {
  const { status, data } = await send("POST", address, body);
  if (status === 201) { if (body.from === "example") sessionStorage.setItem("guided", data.address); go(data); }
  else if (place) place.textContent = data.said;
  else banner("taken", data.said);
}

async function take(file) {
  const headers = { "X-File-Name": encodeURIComponent(file.name) };
  const { status, data } = await send("POST", "/take", file, headers);
  if (status === 201) go(data);
  else banner("taken", `${file.name}: ${data.said}`);
}

function open(dialog, said) {
  $(said).textContent = "";
  $(dialog).showModal();
}

Object.assign(actions, {
  new: () => open("#d-new", "#new-said"),
  create: () => start("/new", { from: "codes", codes: $("#codes").value }, $("#new-said")),
  example: () => start("/new", { from: "example" }),
  next: (button) => start(`/f/${button.dataset.for}/next`, {}),
  amend: (button) => { amended = button.dataset.for; open("#d-amend", "#amend-said"); },
  "amend-create": () => start(`/f/${amended}/amend`, { rows: $("#rows").value }, $("#amend-said")),
  choose: () => $("#file").click(),
  stop: async () => banner("stopped", (await send("POST", "/stop", {})).data.said, [], false),
});

$("#file").addEventListener("change", () => [...$("#file").files].forEach(take));
for (const [box, act] of [["#codes", "create"], ["#rows", "amend-create"]]) {
  $(box).addEventListener("keydown", (event) => { if (event.key === "Enter") actions[act](); });
}
onDrop((files) => files.forEach(take));
$("#find")?.addEventListener("input", () => {
  const wanted = $("#find").value.toLowerCase();
  $$(".desk tbody tr").forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
});
$("#find")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter") $(".desk tbody tr:not([hidden]) a")?.click();
});
addEventListener("keydown", (event) => {
  const isText = /INPUT|TEXTAREA/.test(event.target.tagName);
  if (event.key === "/" && !isText) { event.preventDefault(); $("#find")?.focus(); }
  if (event.altKey && event.code === "KeyN") { event.preventDefault(); actions.new(); }
});
