// Changes go to the server one after another; what could not be sent stays in this tab.
import { $, $$, banner, link, say, send } from "./base.js";
import { state } from "./cells.js";
import { show } from "./show.js";
import { compareUnsaved, keep, unsent } from "./unsent.js";

export const digest = () => (state.waiting || state.view).digest;

let queue = Promise.resolve();
let begun = 0;  // an answer about the file that is older than a change says nothing

/** Make a change of the filing; then ``then`` gets the answer. */
export function change(body, then) {
  begun += 1;
  queue = queue.then(async () => {
    $("#saved").textContent = "Saving";
    const seen = digest();
    const { status, data } = await send("POST", `/f/${link}/change`, { digest: seen, ...body });
    if (status === 200) {
      const before = heard();
      banner("refused", "");
      if (data.others) foreign(data.others, "what the file has now, with your change", seen);
      show(data, data.at || "");
      if (data.said) said(data, body, before);
      then?.(data);
      return;
    }
    $("#saved").textContent = "Not saved";
    $("#saved").className = "saved not";
    refused(status, data, body, then, seen);
  });
  return queue;
}

/** What a screen reader may have heard: the verdict, and the findings that no one accepted. */
const heard = () => ({
  verdict: $("#verdict strong")?.textContent,
  found: $$(".finding:not(.accepted)").map((each) => each.dataset.rule + each.dataset.at),
});

/** Say what was done: the verdict first if it is another, and at most one sentence about new findings. */
function said(data, body, before) {
  const after = heard(), isNew = (each) => !before.found.includes(each.dataset.rule + each.dataset.at);
  const found = $$(".finding:not(.accepted)").filter(isNew);
  const here = found.find((each) => each.dataset.at.startsWith(body.at || data.at || "none"));
  const elsewhere = found.length === 1 ? "1 new finding elsewhere, F8 goes to it." :
    `${found.length} new findings elsewhere, F8 goes to them.`;
  const news = here ? $(".msg", here).textContent : found.length ? elsewhere : "";
  const verdict = after.verdict === before.verdict ? "" : `${after.verdict}. `;
  say(`${verdict}${data.said}. ${data.counts}. ${data.others} ${news}`.trim());
  lastChange(data.said, body.do);
}

/* What changed last, with Undo: for some seconds, longer while the focus or the pointer is in it. */
const SHOWN = 9000;  // milliseconds
let hides = 0;

function lastChange(words, what) {
  const bar = $("#last");
  clearTimeout(hides);
  $("#last-said").textContent = words;
  $("button", bar).hidden = what === "undo";
  bar.hidden = false;
  const hide = () => {
    if (bar.matches(":hover, :focus-within")) hides = setTimeout(hide, 1000);
    else bar.hidden = true;
  };
  hides = setTimeout(hide, SHOWN);
}

/** The button that shows what the file has now beside what this tab showed. */
function comparing(seen, body) {
  return ["Compare the two", () => {
    if (body && !["undo", "redo"].includes(body.do)) keep([...unsent(), body]);
    if (unsent().length) compareUnsaved(seen);
    else location.assign(`/f/${link}/compare?with=seen:${seen}`);
  }];
}

const foreign = (said, shown, seen) =>
  banner("foreign", `${said} The form shows ${shown}.`, [comparing(seen)], false);

function refused(status, data, body, then, seen) {
  const typed = body.do === "cell" && body.text ? `“${body.text}”` : "the change";
  if (status === 409 && data.foreign) {
    const anyway = () => change({ ...body, anyway: true }, then);
    banner("refused", data.said, [[body.do === "undo" ? "Undo anyway" : "Redo anyway", anyway]]);
  } else if (status === 409) {
    const again = async () => { await load(); change(body, then); };
    const said = `${data.said} ${typed} is not saved. Look at what the file has now, then decide.`;
    banner("refused", said, [["Keep what the file has", load], [`Enter ${typed} again`, again], comparing(seen, body)]);
  } else if (status === 404) {
    keep([...unsent(), body]);
    gone(`${GONE} ${unsent().length} not saved; it is kept in this tab.`);
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

const GONE = "The file is gone. Another program removed or renamed it.";
const gone = (said) => banner("gone", said, [["Save again", saveAgain]]);

/** Write the file as it is on the screen, then what could not be sent since. */
async function saveAgain() {
  const { status, data } = await send("POST", `/f/${link}/again`, { digest: digest() });
  banner("refused", status === 201 ? "" : data.said);
  if (status !== 201) return;
  say(data.said);
  await load();
  resend();
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
  if (data.gone) {
    if (!$("#gone")?.textContent.startsWith(GONE)) gone(GONE);  // drawn anew, its button would lose the focus
    return;
  }
  banner("gone", "");
  document.dispatchEvent(new CustomEvent("verdict", { detail: data.verdict }));
  if (!data.changed || !$("#jsonview").hidden) return;
  await load();
  foreign(data.said, "what the file has now", seen);
}
