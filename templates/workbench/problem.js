// A page that cannot be shown: a file that was removed is saved again.
import { actions, banner, go, link, send } from "./base.js";

actions.again = async (button) => {
  const { status, data } = await send("POST", `/f/${link}/again`, { digest: button.dataset.digest });
  if (status === 201) go({ said: data.said, address: `/f/${link}` });
  else banner("refused", data.said);
};
