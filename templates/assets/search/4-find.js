// The ranking, as in src/digest/search/find.py.
const EXACT = 24, PIECES = 12, PARTLY = 9, OWN = 8, LONG = 12, ENOUGH = 9, MANNER = [0, 1, 2, 2];
const weight = (count) => Math.max(1, Math.round(8 * Math.log2((main.size + 1) / (count + 1))));

const phrase = (all, step) => {
  const held = [...grams(all, step)].map(([at, run]) => ({ at, ...kept.get(run.join("")) }));
  const manner = ({ classes }, record) => MANNER[Math.floor((classes[record] - 1) / 3)];
  const rare = held.reduce((a, b) => (b.records.length < a.records.length ? b : a));
  const worth = new Map();
  for (const record of rare.records) {
    let field = 2, ends = ~0, before = 0;
    for (const { at, classes, places } of held) {
      field = Math.min(field, (classes[record] - 1) % 3);
      const far = (at - before) % 31; // places go round
      if (held.length > 1) ends = (at ? ends << far | ends >>> 31 - far : ends) & places[record];
      before = at;
      if (!ends || !classes[record]) { field = -1; break; }
    }
    if (field >= 0) {
      worth.set(record, EXACT + 5 * (manner(held[0], record) + manner(held.at(-1), record)) + 3 * field);
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
  for (const run of pairsAndTriples(all)) {
    const { records } = kept.get(run.join(""));
    const own = records.length ? weight(records.length) : 0;
    total += own;
    for (const record of records) {
      worth[record] += own;
      if (run.length === 2) pairs[record]++;
    }
  }
  return { pairs, share: (record) => total && Math.floor(1000 * worth[record] / total) };
};

// The same, with each clause of a policy that has the word as a whole.
const withPolicy = (values) => {
  const found = new Map();
  for (const [record, value] of values) {
    const at = policyOf(record);
    if (value >= EXACT && main.begins[at] === record) {
      for (let each = record; each < (main.begins[at + 1] ?? main.size); each++) found.set(each, OWN);
    }
  }
  return new Map([...found, ...values]);
};

// The records with the pieces of a long word, or with its figures and most of its pairs.
const loose = (all, step, needles) => {
  const cut = parts(all).flatMap(pieces);
  const values = cut.map((piece) => phrase(piece, step));
  const figures = values.filter((_, at) => isDigit(cut[at][0]));
  const { pairs, share } = shares(all);
  const least = all.length - Math.floor(all.length / 2);
  const found = new Map();
  pairs.forEach((count, record) => {
    if (count >= least && figures.every((value) => value.has(record))) found.set(record, 1 + Math.floor(6 * share(record) / 1000));
  });
  if (cut.length && !(cut.length === 1 && cut[0].length === all.length)) {
    needles.loose.push(...cut);
    const [first, ...others] = values.map(withPolicy);
    for (const record of first.keys()) {
      const direct = values.filter((value) => value.has(record)).length;
      if (!direct || !others.every((other) => other.has(record))) continue;
      const heading = values.some((value) => (value.get(record) - EXACT) % 5 === 1);
      const [least, more] = direct === values.length ? [PIECES + 3 * heading, 8] : [PARTLY, 2];
      found.set(record, least + Math.floor(more * share(record) / 1000));
    }
  }
  return found;
};

const isLoose = (word, step) =>
  !word.exact && !word.without && word.units.length >= LONGEST && !(step > 1 && phrase(word.units, step).size);

const inWord = (word, step, needles) => {
  const { units: all, said } = word;
  needles.push(all);
  const whole = phrase(all, step);
  if (said) {
    const same = kept.get(asSaid(word).join("")).classes;
    for (const [record, value] of whole) if (!same[record]) whole.set(record, EXACT + (value - EXACT) % 5 % 3 * 3);
  }
  return isLoose(word, step) ? new Map([...loose(all, step, needles), ...whole]) : whole;
};

const tierOf = (found) =>
  found.every((value) => value >= EXACT) ? 2 : found.every((value) => value >= OWN) ? 1 : 0;

const rank = async (query) => {
  const words = await read(query);
  const wanted = words.filter((each) => !each.without);
  const needles = Object.assign([], { loose: [] });
  if (!wanted.length) return { hits: [], needles };
  const all = wanted.flatMap((each) => each.units);
  const step = all.length > LONG ? Math.max(LONGEST, Math.ceil(all.length / ENOUGH)) : 1;
  const parted = (each) => [...pairsAndTriples(each.units), ...parts(each.units).flatMap((part) => [...grams(part, 1).values()])];
  const several = wanted.length > 1;
  await fetchGrams([
    ...(several ? grams(all, step).values() : []),
    ...words.flatMap((each) => [...grams(each.units, step).values(), ...(each.said ? [asSaid(each)] : [])]),
    ...(step > 1 ? [] : wanted.filter((each) => isLoose(each, step)).flatMap(parted)),
  ]);
  if (step > 1) await fetchGrams(wanted.filter((each) => isLoose(each, step)).flatMap(parted));

  const whole = several ? phrase(all, step) : new Map();
  if (whole.size) needles.push(all);
  let values = wanted.map((each) => inWord(each, step, needles));
  const weights = values.map((value) => weight(value.size));
  if (several) values = values.map(withPolicy);
  const banned = new Set(words.filter((each) => each.without).flatMap((each) => [...phrase(each.units, step).keys()]));
  let most = 0;
  const hits = [];
  for (const record of new Set(values.flatMap((value) => [...value.keys()]))) {
    if (banned.has(record)) continue;
    const found = values.map((value) => value.get(record) ?? 0);
    const direct = found.some((value) => value && value !== OWN);
    const count = direct ? found.filter(Boolean).length : 0;
    most = Math.max(most, count);
    const score = found.reduce((sum, value, at) => sum + value * weights[at], whole.get(record) ?? 0);
    hits.push({ record, tier: whole.has(record) ? 3 : tierOf(found), score, count });
  }
  const best = hits.filter(({ count }) => count === most && most);
  return { hits: best.sort((a, b) => b.tier - a.tier || b.score - a.score || a.record - b.record), needles };
};

let running = 0;
const find = async (query) => {
  await start();
  if (!running++ && kept.size > 100) kept.clear();
  try { return await rank(query); } finally { running--; }
};
digestSearch.find = find;
digestSearch.fold = async (text) => { await start(); await prepare(text); return fold(text); };
