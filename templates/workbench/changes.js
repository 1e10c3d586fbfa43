// Changes go to the server one after another; what could not be sent stays in this tab.
import { $, banner, link, say, send } from "./base.js";
import { state } from "./cells.js";
import { show } from "./show.js";

const store = `unsent ${link}`;
export const unsent = () => JSON.parse(sessionStorage.getItem(store) || "[]");
export const keep = (bodies) => sessionStorage.setItem(store, JSON.stringify(bodies));
export const digest = () => (state.waiting || state.view).digest;

let queue = Promise.resolve();
let begun = 0;  // an answer about the file that is older than a change says nothing

/** Make a change of the filing; then ``then`` gets the answer. */
export function change(body, then) {
  begun += 1;
  queue = queue.then(async () => {
    $("#saved").textContent = "Saving";
    const { status, data } = await send("POST", `/f/${link}/change`, { digest: digest(), ...body });
    if (status === 200) {
      banner("refused", "");
      if (data.said) say(`${data.said}. ${data.counts}. ${data.others}`);
      if (data.others) foreign(data.others, "what the file has now, with your change");
      show(data);
      then?.(data);
      return;
    }
    $("#saved").textContent = "Not saved";
    $("#saved").className = "saved not";
    refused(status, data, body, then);
  });
  return queue;
}

const foreign = (said, shown) => banner("foreign", `${said} The form shows ${shown}.`, [], false);

function refused(status, data, body, then) {
  const typed = body.do === "cell" && body.text ? `“${body.text}”` : "the change";
  if (status === 409 && data.foreign) {
    const anyway = () => change({ ...body, anyway: true }, then);
    banner("refused", data.said, [[body.do === "undo" ? "Undo anyway" : "Redo anyway", anyway]]);
  } else if (status === 409) {
    const again = async () => { await load(); change(body, then); };
    const said = `${data.said} ${typed} is not saved. Look at what the file has now, then decide.`;
    banner("refused", said, [["Keep what the file has", load], [`Enter ${typed} again`, again]]);
  } else if (status === 0 || status >= 500) {
    keep([...unsent(), body]);
    const copy = () => navigator.clipboard.writeText(JSON.stringify(unsent()));
    const said = `${data.said} ${unsent().length} not saved; it is kept in this tab.`;
    banner("refused", said, [["Try again", resend], ["Copy as JSON", copy]]);
  } else {
    banner("refused", data.said);
    document.dispatchEvent(new CustomEvent("refused", { detail: body }));
  }
}

export function resend() {
  const kept = unsent();
  keep([]);
  kept.forEach((body) => change(body));
}

export async function load() {
  const { status, data } = await send("GET", `/f/${link}/view`);
  if (status === 200) show(data);
  else banner("refused", data.said);
}

/** Whether the file is still the one on the screen; a change by another program is shown. */
export async function check() {
  await queue;
  if (state.editor || !state.view) return;
  const seen = state.view.digest, before = begun;
  const { status, data } = await send("GET", `/state?name=${link}&digest=${seen}`);
  if (status === 0) banner("gone", data.said);
  if (status !== 200 || state.editor || begun !== before || seen !== state.view.digest) return;
  banner("gone", data.gone ? "The file is gone. Another program removed or renamed it." : "");
  if (data.gone) return;
  document.dispatchEvent(new CustomEvent("verdict", { detail: data.verdict }));
  if (!data.changed || !$("#jsonview").hidden) return;
  await load();
  foreign(data.said, "what the file has now");
}
