// Facts: a broker's file, what becomes of each of its rows, and then the rows in the form.
import { $, $$, actions, banner, go, link, onDrop, say, send } from "./base.js";

let plan = "", broker = null;

async function reconcile(file) {
  broker = file;
  const chosen = $$("[data-option]").filter((each) => each.value).map((each) => [each.id, each.value]);
  const headers = { "X-File-Name": encodeURIComponent(file.name) };
  const { status, data } = await send("POST", `/f/${link}/facts?${new URLSearchParams(chosen)}`, file, headers);
  $("#reconciled").hidden = status !== 200;
  banner("refused", status === 200 ? "" : `${file.name}: ${data.said}`);
  if (status !== 200) return;
  plan = data.plan;
  $("#lines").textContent = data.lines.join("\n");
  say("The reconciliation is shown below.");
  $("#lines").focus();
}

actions.fill = async () => {
  const { status, data } = await send("POST", `/f/${link}/facts/apply`, { plan });
  if (status === 200) go({ said: data.said, address: `/f/${link}` });
  else banner("refused", data.said);
};
$("#fills").addEventListener("change", () => [...$("#fills").files].forEach(reconcile));
$("#options").addEventListener("change", () => { if (broker) reconcile(broker); });
onDrop((files) => files.slice(0, 1).forEach(reconcile));
