// Where `mtaudit serve` shows the page, decisions go to it and are carried out at once.

const serverToken = document.querySelector("meta[name=mtaudit-server]")?.content;

/** Asks the server; an answer that is no success becomes an error with the server's reason. */
async function askServer(path, body) {
  const answer = await fetch(path, {
    method: body === undefined ? "GET" : "POST", body, credentials: "same-origin", cache: "no-store",
    headers: body === undefined ? {} : { "Content-Type": "application/json", "X-Mtaudit-Token": serverToken },
  });
  const said_ = await answer.json();
  if (!answer.ok) throw new Error(said_.error);
  return said_;
}

/** Keeps decisions on the server; what it refuses is taken back. */
function serverKeeper() {
  let good = [], waiting = Promise.resolve();
  const post = async (list) => {
    const whole = { schema: DECISIONS_SCHEMA, report: { id: report.id, signature: report.signature }, decisions: list };
    try {
      const { written } = await askServer("/decisions", JSON.stringify(whole));
      good = list;
      tell("");
      if (written.length) toast(fill(words.serve_written, { files: written.join(", ") }));
    } catch (reason) {
      tell(fill(words.serve_refused, { reason: inert(reason.message) }));
      replaceDecisions(good);
    }
  };
  return {
    load: async () => { good = (await askServer("/decisions")).decisions; return good; },
    save: (list) => { waiting = waiting.then(() => post(list)); },
  };
}

/** The button that audits again. */
function readyServer() {
  const button = NODE("serve-again");
  NODE("serve-tools").hidden = false;
  for (const node of document.querySelectorAll(".decide-out")) node.hidden = true;
  button.addEventListener("click", async () => {
    button.disabled = true;
    toast(words.serve_working);
    try {
      await askServer("/audit", "{}");
      location.reload();
    } catch (reason) {
      button.disabled = false;
      tell(fill(words.serve_refused, { reason: inert(reason.message) }));
    }
  });
}

if (serverToken) {
  keeper = serverKeeper();
  addPart("server", readyServer);
}
