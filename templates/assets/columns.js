// The matrix of a site of many policies: a reader chooses which stand in its columns, and the address says which, so that a
// choice can be sent to others. A column comes from the page of its policy, which has the same table with one.
for (const form of document.querySelectorAll("form.chooser")) {
  if (location.protocol === "file:") continue; // a page on a disk may read no other
  const table = document.querySelector(".matrix");
  const field = form.querySelector("input");
  const [chosen, found] = ["chosen", "found"].map((name) => form.querySelector(`.${name}`));
  const status = form.querySelector("[role=status]");
  const rows = [...table.querySelectorAll("tr")];
  const { dataset: data } = form;
  const most = +data.most;
  const say = (text, values = {}) => {
    status.textContent = text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
  const fetched = async (path) => {
    const reply = await fetch(path);
    if (!reply.ok) throw new Error(reply.status);
    return reply;
  };

  // What is known of a policy: its head, its cell of each theme, and what holds for all others ("").
  const known = new Map();
  const first = [...table.tHead.querySelectorAll("[data-doc]")].map((head, at) => {
    const cells = new Map(rows.filter((row) => row.dataset.theme).map((row) => [row.dataset.theme, row.cells[at + 2]]));
    known.set(head.dataset.doc, { head, cells });
    return head.dataset.doc;
  });
  const read = async (doc) => {
    const there = new URL(data.own.replace("/_/", `/${doc}/`), location);
    const page = new DOMParser().parseFromString(await (await fetched(there)).text(), "text/html");
    document.dispatchEvent(new CustomEvent("arrived", { detail: page }));
    const own = page.querySelector(".matrix");
    for (const link of own.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), there);
    const head = document.importNode(own.tHead.rows[0].cells[1], true);
    head.dataset.doc = doc;
    const link = Object.assign(document.createElement("a"), { className: "own", href: there, textContent: data.name });
    head.append(" ", link);
    const lines = [...own.querySelectorAll("tr[data-theme]")];
    const cells = new Map(lines.map((row) => [row.dataset.theme, document.importNode(row.cells[1], true)]));
    if (!cells.has("")) throw new Error("a later text is compared");
    known.set(doc, { head, cells });
  };
  const name = (doc) => {
    const { head } = known.get(doc);
    return [".at", ".document"].map((part) => head.querySelector(part).textContent).join(" ");
  };

  let docs = first;
  const show = () => {
    const columns = docs.map((doc) => known.get(doc));
    for (const row of rows) {
      if (row.className === "family") row.cells[0].colSpan = docs.length + 2;
      else if (row.dataset.theme) {
        const { theme } = row.dataset;
        [...row.cells].slice(2).forEach((cell) => cell.remove());
        row.append(...columns.map(({ cells }) => cells.get(theme) ?? cells.get("").cloneNode(true)));
      }
    }
    const heads = table.tHead.rows[0];
    [...heads.cells].slice(2).forEach((head) => head.remove());
    heads.append(...columns.map(({ head }) => head));
    chosen.replaceChildren(...docs.map((doc) => {
      const item = document.createElement("li");
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.setAttribute("aria-label", data.remove.replace("{name}", name(doc)));
      button.onclick = () => {
        choose(docs.filter((each) => each !== doc), data.removed, name(doc));
        field.focus();
      };
      item.append(name(doc), " ", button);
      return item;
    }));
  };
  const choose = async (wanted, said, named) => {
    await Promise.allSettled(wanted.filter((doc) => !known.has(doc)).map(read));
    const failed = wanted.some((doc) => !known.has(doc));
    docs = wanted.filter((doc) => known.has(doc));
    show();
    const address = new URL(location);
    if (docs.join() === first.join()) address.searchParams.delete("with");
    else address.searchParams.set("with", docs.join());
    history.replaceState(null, "", address.href.replaceAll("%2C", ","));
    say(failed ? data.failed : said, { name: named ?? (docs.length ? name(docs.at(-1)) : "") });
  };

  // All policies are read when a reader first looks for one.
  let list = null;
  const listed = () => (list ??= fetched(data.list).then((reply) => reply.json()).then(Object.entries).catch((error) => {
    list = null;
    throw error;
  }));
  const offer = async () => {
    const typed = field.value;
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    let all = [];
    try {
      if (words.length) all = await listed();
    } catch {
      say(data.failed);
      return;
    }
    if (typed !== field.value) return; // somebody has typed on meanwhile
    const fits = all.filter(([doc, names]) => !docs.includes(doc) && words.every((word) => `${doc} ${names.join(" ")}`.toLowerCase().includes(word)));
    const full = docs.length >= most;
    found.replaceChildren(...fits.slice(0, full ? 0 : 10).map(([doc, names]) => {
      const item = document.createElement("li");
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: names.join(" ") });
      button.onclick = async () => {
        field.value = "";
        found.replaceChildren();
        field.focus();
        await choose([...docs, doc], data.added);
      };
      item.append(button);
      return item;
    }));
    say(!words.length ? "" : full ? data.full : data.found, { number: fits.length });
  };

  field.addEventListener("input", offer);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    found.replaceChildren();
    choose(first, "");
  });
  form.hidden = false;
  const wanted = (new URL(location).searchParams.get("with") ?? "").split(",").filter((doc) => /^[a-z0-9-]+$/.test(doc));
  show();
  if (wanted.length) choose([...new Set(wanted)].slice(0, most), "");
}
