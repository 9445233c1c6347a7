// Where the grams of a query stand, as src/digest/search/index.py and shards.py write it.
const WHOLE = 9, INSIDE = 6, LONGEST = 3;
const kept = new Map();

// The postings of grams by what follows their first two units; "+" where the longer ones have files of their own.
const postings = async (first) => (await file(`g${shard(first, main.files.g)}`))[first] ?? {};

const fetchGram = async (run) => {
  const gram = run.join("");
  if (kept.has(gram)) return;
  const classes = new Uint8Array(main.size), places = new Uint32Array(main.size);
  const found = { classes, places, records: [], whole: 0, inside: 0 };
  const rest = run.slice(2).join("");
  let held = await postings(run.slice(0, 2).join(""));
  if (rest && "+" in held) held = { [rest]: (await postings(gram))[""] };
  numbers(held[rest] ?? "", (record, kind) => {
    classes[record] = kind + 1;
    found.records.push(record);
    if (kind >= WHOLE) found.whole++;
    else if (kind >= INSIDE) found.inside++;
  }, (record, place) => { places[record] |= 1 << place; });
  kept.set(gram, found);
};
const fetchGrams = (runs) => Promise.all(runs.map(fetchGram));

const runs = (all, size) => all.slice(size - 1).map((_, at) => all.slice(at, at + size));
const asSaid = ({ units: [stem], said }) => [stem, "", `=${said}`]; // a word beside its stem, in the file of that

// The longest grams that cover a phrase, by where they stand in it.
const grams = (all, step) => {
  const last = all.length - Math.min(LONGEST, all.length);
  return new Map(runs(all, Math.min(LONGEST, all.length)).flatMap((run, at) => (at % step && at < last ? [] : [[at, run]])));
};
const pairsAndTriples = (all) => [...runs(all, 2), ...runs(all, LONGEST)];

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
