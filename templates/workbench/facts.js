// Facts: broker's files, what becomes of each of their rows, and then the rows in the form.
import { $, $$, actions, banner, go, link, onDrop, say, send, setHtml } from "./base.js";

let plan = "", broker = [];

async function reconcile(files) {
  if (!files.length) return;
  broker = files;
  const chosen = $$("[data-option]").filter((each) => each.value).map((each) => [each.id, each.value]);
  const headers = {
    "X-File-Name": files.map((file) => encodeURIComponent(file.name)).join(","),
    "X-File-Sizes": files.map((file) => file.size).join(","),
  };
  const address = `/f/${link}/facts?${new URLSearchParams(chosen)}`;
  const { status, data } = await send("POST", address, new Blob(files), headers);
  $("#reconciled").hidden = status !== 200;
  banner("refused", status === 200 ? "" : `${files.map((file) => file.name).join(", ")}: ${data.said}`);
  $$("[data-option]").forEach((each) => each.removeAttribute("aria-invalid"));
  if (status !== 200) { ask(data.options || []); return; }
  plan = data.plan;
  setHtml($("#lines"), data.html);
  say("The reconciliation is shown below.");
  $("#lines").focus();
}

/** Show the options that would let the files be read, and go to the first. */
function ask(options) {
  if (!options.length) return;
  $("#options").open = true;
  options.forEach((name) => $(`#${name}`).setAttribute("aria-invalid", "true"));
  $(`#${options[0]}`).focus();
}

actions.fill = async () => {
  const { status, data } = await send("POST", `/f/${link}/facts/apply`, { plan });
  if (status === 200) go({ said: data.said, address: `/f/${link}` });
  else banner("refused", data.said);
};
$("#fills").addEventListener("change", () => reconcile([...$("#fills").files]));
$("#options").addEventListener("change", () => reconcile(broker));
onDrop(reconcile);
