// Downloads: each button makes a file of the filing.
import { actions, link } from "./base.js";
import { begin } from "./jobs.js";

actions.make = (button) => begin(`/f/${link}/out/${button.dataset.kind}`, button.textContent.replace("Download ", ""));
