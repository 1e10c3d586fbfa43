// The workbench in the browser. The server reads what is typed, changes the file, and sends the page back whole; here
// are the keys, the focus, and what has not been saved yet. Each screen is a module.
import { screen } from "./base.js";

await import(`./${screen}.js`);
document.body.dataset.ready = "yes";
