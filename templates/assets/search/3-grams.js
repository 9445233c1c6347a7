// Where the grams of a query stand, as src/digest/search/index.py and shards.py write it.
const WHOLE = 9, INSIDE = 6, LONGEST = 3, ANYWHERE = 2 ** 31 - 1;
const kept = new Map();
const isForeign = (unit) => unit[0] === " ";
const isGram = (run) => run.length < LONGEST || !(isForeign(run[1]) && (isForeign(run[0]) || isForeign(run[2])));

// The postings in a file, by their grams.
const open = (text) => {
  const found = new Map();
  let begin = "";
  for (const [, mark, key, own] of text.matchAll(/([|~])([^!#$&()*,/:;|~-]*)([^|~]*)/g)) {
    if (mark === "|") begin = key;
    found.set(mark === "|" ? key : begin + key, own);
  }
  return found;
};

const fetchGram = async (run) => {
  const gram = run.join("");
  if (kept.has(gram)) return;
  const begin = isForeign(run[0]) ? run[0] : run.slice(0, 2).join("");
  const name = `g${shard(begin, main.files.g)}`;
  let held = await file(name, open);
  const also = run.at(-1) === "="; // the records that are found by a word too, and the numbers of its groups
  // Of three units records are told by their places among those with the first two.
  const among = run.length === LONGEST && !also && !isForeign(run[0]) && Uint32Array.from(new Set(list(held.get(begin) ?? ""))).sort();
  const beside = held.get(`${begin}+`); // the longer ones are in so many files beside it
  if (beside && !also && !held.has(gram)) held = await file(`${name}-${shard(gram, beside.slice(1))}`, open);
  const groups = also ? list(held.get(`${gram}=`) ?? "") : [];
  if (also && !held.has(gram) && !groups.length) return;
  const placed = !also && (run.length === LONGEST || (run.length > 1 && run.every(isForeign)));
  const kinds = new Uint8Array(main.size), places = placed && new Uint32Array(main.size);
  const records = [];
  numbers(held.get(gram) ?? "", placed, (at, kind, place) => {
    const record = among ? among[at] : at;
    if (!kinds[record]) records.push(record);
    kinds[record] = kind + 1;
    if (placed) places[record] |= 1 << place - 1;
  });
  kept.set(gram, { kinds, places, records, groups, words: [] });
};
const fetchGrams = (runs) => Promise.all(runs.map(fetchGram));

const runs = (all, size) => all.slice(size - 1).map((_, at) => all.slice(at, at + size));
const asSaid = ({ units: [stem], said }) => [stem, `=${said}`]; // a word beside its stem, in the file of that

// The longest grams that cover a phrase, by where they stand in it.
const grams = (all, step) => {
  const last = Math.max(0, all.length - LONGEST), found = new Map();
  for (let at = 0; at <= last; at += at < last && at + step > last ? last - at : step) {
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
