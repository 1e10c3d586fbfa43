// A file is made in a process of its own, watched, and fetched when it is done.
import { $, actions, banner, make, ofSession, say, send } from "./base.js";

const HEARD = 15;  // seconds: how long the work takes is not known, so each quarter of a minute is said

let job = null, heard = 0;

async function watch() {
  const { data } = await send("GET", `/jobs/${job}`);
  if (data.state === "running") {
    $("#job-time").textContent = data.seconds ? `${data.seconds} s` : "";
    tell(data.seconds);
    setTimeout(watch, 400);
    return;
  }
  $("#job").hidden = true;
  if (data.state !== "done") { banner("failed", data.said); return; }
  for (let number = 0; number < data.files; number += 1) await download(`/jobs/${job}/files/${number}`);
  say("Done.");
}

/** Have a screen reader hear that the work goes on. */
function tell(seconds) {
  const quarter = Math.floor(seconds / HEARD);
  if (quarter > heard) say(`${$("#job-said").textContent}, ${quarter * HEARD} seconds so far.`);
  heard = Math.max(heard, quarter);
}

async function download(address) {
  const answer = await fetch(address, { headers: ofSession });
  if (!answer.ok) { banner("failed", (await answer.json()).said); return; }
  const name = decodeURIComponent(answer.headers.get("content-disposition").split("''")[1]);
  const file = make("a", "", { href: URL.createObjectURL(await answer.blob()), download: name });
  file.click();
  setTimeout(() => URL.revokeObjectURL(file.href), 60000);
}

/** Begin to make a file, which words name, and fetch it. */
export async function begin(address, words) {
  banner("failed", "");
  const { status, data } = await send("POST", address, {});
  if (status !== 202) { banner("failed", data.said); return; }
  [job, heard] = [data.job, 0];
  $("#job").hidden = false;
  $("#job-time").textContent = "";
  $("#job-said").textContent = `Making: ${words}`;
  say($("#job-said").textContent);
  watch();
}

actions["job-stop"] = () => send("DELETE", `/jobs/${job}`);
