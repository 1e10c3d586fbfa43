// What could not be saved stays in this tab, also while another page is open in it.
import { link, send } from "./base.js";

const store = `unsent ${link}`;
export const unsent = () => JSON.parse(sessionStorage.getItem(store) || "[]");
export const keep = (bodies) => sessionStorage.setItem(store, JSON.stringify(bodies));

/** Compare what this tab showed with the file, with the changes that are not saved. */
export async function compareUnsaved(seen = "") {
  const changes = unsent();
  const { status, data } = await send("POST", `/f/${link}/unsaved`, { digest: seen, changes });
  location.assign(`/f/${link}/compare?with=${status === 200 ? `unsaved:${data.digest}` : `seen:${seen}`}`);
}
