// The search page: answers what the address asks for.
const answer = document.querySelector(".search-answer");
if (answer) {
  const form = document.querySelector("main form.search");
  const input = form.querySelector("input");
  const [status, strict, filters, apart, hits, more, ways] = [
    ".search-status", ".search-strict input", ".filter-form", ".found-policies", ".hits", ".more-hits", ".search-ways",
  ].map((name) => answer.querySelector(name));
  const PAGE = 10;
  let turn = 0;

  // Themes whose names have most of what was asked for, with the page that compares them or all of their clauses.
  const nearest = (query, stem) => {
    const asked = new Set(units(fold(query), stem).filter(Boolean).map(({ text }) => text));
    return main.lists.theme
      .map((theme) => [units(fold(`${theme[1]}\n${theme[2]}`), stem).filter((unit) => unit && asked.has(unit.text)).length, theme])
      .filter(([common]) => common)
      .sort(([a], [b]) => b - a)
      .slice(0, 3)
      .map(([, theme]) => make("li", { className: "nearest" }, say("theme"), " ",
        make("a", { href: themePage(theme) || `?theme=${theme[0]}` }, theme[nameAt])));
  };

  const update = async () => {
    const mine = ++turn;
    const asked = state();
    const query = (asked.get("q") ?? "").trim();
    const narrowed = [...FACETS, "cap"].some((name) => asked.has(name));
    if (input.value.trim() !== query) input.value = query;
    strict.checked = asked.has("all");
    document.documentElement.classList.toggle("asked", Boolean(query) || narrowed);
    try {
      main = await start();
      const every = () => Array.from({ length: main.size }, (_, record) => ({ record, tier: 2, score: 0 }));
      const { hits: found, needles, missing } = query ? await find(query)
        : { hits: every(), needles: [], missing: [] };
      members ??= membersOf();
      const begins = new Set(main.begins);
      const all = found.filter(({ record, tier }) => !begins.has(record) && !(strict.checked && (!tier || missing.length)));
      const chosen = ({ record }) => passes(record, asked);
      const policies = query ? found.filter((hit) => hit.tier > 1 && begins.has(hit.record) && chosen(hit)).slice(0, 5) : [];
      const left = query || narrowed ? all.filter(chosen) : [];
      const by = { date: members.day, cap: (record) => members.sums.get(record) ?? -1 }[asked.get("sort")];
      if (by) left.sort((a, b) => by(b.record) - by(a.record));
      const part = left.slice(0, Number(asked.get("n")) || PAGE);
      const stem = await stemmer(fold(query));
      const wanted = sought(needles, stem);
      const view = ({ record }) => show(record, wanted, stem);
      const rows = await Promise.all(part.map(view));
      const titled = await Promise.all(policies.map(view));
      if (mine !== turn) return;
      apart.replaceChildren(...titled);
      apart.hidden = !titled.length;
      const loose = left.findLastIndex(({ tier }) => tier) + 1; // all from here on are
      if (!by && loose < rows.length) rows.splice(loose, 0, make("li", { className: "looser" }, say("looser")));
      hits.replaceChildren(...rows);
      more.hidden = part.length === left.length;
      const exact = left.filter(({ tier }) => tier > 1).length;
      const said = left.length
        ? [say("found", { number: left.length }) + (exact < left.length && exact ? ` · ${say("exact", { number: exact })}` : "")]
        : [all.length ? say(query || narrowed ? "narrow" : "all", { number: all.length }) : say("none", { query })];
      if (missing.length && found.length) said.push(say(strict.checked ? "required" : "missing", { words: missing.join(say("between")) }));
      status.textContent = said.join(say("next"));
      ways.hidden = Boolean(left.length) || !(query || narrowed);
      ways.querySelectorAll(".nearest").forEach((each) => each.remove());
      ways.querySelector("ul").prepend(...nearest(query, stem));
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
      without(asked, "all");
    });
  });
  strict.addEventListener("change", () => go((asked) => {
    asked.delete("all");
    if (strict.checked) asked.set("all", "1");
  }));
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
