// Compare: the other side is chosen, and F8 goes from change to change.
import { $, $$, say } from "./base.js";

$("#with")?.addEventListener("change", () => location.assign(`?with=${encodeURIComponent($("#with").value)}`));

