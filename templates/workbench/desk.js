// The desk: the filings of the folder, and how a new one is started.
import { $, $$, actions, banner, go, onDrop, send } from "./base.js";

let origin = "";  // the file that a filing is started from
const blank = new Map($$(".lines").map((lines) => [lines, lines.firstElementChild.cloneNode(true)]));

/** Start a filing and show it on a screen, without one on its form. */
async function start(address, body, place, shownOn = "") {
  const { status, data } = await send("POST", address, body);
  if (status === 201) {
    if (body.from === "example") sessionStorage.setItem("guided", data.address);
    go({ ...data, address: data.address + shownOn });
  }
  else if (place) place.textContent = data.said;
  else banner("taken", data.said);
}

async function take(file) {
  const headers = { "X-File-Name": encodeURIComponent(file.name) };
  const { status, data } = await send("POST", "/take", file, headers);
  if (status === 201) go(data);
  else banner("taken", `${file.name}: ${data.said}`);
}

function open(dialog) {
  $(".said", dialog).textContent = "";
  dialog.showModal();
}

/** Add the boxes of a row; ``number`` says which it is. */
function addLine(lines, number) {
  const line = blank.get(lines).cloneNode(true);
  $("legend", line).textContent = `${lines.dataset.line} ${number}`;
  lines.append(line);
  return line;
}

function openFrom(button, dialog) {
  origin = button.dataset.for;
  $(".lines", dialog).replaceChildren();
  addLine($(".lines", dialog), 1);
  $$(".filing [data-box]", dialog).forEach((box) => { box.value = ""; });
  open(dialog);
}

const typedIn = (part) => Object.fromEntries($$("[data-box]", part).map((box) => [box.dataset.box, box.value]));

function startFrom(kind, dialog) {
  const lines = [...$(".lines", dialog).children].map(typedIn);
  return start(`/f/${origin}/${kind}`, { lines, ...typedIn($(".filing", dialog)) }, $(".said", dialog));
}

Object.assign(actions, {
  new: () => open($("#d-new")),
  create: () => start("/new", { from: "codes", codes: $("#codes").value }, $("#d-new .said")),
  example: () => start("/new", { from: "example" }),
  fills: () => start("/new", { from: "codes" }, null, "/facts"),
  next: (button) => openFrom(button, $("#d-next")),
  "next-create": () => startFrom("next", $("#d-next")),
  amend: (button) => openFrom(button, $("#d-amend")),
  "amend-create": () => startFrom("amend", $("#d-amend")),
  line: (button) => {
    const lines = $(".lines", button.closest("dialog"));
    $("input", addLine(lines, lines.children.length + 1)).focus();
  },
  choose: () => $("#file").click(),
  stop: async () => banner("stopped", (await send("POST", "/stop", {})).data.said, [], false),
});

$("#file").addEventListener("change", () => [...$("#file").files].forEach(take));
$$("dialog").forEach((dialog) => dialog.addEventListener("keydown", ({ key, ctrlKey, target }) => {
  const { tagName } = target;
  if (key === "Enter" && (tagName === "INPUT" || (ctrlKey && tagName === "TEXTAREA"))) $(".primary", dialog).click();
}));
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
