// What hits can be narrowed by. The choice stands in the address.
const FACETS = ["place", "doc", "genre", "status", "theme", "kind", "year", "english"];
const SUMS = [1e5, 1e6, 5e6, 1e7];
const state = () => new URLSearchParams(location.search);

const policyOf = (record) => main.policies[main.owners[record]];

// The state of a record's policy today, a day that site.js finds.
const { today } = document.documentElement.dataset;
const standing = (record) => main.phases[policyOf(record)[2]].findLast((phase) => phase[3] < today && today < phase[4]);

// What a record is by each facet; made once.
let members;
const membersOf = () => {
  const found = {
    sums: new Map(list(main.sums[0]).map((record, at) => [record, main.sums[1][at]])),
    day: (record) => policyOf(record)[3],
    place: (record) => main.names.place[policyOf(record)[0]]?.[3] ?? [],
    doc: (record) => [policyOf(record)[4]],
    genre: (record) => [policyOf(record)[1]],
    status: (record) => [standing(record)[0]],
    year: (record) => [`${policyOf(record)[3]}`.slice(0, 4)],
  };
  for (const [name, rows] of Object.entries(main.lists)) {
    const held = new Map();
    for (const [id, , , text] of rows) {
      for (const record of list(text)) held.set(record, [...(held.get(record) ?? []), id]);
    }
    found[name] = (record) => held.get(record) ?? [];
  }
  return found;
};

const passes = (record, asked, but) => FACETS.every((name) => {
  const values = asked.getAll(name);
  return name === but || !values.length || members[name](record).some((value) => values.includes(value));
}) && (members.sums.get(record) ?? 0) >= Number(asked.get("cap"));

// The values of a facet with their names, and how deep they stand.
const options = (name) => (name === "doc" ? Object.entries(titles)
  : (main.names[name] ?? main.lists[name]).map((row) => [row[0], row[nameAt], name === "place" && row[3].length - 1]));

const choice = (name, label, rows) => {
  const select = make("select", { name, id: `by-${name}` },
    ...rows.map(([value, text]) => make("option", { value, selected: (state().get(name) ?? "") === value }, text)));
  return make("p", {}, make("label", { htmlFor: select.id }, label), select);
};

const facet = (name, all, asked, wasOpen) => {
  const counts = new Map();
  const count = (value) => counts.get(value) ?? 0;
  for (const { record } of all) {
    if (!passes(record, asked, name)) continue;
    for (const value of members[name](record)) counts.set(value, count(value) + 1);
  }
  const chosen = asked.getAll(name);
  let rows = options(name).filter(([value]) => counts.has(value) || chosen.includes(value));
  if (name !== "place" && name !== "year") rows.sort(([a], [b]) => count(b) - count(a));
  rows = rows.slice(0, 40);
  if (rows.length < (name === "english" ? 1 : 2) && !chosen.length) return [];
  return [make("details", { open: wasOpen ?? (chosen.length > 0 || name === "place"), "data-name": name },
    make("summary", {}, say(`by_${name}`)),
    make("ul", {}, ...rows.map(([value, text, depth], at) => make("li", { className: `depth-${+depth || 0}` },
      make("label", {},
        make("input", { type: "checkbox", name, value, id: `by-${name}-${at}`, checked: chosen.includes(value) }),
        make("span", {}, text), make("span", { className: "count" }, count(value)))))))];
};

const showFilters = (filters, all, asked) => {
  const open = {};
  for (const each of filters.querySelectorAll("details")) open[each.dataset.name] = each.open;
  const focused = document.activeElement?.id;
  const unit = language === "en" ? 1e6 : 1e4;
  const sum = (yuan) => yuan < unit ? say("yuan", { number: yuan.toLocaleString(language) }) : say("million", { number: yuan / unit });
  filters.replaceChildren(
    choice("sort", say("sort"), [["", say("by_relevance")], ["date", say("by_date")], ["cap", say("by_amount")]]),
    ...(main.sums[1].length ? [choice("cap", say("by_cap"), [["", say("any_cap")], ...SUMS.map((yuan) => [`${yuan}`, sum(yuan)])])] : []),
    ...FACETS.flatMap((name) => facet(name, all, asked, open[name])),
    make("button", { type: "reset", hidden: ![...FACETS, "cap"].some((name) => asked.has(name)) }, say("clear")),
  );
  document.getElementById(focused)?.focus();
};
