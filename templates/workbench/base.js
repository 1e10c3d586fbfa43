// What every screen of the workbench uses: elements, requests, messages, and buttons.

export const $ = (selector, from = document) => from.querySelector(selector);
export const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
export const { screen, link } = document.body.dataset;

const asIs = { createHTML: (text) => text };
const policy = window.trustedTypes ? trustedTypes.createPolicy("form4gen", asIs) : asIs;

/** Show markup that the server made from its templates, in which every value is escaped. */
export function setHtml(element, html) {
  element.innerHTML = policy.createHTML(html);
}

/** Have a screen reader say something; the text is emptied first, so that the same words are said again. */
export function say(text) {
  $("#say").textContent = "";
  setTimeout(() => { $("#say").textContent = text; }, 30);
}

/** Say why a button does nothing now. */
function sayWhyNot(button) {
  say(document.getElementById(button.getAttribute("aria-describedby"))?.textContent || button.title);
}

export function make(tag, text = "", attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

// With a numeric address there is no cookie: this tab keeps the session, and sends it.
const session = sessionStorage.getItem("session");
export const ofSession = session ? { "X-Form4gen-Session": session } : {};

let unanswered = 0;

/** Say on the page how many requests wait for an answer, or for what follows from it. */
function wait(more) {
  unanswered += more;
  document.body.dataset.unanswered = unanswered;
}

/** The status and the content of an answer; status 0 if there is none. */
export async function send(method, address, body, headers = {}) {
  const given = body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) };
  wait(1);
  try {
    const answer = await fetch(address, { method, headers: { ...headers, ...ofSession }, ...given });
    const type = answer.headers.get("content-type") || "";
    return { status: answer.status, data: type.includes("json") ? await answer.json() : { text: await answer.text() } };
  } catch {
    return { status: 0, data: { said: "form4gen does not answer. If it has stopped, start it again." } };
  } finally {
    setTimeout(wait, 0, -1);
  }
}

/** A bar below the menu, with a button for each pair of words and function; an empty text removes it. */
export function banner(id, said, buttons = [], stops = true) {
  $(`#${id}`)?.remove();
  if (!said) return;
  const bar = make("div", "", { id, class: stops ? "banner stop" : "banner" });
  bar.append(make("p", said));
  for (const [words, act] of buttons) {
    const button = make("button", words, { type: "button", class: "b" });
    button.addEventListener("click", () => { bar.remove(); act(); });
    bar.append(button);
  }
  const close = make("button", "Close", { type: "button", class: "b quiet" });
  close.addEventListener("click", () => bar.remove());
  bar.append(close);
  $("#banners").append(bar);
}

/** What a button does, by the name in its ``data-do``. */
export const actions = { close: (button) => button.closest("dialog").close() };
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (!button) return;
  if (button.getAttribute("aria-disabled") === "true") sayWhyNot(button);
  else actions[button.dataset.do]?.(button);
});

/** Open the address of an answer; what it says is shown there. */
export function go(data) {
  if (data.said) sessionStorage.setItem("said", data.said);
  location.assign(data.address);
}

/** Show what was said before this page was opened. */
export function showSaid() {
  const said = sessionStorage.getItem("said");
  if (said) banner("said", said, [], false);
  sessionStorage.removeItem("said");
}

/** Take the files that are dropped anywhere on the page. */
export function onDrop(take) {
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => { event.preventDefault(); take([...event.dataTransfer.files]); });
}
