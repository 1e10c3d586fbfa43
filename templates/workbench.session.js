// The session where no cookie can hold it: cookies of 127.0.0.1 are sent to every port of the computer. This tab keeps
// it, and sends it with each request itself. So a page is fetched by this script, and takes the place of an empty one.
"use strict";
(async () => {
const made = document.body.dataset.session;
if (made) {
  sessionStorage.setItem("session", made);
  location.replace("/");
  return;
}
const say = (text) => { document.querySelector("#say").textContent = text; };
const session = sessionStorage.getItem("session");
if (!session) {
  say("This tab is not open to the workbench. Go back to the tab that form4gen opened. If you closed it, stop form4gen workbench, and start it again.");
  return;
}
let answer;
try {
  answer = await fetch(location.href, { headers: { "X-Form4gen-Session": session, Accept: "text/html" } });
} catch {
  say("form4gen does not answer. If it has stopped, start it again.");
  return;
}
if (!(answer.headers.get("content-type") || "").includes("html")) {
  say((await answer.json()).said);
  return;
}
const same = { createHTML: (text) => text, createScriptURL: (text) => text };
const policy = window.trustedTypes ? trustedTypes.createPolicy("form4gen-session", same) : same;
const page = new DOMParser().parseFromString(policy.createHTML(await answer.text()), "text/html");
document.title = page.title;
document.body.replaceWith(page.body);
for (const { src, type } of page.querySelectorAll("script")) {
  const script = document.createElement("script");
  script.type = type;
  script.src = policy.createScriptURL(src);
  document.head.append(script);
}
})();
