// Downloads: a file is made in a process of its own, watched, and fetched when it is done.
import { $, actions, banner, link, make, ofSession, say, send } from "./base.js";

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

Object.assign(actions, {
  make: async (button) => {
    banner("failed", "");
    const { status, data } = await send("POST", `/f/${link}/out/${button.dataset.kind}`, {});
    if (status !== 202) { banner("failed", data.said); return; }
    [job, heard] = [data.job, 0];
    $("#job").hidden = false;
    $("#job-time").textContent = "";
    $("#job-said").textContent = `Making: ${button.textContent.replace("Download ", "")}`;
    say($("#job-said").textContent);
    watch();
  },
  "job-stop": () => send("DELETE", `/jobs/${job}`),
});
