// Keeps an open page as the newest build has it. `digest serve` adds this to the pages it sends; no file of the site
// holds it. It comes before the page's own scripts.
import { Conflict, patch, remember } from "./patch.js";
import { say } from "./panel.js";

const { version, code } = document.querySelector('script[src="/.digest/reload.js"]').dataset;
const sent = remember();
let seen = version;
let gone = false;

// What cannot be exchanged in a page that is open: scripts have run, a policy once in force stays.
const lasting = (page) => [...page.querySelectorAll("script, meta[http-equiv]")]
  .map((each) => `${each.src || each.content} ${each.dataset.assets ?? ""}`).join("\n");

const update = async () => {
  const answer = await fetch(location.href, { cache: "no-store" });
  gone = answer.status === 404 && code !== "404";
  if (gone) return;
  if (answer.status !== Number(code)) return location.reload();
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (lasting(fresh) !== lasting(sent)) return location.reload();
  try {
    patch(sent.head, fresh.head);
    patch(sent.body, fresh.body);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    location.reload();
  }
};

const receive = async ({ failure, ...words }) => {
  if (words.version !== seen) {
    await update();
    seen = words.version;  // a page that could not be fetched is asked for again with the next state
  }
  await say(words, failure ? { urgent: true, ...failure } : gone ? { title: words.gone } : null);
};

// One state after the other. A page that nobody sees asks for nothing: a browser has few connections to a server.
let events = null;
let done = Promise.resolve();
const listen = () => {
  events?.close();
  events = document.hidden ? null : new EventSource("/.digest/events");
  if (events) events.onmessage = ({ data }) => { done = done.then(() => receive(JSON.parse(data))).catch(() => {}); };
};
document.addEventListener("visibilitychange", listen);
listen();
