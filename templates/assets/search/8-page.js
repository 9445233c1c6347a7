// The search page: answers what the address asks for.
const answer = document.querySelector(".search-answer");
if (answer) {
  const form = document.querySelector("main form.search");
  const input = form.querySelector("input");
  const [status, filters, apart, hits, more] = [".search-status", ".filter-form", ".found-policies", ".hits", ".more-hits"]
    .map((name) => answer.querySelector(name));
  const PAGE = 10;
  let turn = 0;

  const update = async () => {
    const mine = ++turn;
    const asked = state();
    const query = asked.get("q") ?? "";
    if (input.value !== query) input.value = query;
    answer.hidden = !query.trim();
    if (answer.hidden) return;
    try {
      const { hits: found, needles } = await find(query);
      members ??= membersOf();
      const begins = new Set(main.begins);
      const all = found.filter(({ record }) => !begins.has(record));
      const chosen = ({ record }) => passes(record, asked);
      const policies = found.filter((hit) => hit.tier > 1 && begins.has(hit.record) && chosen(hit)).slice(0, 5);
      const left = all.filter(chosen);
      const by = { date: members.day, cap: (record) => members.caps.get(record) ?? -1 }[asked.get("sort")];
      if (by) left.sort((a, b) => by(b.record) - by(a.record));
      const part = left.slice(0, Number(asked.get("n")) || PAGE);
      const stem = await stemmer(fold(query));
      const view = ({ record }) => show(record, needles, stem);
      const rows = await Promise.all(part.map(view));
      const titled = await Promise.all(policies.map(view));
      if (mine !== turn) return;
      apart.replaceChildren(...titled);
      apart.hidden = !titled.length;
      const firstLoose = by ? -1 : part.findIndex(({ tier }) => !tier);
      if (firstLoose >= 0) rows.splice(firstLoose, 0, make("li", { className: "looser" }, say("looser")));
      hits.replaceChildren(...rows);
      more.hidden = part.length === left.length;
      const exact = left.filter(({ tier }) => tier).length;
      status.textContent = left.length
        ? say("found", { number: left.length }) + (exact < left.length && exact ? ` · ${say("exact", { number: exact })}` : "")
        : say("none", { query });
      showFilters(filters, all, asked);
    } catch {
      if (mine === turn) status.textContent = status.dataset.failed;
    }
    answer.dataset.query = query;
  };

  const go = (change, replace) => {
    const asked = state();
    change(asked);
    const text = `${asked}`;
    history[replace ? "replaceState" : "pushState"](null, "", text ? `?${text}` : location.pathname);
    return update();
  };
  const without = (asked, ...more) => { for (const name of [...FACETS, "cap", "n", ...more]) asked.delete(name); };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go((asked) => {
      asked.set("q", input.value.trim());
      without(asked);
    });
  });
  filters.addEventListener("change", () => go((asked) => {
    const chosen = new FormData(filters);
    without(asked, "sort");
    for (const [name, value] of chosen) if (value) asked.append(name, value);
  }));
  filters.addEventListener("reset", (event) => {
    event.preventDefault();
    go(without);
  });
  filters.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", async () => {
    const before = hits.children.length;
    await go((asked) => asked.set("n", (Number(asked.get("n")) || PAGE) + PAGE), true);
    hits.children[before]?.querySelector("a")?.focus();
  });
  addEventListener("popstate", update);
  if (matchMedia("(width < 52rem)").matches) answer.querySelector(".filters").open = false;
  update();
}
