// What a question means, as in src/digest/search/meant.py: the words it is cut into, and others of the same meaning.
const LONGEST_WORD = 6, LIKELY = 16;
const ALSO = 16, NEAR = 10, PLACE = 40, OF_PLACE = 3, FORM = 44, HEADED = 16, LEAST_SHARE = 3;
const NOWHERE = { kinds: [], records: [], words: [] };
const spelt = ({ typed }) => typed.map((each) => (/^[a-z\u00df-\u04ff]/.test(each) ? ` ${each}` : each)).join("").trim();
const alsoOf = (all) => kept.get(`${all.join("")}=`);
const isHan = (unit) => unit > "\u3400";
const answerUnits = (at) => ["?", String.fromCharCode(97 + at)];

// The words that are asked for, foreign ones that follow each other as one.
const runsOf = (words) => {
  const found = [];
  for (const word of words) {
    if (word.without) continue;
    const before = found.at(-1);
    if (before && !word.exact && !before.exact && [...before.units, ...word.units].every(isForeign)) {
      found[found.length - 1] = { units: [...before.units, ...word.units], typed: [...before.typed, ...word.typed] };
    } else found.push(word);
  }
  return found;
};

const isParticle = (unit) => main.asking[1].includes(unit);
const cutWords = (all) => {
  const single = bits(main.size + 1) + 24;
  const best = [[0, []]];
  for (let end = 1; end <= all.length; end++) {
    const [sum, words] = best[end - 1];
    let choice = isForeign(all[end - 1]) ? [sum + LIKELY, [...words, [end - 1, end, false]]]
      : [sum + (isParticle(all[end - 1]) ? LIKELY : single), words];
    for (let length = 1; length <= Math.min(end, LONGEST_WORD); length++) {
      const piece = all.slice(end - length, end), also = Boolean(alsoOf(piece));
      if (!also && (length < 2 || length > LONGEST || piece.some(isForeign))) continue;
      const [before, others] = best[end - length], total = before + (also ? LIKELY : cost(piece));
      if (total < choice[0] || (also && total === choice[0])) choice = [total, [...others, [end - length, end, also]]];
    }
    best.push(choice);
  }
  const found = [];
  let from = 0; // what stands between words, cut at its particles, is a word that stands nowhere
  for (const word of [...best.at(-1)[1], [all.length, all.length, false]]) {
    for (let at = from; at <= word[0]; at++) {
      if (at < word[0] && !isParticle(all[at])) continue;
      if (at > from) found.push([from, at, false]);
      from = at + 1;
    }
    if (word[0] < word[1]) found.push(word);
    from = word[1];
  }
  return found;
};

// The records that are found by the words of its groups, with these words as they are written.
const widen = (held) => held.wide ??= Promise.all(held.groups.map(async (number) => {
  const [words, records] = (await file(`same${Math.floor(number / 16)}`))[number % 16];
  for (const record of list(records).filter((each) => !held.kinds[each])) {
    held.kinds[record] = 1;
    held.records.push(record);
  }
  held.words.push(...words);
}));

const cut = async (words) => {
  const all = runsOf(words);
  await fetchGrams(all.flatMap(({ units: own, exact }) => [
    ...(exact ? [] : pairsAndTriples(own)),
    ...(exact ? [own] : parts(own)).flatMap((part) => [...grams(part, 1).values()]),
    ...own.filter(isForeign).map((unit) => [unit]),
    ...(exact ? [] : own.flatMap((_, at) => Array.from({ length: LONGEST_WORD }, (__, more) => own.slice(at, at + more + 1))
      .filter((run) => run.length > 1 || isForeign(run[0])).map((run) => [...run, "="]))),
  ]));
  const found = all.flatMap((word, run) => {
    const places = [];
    let start = 0;
    for (const part of word.exact ? [] : parts(word.units)) {
      const own = isDigit(part[0]) ? [[0, part.length, false]] : cutWords(part);
      for (const [from, to, also] of own) places.push([start + from, start + to, also]);
      start += part.length;
    }
    return (word.exact ? [[0, word.units.length, false]] : places).map(([from, to, also]) =>
      ({ units: word.units.slice(from, to), typed: word.typed.slice(from, to), run, start: from, also }));
  });
  for (const piece of found) {
    const own = piece.units;
    piece.whole = own.length > 1 || !isHan(own[0]);
    piece.near = piece.whole && (piece.also || phrase(own, 1).records.length) ? [] : own.filter(isHan);
  }
  await Promise.all(found.map(({ also, units: own }) => also && widen(alsoOf(own))));
  await fetchGrams(found.flatMap(({ near }) => near.map((unit) => [unit])));
  return found;
};

// Two pieces or more that follow each other without a gap.
const stretches = (pieces) => {
  const found = [];
  for (const piece of pieces) {
    const before = found.at(-1)?.at(-1);
    if (before && before.run === piece.run && before.start + before.units.length === piece.start) found.at(-1).push(piece);
    else found.push([piece]);
  }
  return found.filter((each) => each.length > 1).map((each) => each.flatMap(({ units }) => units));
};

// Where a word is printed, a long one also in its pieces; it is worth more in a heading.
const printed = (all, needles) => {
  const found = all.length > LONGEST && isHan(all[0]) ? loose(all, 1, needles) : new Values();
  found.take(phrase(all, 1));
  for (const record of found.records) {
    const worth = found.worth[record];
    found.worth[record] = worth < PARTLY ? 0 : worth + HEADED * isHeading(worth);
  }
  found.records = found.records.filter((record) => found.worth[record]);
  return found;
};

// How rare what is asked for is, in the records that say it; more where they say it plainly.
const formOf = (answers) => {
  const found = new Values();
  for (const at of answers) {
    const { kinds, records } = alsoOf(answerUnits(at)) ?? NOWHERE;
    for (const record of records) {
      found.put(record, Math.max(found.worth[record], weight(records.length) * (kinds[record] % 3 ? 4 : 5) >> 2));
    }
  }
  return found;
};

const weighed = (all) => all.filter(({ records }) => records.length).map((values) => [weight(values.records.length), values]);
const meant = (pieces, { least, answers }, needles) => {
  const place = new Values(), missing = [], values = [];
  const valuesOf = (records, worthOf) => {
    const own = new Values();
    records.forEach((record, at) => { const worth = worthOf(record, at); if (worth) own.put(record, worth); });
    values.push(own);
  };
  for (const piece of pieces) {
    const own = new Values(), also = piece.also ? alsoOf(piece.units) : NOWHERE;
    for (const record of also.records) own.put(record, main.begins[main.owners[record]] === record ? EXACT : ALSO);
    if (piece.whole) own.take(printed(piece.units, needles));
    needles.push(piece.units);
    const starts = also.records.filter((record) => also.kinds[record] % 3 === 0); // names of places
    if (starts.length) {
      place.take(withPolicy(own));
      for (const start of starts) place.putPolicy(start, PLACE);
    } else if (own.records.length) {
      needles.also.push(...also.words);
      const same = values.find(({ records, worth }) => records.length === own.records.length && own.records.every((record) => worth[record]));
      for (const record of same ? own.records : []) same.put(record, Math.max(same.worth[record], own.worth[record])); // two words of one meaning
      if (!same) values.push(own);
    } else {
      for (const unit of piece.near) valuesOf(phrase([unit], 1).records, () => NEAR);
      if (piece.whole) missing.push(spelt(piece));
    }
  }
  for (const sum of least) {
    valuesOf(list(main.sums[0]), (_, at) => { const most = main.sums[1][at]; return most < sum ? 0 : most > sum ? 2 * ALSO : ALSO; });
  }
  const words = weighed(values).map(([own, each]) => [own, each.withThoseBelow()]);
  const form = formOf(answers), all = words.map(([, each]) => each);
  const beside = weighed(stretches(pieces).map((each) => phrase(each, 1)));
  const sum = (some, of = () => 1) => some.reduce((before, [own, { worth }]) => before + own * of(worth), 0);
  const total = 2 * sum(words) + form.records.reduce((most, record) => Math.max(most, form.worth[record]), 0);
  const seen = new Uint8Array(main.size), whole = new Uint8Array(main.size), hits = [];
  let most = 0;
  for (const { records } of words.length || form.records.length ? [...all, form] : [place]) {
    for (const record of records) {
      if (seen[record]++ || main.shape[record] < 8) continue;
      const own = all.map(({ worth }) => worth[record]), said = form.worth[record], near = place.worth[record];
      if (words.length && !said && own.every((worth) => !worth || worth === OWN)) continue;
      const cover = 2 * sum(words, (worth) => worth[record] > 0) + said;
      most = Math.max(most, cover);
      let score = sum([...words, ...beside], (worth) => worth[record]) + FORM * said || PLACE;
      if (total) score = score * cover / total | 0;
      if (said) score = score * 5 >> 2;
      whole[record] = own.every(Boolean) && (near > 0 || !place.records.length);
      score = score * (64 - main.shape[record] % 8 >> main.asides.has(record)) >> 4;
      hits.push([cover, key(record, 0, score << (near === PLACE ? OF_PLACE : near > 0))]);
    }
  }
  const left = sorted(hits.filter(([cover]) => LEAST_SHARE * cover >= most).map(([, each]) => each));
  return { hits: left.map((hit) => ({ ...hit, tier: whole[hit.record] })), missing };
};

// Of all records eight times the depth, and the length; those that only explain.
const knownOf = ([shape, asides]) => ({ shape: Uint8Array.from(shape, (sign) => sign.charCodeAt(0) - 48), asides: new Set(list(asides)) });

const rank = async (query) => {
  const question = await read(query), { typed, words, least, answers } = question;
  const exact = () => ask(typed.map((each) => ({ ...each, exact: true })));
  const close = ({ hits }) => hits.filter(({ tier }) => tier > 1);
  const step = stepOf(unitsOf(typed));
  if (step > 1 && close(await exact()).length) return ask(typed);
  const pieces = await cut(words);
  await fetchGrams(answers.map((at) => [...answerUnits(at), "="]));
  const other = `${typed.map((each) => each.units)}` !== `${words.map((each) => each.units)}`;
  if (!(least.length || answers.length || (pieces.length && (other || pieces.some(({ also }) => also))))) return ask(typed);
  const first = close(await exact());
  const needles = Object.assign([], { loose: [], also: [], said: question.said });
  const banned = new Set(first.map(({ record }) => record));
  for (const { units: own } of typed.filter((each) => each.without)) {
    for (const record of phrase(own, step).records) banned.add(record);
  }
  Object.assign(main, await file("known0", knownOf));
  const { hits: others, missing } = meant(pieces, question, needles);
  return { hits: [...first, ...others.filter(({ record }) => !banned.has(record))], needles, missing };
};

let running = 0;
const find = async (query) => {
  await start();
  if (!running++ && kept.size > 150) kept.clear();
  try { return await rank(query); } finally { running--; }
};
digestSearch.find = find;
