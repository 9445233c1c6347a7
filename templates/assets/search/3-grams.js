// Where the grams of a query stand, as src/digest/search/index.py and shards.py write it.
const WHOLE = 9, INSIDE = 6, LONGEST = 3, ANYWHERE = ~0;
const kept = new Map();
const opened = new Map();
const isForeign = (unit) => unit[0] === " ";
const isGram = (run) => run.length < LONGEST || !(isForeign(run[1]) && (isForeign(run[0]) || isForeign(run[2])));

// The postings of the grams in the file of those that begin with a text.
const postings = async (begin) => {
  const number = shard(begin, main.files.g);
  const text = await file(`g${number}`);
  if (!opened.has(number)) {
    const found = new Map();
    for (const block of text.slice(1).split("|")) {
      const [own, ...rest] = block.split("~");
      const key = own.match(/^[^!#$&()*,/:;-]*/)[0];
      found.set(key, own.slice(key.length));
      for (const each of rest) {
        const more = each.match(/^[^!#$&()*,/:;-]*/)[0];
        found.set(key + more, each.slice(more.length));
      }
    }
    opened.set(number, found);
  }
  return opened.get(number);
};

const fetchGram = async (run) => {
  const gram = run.join("");
  if (kept.has(gram)) return;
  const begin = isForeign(run[0]) ? run[0] : run.slice(0, 2).join("");
  let held = await postings(begin);
  if (!held.has(gram) && held.has(`${begin}+`)) held = await postings(gram); // the longer ones have files of their own
  const placed = run.length === LONGEST || (run.length > 1 && run.every(isForeign));
  const kinds = new Uint8Array(main.size), places = placed && new Uint32Array(main.size);
  const records = [];
  numbers(held.get(gram) ?? "", placed, (record, kind, place) => {
    if (!kinds[record]) records.push(record);
    kinds[record] = kind + 1;
    if (placed) places[record] |= 1 << place - 1;
  });
  let whole = 0, inside = 0;
  for (const record of records) {
    if (kinds[record] > WHOLE) whole++;
    else if (kinds[record] > INSIDE) inside++;
  }
  kept.set(gram, { kinds, places, records, whole, inside });
};
const fetchGrams = (runs) => Promise.all(runs.map(fetchGram));

const runs = (all, size) => all.slice(size - 1).map((_, at) => all.slice(at, at + size));
const asSaid = ({ units: [stem], said }) => [stem, `=${said}`]; // a word beside its stem, in the file of that

// The longest grams that cover a phrase, by where they stand in it.
const grams = (all, step) => {
  const last = Math.max(0, all.length - LONGEST), found = new Map();
  for (let at = 0; at <= last; at = at + step < last ? at + step : Math.max(at + 1, last)) {
    const run = all.slice(at, at + LONGEST);
    if (isGram(run)) found.set(at, run);
    else found.set(at, run.slice(0, 2)).set(at + 1, run.slice(1));
  }
  return found;
};
const pairsAndTriples = (all) => [...runs(all, 2), ...runs(all, LONGEST).filter(isGram)];

const isDigit = (unit) => /^[0-9]$/.test(unit);
// Figures with what they count, and what stands between them.
const isCounted = (unit) => /^[百千万亿元]$/.test(unit);
const parts = (all) => {
  const found = [];
  for (const unit of all) {
    const before = found.at(-1) ?? [], last = before.at(-1);
    const joins = isDigit(before[0])
      ? /^[0-9.]$/.test(last) || (isCounted(last) && isCounted(unit))
      : before.length && !isDigit(unit);
    if (joins) before.push(unit);
    else found.push([unit]);
  }
  return found;
};
