// Suggestions in every search box, and the answers of the search page; ranked as in src/digest/search/find.py.
{
  const here = document.currentScript.src;
  const language = document.documentElement.lang.startsWith("en") ? "en" : "zh";
  const arrived = new Map();
  const loads = new Map();
  let main = null;

  globalThis.digestSearch = (name, value) => arrived.set(name, value);

  const script = (name, url) => {
    if (!loads.has(name)) {
      loads.set(name, new Promise((done, failed) => {
        const element = document.createElement("script");
        element.src = new URL(url, here);
        element.onload = () => { element.remove(); done(arrived.get(name)); };
        element.onerror = () => { element.remove(); loads.delete(name); failed(new Error(name)); };
        document.head.append(element);
      }));
    }
    return loads.get(name);
  };
  const file = (name) => script(name, `../search/${name}.js${main ? `?v=${main.version}` : ""}`);

  // texts become units

  const DIGITS = "./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmn";
  const SIGNS = "!#$%&'()*+,-";
  const WHOLE = 9, INSIDE = 6, EXACT = 24, PIECES = 12, OWN = 8, LONGEST = 3, MANNER = [0, 1, 2, 2];
  const digit = new Uint8Array(128);
  [...DIGITS].forEach((sign, at) => { digit[sign.charCodeAt(0)] = at; });

  const numbers = (text, each, place) => {
    let kind = 0, record = -1, value = 0, shift = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 256) { place(record, code - 257); continue; }
      if (code < 46) { kind = SIGNS.indexOf(text[at]); record = -1; continue; }
      value |= (digit[code] & 31) << shift;
      shift += 5;
      if (digit[code] < 32) { each(record += value + 1, kind); value = shift = 0; }
    }
  };
  const list = (text) => { const found = []; numbers(text, (record) => found.push(record)); return found; };

  const start = async () => {
    if (main) return;
    const value = await file("index");
    const fold = new Map([["\u3000", " "], ["\xa0", " "], ["’", "'"], ["\r", "\n"]]);
    const [old, simple] = value.fold.map((text) => [...text]);
    old.forEach((character, at) => fold.set(character, simple[at]));
    Object.assign(value, { foldings: fold, units: new RegExp(value.pattern, "gu"), begins: list(value.starts) });
    main = value;
  };

  const fold = (text) => text.replace(/[^!-@[-~\n ]/gu, (given) => {
    let c = main.foldings.get(given) ?? given;
    const code = c.charCodeAt(0);
    if (code > 0xff00 && code < 0xff5f) c = String.fromCharCode(code - 0xfee0);
    const lower = /[A-ZÀ-ɏͰ-ӿ]/.test(c) ? c.toLowerCase() : c;
    return lower.length === 1 ? lower : c;
  });

  const units = (folded, stem) => [...folded.matchAll(main.units)].flatMap((found) => {
    const [all, character, word, mark] = found;
    const at = { start: found.index, end: found.index + all.length };
    return character ? [{ text: character, ...at }] : word ? [{ text: ` ${stem(word)}`, said: word, ...at }] : mark ? [null] : [];
  });
  const stemmer = async (text) =>
    /[a-zß-ӿ]/.test(text) ? script("stem", "stem.js") : (word) => word;

  const read = async (query) => {
    const folded = fold(query);
    const stem = await stemmer(folded);
    const words = [];
    for (const [, minus, quoted, plain] of folded.matchAll(/((?<![^ ])-)?(?:["“”]([^"“”]*)["“”]?|([^ \n"“”]+))/gu)) {
      let phrase = null;
      for (const unit of units(quoted ?? plain, stem)) {
        if (!unit) phrase = null;
        else if (phrase) phrase.push(unit.text);
        else {
          words.push({ units: phrase = [unit.text], exact: Boolean(quoted), without: Boolean(minus) });
          words.at(-1).said = unit.text === ` ${unit.said}` || !unit.said ? "" : unit.said;
        }
        if (phrase?.length > 1) words.at(-1).said = "";
      }
    }
    return words;
  };

  const kept = new Map();
  const shard = (gram, count) => {
    let value = 2166136261;
    for (const c of gram) value = Math.imul(value ^ c.codePointAt(0), 16777619);
    return ((value ^ value >>> 15) & (count - 1)) >>> 0;
  };
  const fetchGram = async (gram) => {
    if (kept.has(gram)) return;
    const classes = new Uint8Array(main.size), places = new Uint32Array(main.size);
    const found = { classes, places, records: [], whole: 0, inside: 0 };
    numbers((await file(`g${shard(gram, main.files.g)}`))[gram] ?? "", (record, kind) => {
      classes[record] = kind + 1;
      found.records.push(record);
      if (kind >= WHOLE) found.whole++;
      else if (kind >= INSIDE) found.inside++;
    }, (record, place) => { places[record] |= 1 << place; });
    kept.set(gram, found);
  };
  const runs = (all, size) => all.slice(size - 1).map((_, at) => all.slice(at, at + size));
  const grams = (all) => runs(all, Math.min(LONGEST, all.length)).map((run) => run.join(""));
  const weight = (count) => Math.max(1, Math.round(8 * Math.log2((main.size + 1) / (count + 1))));
  const isDigit = (unit) => /^[0-9]$/.test(unit);

  const parts = (all) => {
    const found = [];
    all.forEach((unit, at) => {
      if (!at || (isDigit(unit) && !/^[0-9.]$/.test(all[at - 1]))) found.push([unit]);
      else found.at(-1).push(unit);
    });
    return found;
  };

  const phrase = (all) => {
    const found = grams(all).map((gram) => kept.get(gram));
    const first = found[0].classes, last = found.at(-1).classes;
    const rare = found.reduce((a, b) => (b.records.length < a.records.length ? b : a));
    const worth = new Map();
    for (const record of rare.records) {
      let field = 2, ends = -1;
      for (const { classes, places } of found) {
        field = Math.min(field, (classes[record] - 1) % 3);
        ends = found.length > 1 ? (ends < 0 ? ~0 : ends << 1 | ends >>> 30 & 1) & places[record] : ends;
        if (!ends || !classes[record]) { field = -1; break; }
      }
      if (field >= 0) {
        const manner = (classes) => MANNER[Math.floor((classes[record] - 1) / 3)];
        worth.set(record, EXACT + 5 * (manner(first) + manner(last)) + 3 * field);
      }
    }
    return worth;
  };

  const cost = (piece) => {
    const { whole, inside } = kept.get(piece.join(""));
    return whole + inside ? Math.round(8 * Math.log2(4 * (main.size + 1) / (4 * whole + inside))) : 1 << 20;
  };

  const pieces = (all) => {
    if (isDigit(all[0]) || all.length < 2) return [all];
    const single = Math.round(8 * Math.log2(main.size + 1)) + 24;
    const best = [[0, []]];
    for (let end = 1; end <= all.length; end++) {
      let choice = [best[end - 1][0] + single, best[end - 1][1]];
      for (const length of [2, 3]) {
        if (length > end) continue;
        const piece = all.slice(end - length, end);
        const sum = best[end - length][0] + cost(piece);
        if (sum < choice[0]) choice = [sum, [...best[end - length][1], piece]];
      }
      best.push(choice);
    }
    return best.at(-1)[1];
  };

  const shares = (all) => {
    const pairs = new Uint8Array(main.size), worth = new Uint32Array(main.size);
    let total = 0;
    for (const size of [2, LONGEST]) {
      for (const run of runs(all, size)) {
        const { records } = kept.get(run.join(""));
        const own = records.length ? weight(records.length) : 0;
        total += own;
        for (const record of records) {
          worth[record] += own;
          if (size === 2) pairs[record]++;
        }
      }
    }
    return { pairs, share: (record) => Math.floor(1000 * worth[record] / total) };
  };

  const word = ({ units: all, exact, said }, needles) => {
    const whole = phrase(all);
    needles.push(all);
    if (said) {
      const same = kept.get(`=${said}`).classes;
      for (const [record, value] of whole) if (!same[record]) whole.set(record, EXACT + (value - EXACT) % 5 % 3 * 3);
    }
    if (exact || all.length < LONGEST) return whole;
    const found = new Map();
    const { pairs, share } = shares(all);
    const least = all.length - Math.floor(all.length / 2);
    if (!all.some(isDigit)) {
      pairs.forEach((count, record) => { if (count >= least) found.set(record, 1 + Math.floor(6 * share(record) / 1000)); });
    }
    const cut = parts(all).flatMap(pieces);
    if (cut.length && !(cut.length === 1 && cut[0].length === all.length)) {
      needles.loose.push(...cut);
      const [first, ...others] = cut.map(phrase);
      for (const record of first.keys()) {
        if (others.every((other) => other.has(record))) {
          found.set(record, PIECES + Math.floor(11 * share(record) / 1000));
        }
      }
    }
    for (const [record, value] of whole) found.set(record, value);
    return found;
  };

  const policyOf = (record) => {
    let low = 0, high = main.begins.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (main.begins[middle] <= record) low = middle; else high = middle;
    }
    return low;
  };

  const withPolicy = (values) => {
    const found = new Map();
    for (const [record, value] of values) {
      const at = policyOf(record);
      if (value >= EXACT && main.begins[at] === record) {
        for (let each = record; each < (main.begins[at + 1] ?? main.size); each++) found.set(each, OWN);
      }
    }
    for (const [record, value] of values) found.set(record, value);
    return found;
  };

  let running = 0;
  const find = async (query) => {
    await start();
    if (!running++ && kept.size > 100) kept.clear();
    try { return await rank(query); } finally { running--; }
  };
  const rank = async (query) => {
    const words = await read(query);
    const wanted = words.filter((each) => !each.without);
    const needles = Object.assign([], { loose: [] });
    if (!wanted.length) return { hits: [], needles };
    const all = wanted.flatMap((each) => each.units);
    const needed = new Set(wanted.length > 1 ? grams(all) : []);
    for (const each of words) {
      const loose = !each.exact && !each.without && each.units.length >= LONGEST;
      const wish = [each.units, ...(loose ? [...runs(each.units, 2), ...parts(each.units)] : [])];
      if (each.said) needed.add(`=${each.said}`);
      for (const run of wish) grams(run).forEach((gram) => needed.add(gram));
    }
    await Promise.all([...needed].map(fetchGram));

    const whole = wanted.length > 1 ? phrase(all) : new Map();
    if (whole.size) needles.push(all);
    let values = wanted.map((each) => word(each, needles));
    const weights = values.map((value) => weight(value.size));
    if (wanted.length > 1) values = values.map(withPolicy);
    const banned = new Set(words.filter((each) => each.without).flatMap((each) => [...phrase(each.units).keys()]));
    const seen = new Set(values.length > 1 ? values.flatMap((value) => [...value.keys()]) : values[0].keys());
    let most = 0;
    let hits = [];
    for (const record of seen) {
      if (banned.has(record)) continue;
      const found = values.map((value) => value.get(record) ?? 0);
      const direct = found.some((value) => value && value !== OWN);
      const count = direct ? found.filter(Boolean).length : 0;
      most = Math.max(most, count);
      const tier = whole.has(record) ? 3 : found.every((value) => value >= EXACT) ? 2 : found.every((value) => value >= PIECES || value === OWN) ? 1 : 0;
      const score = found.reduce((sum, value, at) => sum + value * weights[at], whole.get(record) ?? 0);
      hits.push({ record, tier, score, count });
    }
    hits = hits.filter(({ count }) => count === most && most);
    hits.sort((a, b) => b.tier - a.tier || b.score - a.score || a.record - b.record);
    return { hits, needles };
  };
  digestSearch.find = find;
  digestSearch.fold = async (text) => { await start(); return fold(text); };
  const row = async (record, from = language) => {
    const [titles, rows] = await file(from + Math.floor(record / main.chunk));
    const [slug, id, name, above, heading, text, figures] = rows[record % main.chunk];
    return { from, slug, id, name, above, heading, text, figures, title: titles[slug] };
  };

  const nameAt = language === "en" ? 2 : 1;
  const say = (key, values = {}) => main.words[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const make = (tag, properties = {}, ...inside) => {
    const { data, ...rest } = properties;
    const element = Object.assign(document.createElement(tag), rest);
    for (const [name, value] of Object.entries(data ?? {})) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  };

  const suggest = async (typed) => {
    await start();
    const folded = fold(typed.trim());
    if (!folded) return [];
    const first = [...folded][0];
    const texts = (await file(`s${shard(first, main.files.s)}`))[first] ?? [];
    const places = texts.map((text) => [text, fold(text.slice(1)).indexOf(folded)]).filter(([, at]) => at >= 0);
    return places.sort((a, b) => (a[1] > 0) - (b[1] > 0)).slice(0, 8).map(([text]) => text);
  };

  const KINDS = { d: "policy", h: "heading", t: "theme", a: "agency", k: "kind" };

  for (const form of document.querySelectorAll("form.search")) {
    const input = form.querySelector("input");
    const box = form.querySelector("[role=listbox]");
    let chosen = -1;
    let asked = 0;
    const close = () => {
      box.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (at) => {
      const options = [...box.children];
      chosen = at < -1 ? options.length - 1 : at >= options.length ? -1 : at;
      options.forEach((option, number) => option.setAttribute("aria-selected", String(number === chosen)));
      if (chosen < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", options[chosen].id);
        options[chosen].scrollIntoView({ block: "nearest" });
      }
    };
    const take = (option) => {
      input.value = option.dataset.text;
      close();
      form.requestSubmit();
    };
    const offer = async () => {
      const turn = ++asked;
      const texts = await suggest(input.value).catch(() => []);
      if (turn !== asked || document.activeElement !== input) return;
      box.replaceChildren(...texts.map((text, at) => {
        const own = /[㐀-鿿]/.test(text) ? "zh-CN" : "en";
        const option = make("li", { id: `${box.id}-${at}`, data: { role: "option", "aria-selected": "false" } },
          make("span", { lang: own }, text.slice(1)), make("span", { className: "quiet" }, say(KINDS[text[0]])));
        option.dataset.text = text.slice(1);
        option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(option); });
        return option;
      }));
      chosen = -1;
      input.removeAttribute("aria-activedescendant");
      box.hidden = !texts.length;
      input.setAttribute("aria-expanded", String(texts.length > 0));
    };
    input.addEventListener("input", offer);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const open = !box.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!open) return void offer();
        choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && open && chosen >= 0) take(box.children[chosen]);
      else if (event.key === "Escape" && open) close();
      else return;
      event.preventDefault();
    });
    form.addEventListener("submit", close);
    if (document.activeElement === input && input.value && !document.querySelector(".search-answer")) offer();
  }

  // the page

  const answer = document.querySelector(".search-answer");
  if (answer) {
    const form = document.querySelector("main form.search");
    const input = form.querySelector("input");
    const [status, filters, apart, hits, more] = [".search-status", ".filter-form", ".found-policies", ".hits", ".more-hits"]
      .map((name) => answer.querySelector(name));
    const PAGE = 10;
    const FACETS = ["place", "doc", "genre", "status", "theme", "kind", "year", "english"];
    const CAPS = [1e5, 1e6, 5e6, 1e7];
    const state = () => new URLSearchParams(location.search);
    let members = null;
    let turn = 0;

    const prepare = async () => {
      await start();
      if (members) return;
      const lists = {};
      for (const [name, rows] of Object.entries(main.lists)) {
        lists[name] = new Map();
        for (const [id, , , text] of rows) {
          for (const record of list(text)) lists[name].set(record, [...(lists[name].get(record) ?? []), id]);
        }
      }
      const caps = new Map();
      list(main.caps[0]).forEach((record, at) => caps.set(record, main.caps[1][at]));
      const policy = (record) => main.policies[policyOf(record)];
      const places = (at) => (at < 0 ? [] : [main.names.place[at][0], ...places(main.names.place[at][3])]);
      members = {
        caps,
        day: (record) => policy(record)[3],
        place: (record) => places(policy(record)[0]),
        doc: (record) => [String(policyOf(record))],
        genre: (record) => [main.names.genre[policy(record)[1]][0]],
        status: (record) => [main.names.status[policy(record)[2]][0]],
        year: (record) => [String(Math.floor(policy(record)[3] / 10000) || "")],
        theme: (record) => lists.theme.get(record) ?? [],
        kind: (record) => lists.kind.get(record) ?? [],
        english: (record) => lists.english.get(record) ?? [],
      };
    };

    const passes = (record, asked, but) => FACETS.every((name) => {
      const values = asked.getAll(name);
      return name === but || !values.length || members[name](record).some((value) => values.includes(value));
    }) && (but === "cap" || !asked.get("cap") || (members.caps.get(record) ?? 0) >= Number(asked.get("cap")));

    const options = (name, titles) => {
      if (name === "place") return main.names.place.map((row) => {
        let depth = 0;
        for (let at = row[3]; at >= 0; at = main.names.place[at][3]) depth++;
        return [row[0], row[nameAt], depth];
      });
      if (name in main.names) return main.names[name].map((row) => [row[0], row[nameAt] || say("unknown")]);
      if (name === "english") return [["1", say("has_english")]];
      if (name in main.lists) return main.lists[name].map((row) => [row[0], row[nameAt]]);
      if (name === "doc") return [...titles];
      return [...new Set(main.policies.map((row) => String(Math.floor(row[3] / 10000) || "")))].sort().reverse()
        .map((year) => [year, year || say("unknown")]);
    };

    const choice = (name, label, rows) => {
      const select = make("select", { name, id: `by-${name}` },
        ...rows.map(([value, text]) => make("option", { value, selected: (state().get(name) ?? "") === value }, text)));
      return make("p", {}, make("label", { htmlFor: select.id }, label), select);
    };

    const showFilters = (all, asked, titles) => {
      const open = new Map([...filters.querySelectorAll("details")].map((each) => [each.dataset.name, each.open]));
      const focused = document.activeElement?.id;
      const groups = FACETS.flatMap((name) => {
        const counts = new Map();
        for (const { record } of all) {
          if (!passes(record, asked, name)) continue;
          for (const value of members[name](record)) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        const chosen = asked.getAll(name);
        let rows = options(name, titles).filter(([value]) => counts.has(value) || chosen.includes(value));
        if (name !== "place" && name !== "year") rows.sort((a, b) => (counts.get(b[0]) ?? 0) - (counts.get(a[0]) ?? 0));
        rows = rows.slice(0, 40);
        if (rows.length < (name === "english" ? 1 : 2) && !chosen.length) return [];
        const group = make("details", { open: open.get(name) ?? (chosen.length > 0 || name === "place") },
          make("summary", {}, say(`by_${name}`)),
          make("ul", {}, ...rows.map(([value, text, depth = 0], at) => {
            const box = make("input", { type: "checkbox", name, value, id: `by-${name}-${at}`, checked: chosen.includes(value) });
            return make("li", { className: `depth-${depth}` },
              make("label", { htmlFor: box.id }, box, make("span", {}, text), make("span", { className: "count" }, String(counts.get(value) ?? 0))));
          })));
        group.dataset.name = name;
        return [group];
      });
      const million = (yuan) => say("million", { number: language === "en" ? yuan / 1e6 : yuan / 1e4 });
      filters.replaceChildren(
        choice("sort", say("sort"), [["", say("by_relevance")], ["date", say("by_date")], ["cap", say("by_amount")]]),
        ...(main.caps[1].length ? [choice("cap", say("by_cap"), [["", say("any_cap")], ...CAPS.map((yuan) => [String(yuan), million(yuan)])])] : []),
        ...groups,
        make("button", { type: "reset", hidden: ![...FACETS, "cap"].some((name) => asked.has(name)) }, say("clear")),
      );
      if (focused) document.getElementById(focused)?.focus();
    };

    const places = (text, needles, stem) => {
      const cut = units(fold(text), stem);
      const found = [];
      const seek = (all) => {
        for (let at = 0; at + all.length <= cut.length; at++) {
          if (all.every((unit, next) => cut[at + next]?.text === unit)) {
            found.push([cut[at].start, cut[at + all.length - 1].end]);
          }
        }
      };
      for (const needle of needles) seek(needle);
      if (!found.length) needles.loose.forEach(seek);
      found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
      return found.filter(([, end], at) => at === 0 || found.slice(0, at).every(([, before]) => end > before));
    };

    const MARK = /[，。；：、！？,;:!?\n（）()《》“”]/;

    const fragment = (text, [from, to]) => {
      while (from > 0 && !MARK.test(text[from - 1])) from--;
      while (to < text.length && !MARK.test(text[to])) to++;
      return `:~:text=${encodeURIComponent(text.slice(from, to).trim()).replaceAll("-", "%2D")}`;
    };

    const passage = (text, found, length) => {
      const lead = Math.floor(length / 3);
      let from = Math.max(0, (found[0]?.[0] ?? 0) - lead);
      if (from) for (let at = from; at < from + lead; at++) if (MARK.test(text[at])) { from = at + 1; break; }
      const to = Math.min(text.length, from + length);
      const inside = [];
      let at = from;
      for (const [start, end] of found) {
        if (start < at || start >= to) continue;
        inside.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
        at = end;
      }
      inside.push(text.slice(at, to));
      if (from) inside.unshift("…");
      if (to < text.length) inside.push("…");
      return inside;
    };

    const show = async (record, needles, stem) => {
      const own = await row(record);
      const { slug, id, name, above, figures, title } = own;
      const policy = `../policies/${slug}/index.html`;
      if (!id) return make("li", {}, `${say("policy")} `, make("a", { href: policy }, title));
      const mark = (side) => {
        for (const part of ["text", "heading"]) side[`in_${part}`] = places(side[part], needles, stem);
        return side.in_text.length + side.in_heading.length;
      };
      const shown = [own];
      if (!mark(own)) {
        const other = await row(record, language === "en" ? "zh" : "en");
        if (mark(other) || !own.text) shown.push(other);
      }
      const link = own.in_text[0] ? fragment(own.text, own.in_text[0]) : own.in_heading[0] ? fragment(own.heading, own.in_heading[0]) : "";
      const spoken = /[㐀-鿿]/.test(name) ? "zh-CN" : "en";
      return make("li", { className: "hit" },
        make("h2", { lang: spoken }, make("a", { href: `${policy}#${encodeURI(id)}${link}` },
          ...passage(name, places(name, needles, stem), 200))),
        make("p", { className: "hit-place" }, above ? `${title} › ${above}` : title),
        ...shown.filter((side) => side.text).map((side) =>
          make("p", { className: "hit-text", lang: side.from === "en" ? "en" : "zh-CN" }, ...passage(side.text, side.in_text, side.from === "en" ? 260 : 130))),
        make("p", { className: "hit-more" }, ...figures.map((figure) => make("span", { className: "figure" }, figure)),
          make("a", { href: `../../p/${slug}/${encodeURI(id)}/index.html`, className: "permanent" }, say("permanent"))));
    };

    const update = async () => {
      const mine = ++turn;
      const asked = state();
      const query = asked.get("q") ?? "";
      if (input.value !== query) input.value = query;
      answer.hidden = !query.trim();
      if (answer.hidden) return;
      try {
        await prepare();
        const { hits: found, needles } = await find(query);
        const whole = new Set(main.begins);
        const all = found.filter(({ record }) => !whole.has(record));
        const policies = found.filter(({ record, tier }) => tier > 1 && whole.has(record) && passes(record, asked)).slice(0, 5);
        const stem = await stemmer("a");
        const left = all.filter(({ record }) => passes(record, asked));
        const by = { date: members.day, cap: (record) => members.caps.get(record) ?? -1 }[asked.get("sort")];
        if (by) left.sort((a, b) => by(b.record) - by(a.record));
        const count = Math.min(left.length, Number(asked.get("n")) || PAGE);
        const view = ({ record }) => show(record, needles, stem);
        const rows = await Promise.all(left.slice(0, count).map(view));
        const titles = new Map(await Promise.all(left.slice(0, count).map(async ({ record }) => [String(policyOf(record)), (await row(record)).title])));
        const titled = await Promise.all(policies.map(view));
        if (mine !== turn) return;
        apart.replaceChildren(...titled);
        apart.hidden = !titled.length;
        const items = [];
        left.slice(0, count).forEach(({ tier }, at) => {
          if (!by && !tier && (at === 0 || left[at - 1].tier)) items.push(make("li", { className: "looser" }, say("looser")));
          items.push(rows[at]);
        });
        hits.replaceChildren(...items);
        more.hidden = count === left.length;
        const exact = left.filter(({ tier }) => tier).length;
        status.textContent = left.length
          ? say("found", { number: left.length }) + (exact < left.length && exact ? ` · ${say("exact", { number: exact })}` : "")
          : say("none", { query });
        showFilters(all, asked, titles);
      } catch {
        if (mine === turn) status.textContent = main ? say("failed") : "";
      }
      answer.dataset.query = query;
    };

    const go = (change, replace) => {
      const asked = state();
      change(asked);
      const text = asked.toString();
      history[replace ? "replaceState" : "pushState"](null, "", text ? `?${text}` : location.pathname);
      update();
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go((asked) => {
        asked.set("q", input.value.trim());
        for (const name of [...FACETS, "cap", "n"]) asked.delete(name);
      });
    });
    filters.addEventListener("change", () => go((asked) => {
      const chosen = new FormData(filters);
      for (const name of [...FACETS, "cap", "sort", "n"]) asked.delete(name);
      for (const [name, value] of chosen) if (value) asked.append(name, value);
    }));
    filters.addEventListener("reset", (event) => {
      event.preventDefault();
      go((asked) => { for (const name of [...FACETS, "cap", "n"]) asked.delete(name); });
    });
    filters.addEventListener("submit", (event) => event.preventDefault());
    more.addEventListener("click", async () => {
      const before = hits.children.length;
      await go((asked) => asked.set("n", String((Number(asked.get("n")) || PAGE) + PAGE)), true);
      hits.children[before]?.querySelector("a")?.focus();
    });
    addEventListener("popstate", update);
    if (matchMedia("(width < 52rem)").matches) answer.querySelector(".filters").open = false;
    update();
  }
}
