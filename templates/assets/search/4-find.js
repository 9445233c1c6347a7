// The ranking, as in src/digest/search/lookup.py and find.py.
const EXACT = 24, PIECES = 12, PARTLY = 9, OWN = 8, LONG = 12, ENOUGH = 9, MANNER = [0, 0, 0, 0, 5, 5, 5, 10, 10, 10, 10, 10, 10]; // by kind
const SCORES = 2 ** 26, RECORDS = 2 ** 24; // more than there are, so that one number holds a hit and its rank
const bits = (odds) => Math.round(8 * Math.log2(odds)); // in eighths
const isHeading = (worth) => worth >= EXACT && (worth - EXACT) % 5 === 1;
const weight = (count) => Math.max(1, bits((main.size + 1) / (count + 1)));

// What a word is worth in each record, and the records where it is worth anything.
class Values {
  constructor() {
    this.worth = new Uint8Array(main.size);
    this.records = [];
  }
  put(record, worth) {
    if (!this.worth[record]) this.records.push(record);
    this.worth[record] = worth;
  }
  take({ records, worth }) {
    for (const record of records) this.put(record, worth[record]);
  }
  putPolicy(start, worth) {
    for (let record = start; main.owners[record] === main.owners[start]; record++) this.put(record, worth);
  }
  // The same, with what stands below a record that has the word.
  withThoseBelow() {
    const found = new Values();
    for (const start of this.records) {
      if (found.worth[start]) continue;
      for (let record = start + 1; main.shape[record] >> 3 > main.shape[start] >> 3; record++) found.put(record, OWN);
    }
    found.take(this);
    return found;
  }
}

const phrase = (all, step) => {
  const held = [...grams(all, step)].map(([at, run]) => ({ at, ...kept.get(run.join("")) }));
  const first = held[0].kinds, last = held.at(-1).kinds;
  const rare = held.reduce((a, b) => (b.records.length < a.records.length ? b : a));
  const values = new Values();
  for (const record of rare.records) {
    let field = 2, ends = ANYWHERE, before = 0;
    for (const { at, kinds, places } of held) {
      if (!kinds[record]) { ends = 0; break; }
      field = Math.min(field, (kinds[record] - 1) % 3);
      const far = (at - before) % 31; // places go round
      ends = (ends << far | ends >>> 31 - far) & (places ? places[record] : ANYWHERE);
      before = at;
      if (!ends) break;
    }
    if (ends) {
      values.put(record, EXACT + MANNER[first[record]] + MANNER[last[record]] + 3 * field);
    }
  }
  return values;
};

const cost = (piece) => {
  const { kinds, records } = kept.get(piece.join(""));
  let often = 0;
  for (const record of records) often += kinds[record] > WHOLE ? 4 : kinds[record] > INSIDE;
  return often ? bits(4 * (main.size + 1) / often) : 1 << 20;
};

const pieces = (all) => {
  if (isDigit(all[0]) || all.length < 2) return [all];
  const single = bits(main.size + 1) + 24;
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

// The records with enough of the pairs, and how much of all pairs and triples a record has.
const shares = (all) => {
  const pairs = new Uint8Array(main.size), worth = new Uint32Array(main.size), enough = [];
  const least = all.length - Math.floor(all.length / 2);
  let total = 0;
  for (const run of pairsAndTriples(all)) {
    const { records } = kept.get(run.join(""));
    const own = records.length ? weight(records.length) : 0;
    total += own;
    for (const record of records) {
      worth[record] += own;
      if (run.length === 2 && ++pairs[record] === least) enough.push(record);
    }
  }
  return { enough, share: (record) => total && Math.floor(1000 * worth[record] / total) };
};

// The same, with each clause of a policy that has the word as a whole.
const withPolicy = (values) => {
  const found = new Values();
  for (const start of main.begins) if (values.worth[start] >= EXACT) found.putPolicy(start, OWN);
  found.take(values);
  return found;
};

// The records with the pieces of a long word, or with its figures and most of its pairs.
const loose = (all, step, needles) => {
  const cut = parts(all).flatMap(pieces);
  const values = cut.map((piece) => phrase(piece, step));
  const figures = values.filter((_, at) => isDigit(cut[at][0]));
  const { enough, share } = shares(all);
  const found = new Values();
  for (const record of enough) {
    if (figures.every(({ worth }) => worth[record])) found.put(record, 1 + Math.floor(6 * share(record) / 1000));
  }
  if (cut.length && cut[0].length < all.length) {
    needles.loose.push(...cut);
    const [first, ...others] = values.map(withPolicy);
    for (const record of first.records) {
      if (!others.every(({ worth }) => worth[record])) continue;
      const direct = values.filter(({ worth }) => worth[record]);
      if (!direct.length) continue;
      const heading = direct.some(({ worth }) => isHeading(worth[record]));
      const [least, more] = direct.length === values.length ? [PIECES + 3 * heading, 8] : [PARTLY, 2];
      found.put(record, least + Math.floor(more * share(record) / 1000));
    }
  }
  return found;
};

const isLoose = (word, step) =>
  !word.exact && word.units.length >= LONGEST && !(step > 1 && phrase(word.units, step).records.length);

const inWord = (word, step, needles) => {
  const { units: all, said } = word;
  needles.push(all);
  const whole = phrase(all, step);
  if (said) {
    const same = kept.get(asSaid(word).join("")).kinds;
    for (const record of whole.records) {
      if (!same[record]) whole.put(record, EXACT + (whole.worth[record] - EXACT) % 5 % 3 * 3);
    }
  }
  if (!isLoose(word, step)) return whole;
  const found = loose(all, step, needles);
  found.take(whole);
  return found;
};

const stepOf = (all) => (all.length > LONG ? Math.max(LONGEST, Math.ceil(all.length / ENOUGH)) : 1);
const unitsOf = (words) => words.filter((each) => !each.without).flatMap((each) => each.units);

// Numbers that sort as hits do.
const key = (record, tier, score) => record - (tier * SCORES + score) * RECORDS;
const sorted = (keys) => Array.from(Float64Array.from(keys).sort(), (each) => {
  const worth = Math.ceil(-each / RECORDS);
  return { record: each + worth * RECORDS, tier: Math.floor(worth / SCORES), score: worth % SCORES };
});

// The answer to the words of a query as they were typed.
const ask = async (words) => {
  const wanted = words.filter((each) => !each.without);
  const needles = [];
  needles.loose = [];
  if (!wanted.length) return { hits: [], needles, missing: [] };
  const all = unitsOf(words), step = stepOf(all);
  const parted = (each) => [...pairsAndTriples(each.units), ...parts(each.units).flatMap((part) => [...grams(part, 1).values()])];
  const several = wanted.length > 1;
  await fetchGrams([
    ...(several ? grams(all, step).values() : []),
    ...words.flatMap((each) => [...grams(each.units, step).values(), ...(each.said ? [asSaid(each)] : [])]),
    ...(step > 1 ? [] : wanted.filter((each) => isLoose(each, step)).flatMap(parted)),
  ]);
  if (step > 1) await fetchGrams(wanted.filter((each) => isLoose(each, step)).flatMap(parted));

  const whole = several ? phrase(all, step) : new Values();
  if (whole.records.length) needles.push(all);
  let values = wanted.map((each) => inWord(each, step, needles));
  const missing = wanted.filter((_, at) => !values[at].records.length).map(spelt);
  const weights = values.map(({ records }) => weight(records.length));
  if (several) values = values.map(withPolicy);
  const seen = new Uint8Array(main.size);
  for (const { units } of words.filter((each) => each.without)) {
    for (const record of phrase(units, step).records) seen[record] = 1;
  }
  let most = 1, keys = [];
  for (const { records } of values) {
    for (const record of records) {
      if (seen[record]) continue;
      seen[record] = 1;
      let score = whole.worth[record], count = 0, least = EXACT, direct = false;
      for (let at = 0; at < values.length; at++) {
        const worth = values[at].worth[record];
        score += worth * weights[at];
        count += worth > 0;
        direct ||= worth && worth !== OWN;
        least = Math.min(least, worth);
      }
      if (!direct || count < most) continue;
      if (count > most) { most = count; keys = []; }
      keys.push(key(record, whole.worth[record] ? 3 : (least >= OWN) + (least >= EXACT), score));
    }
  }
  return { hits: sorted(keys), needles, missing };
};
