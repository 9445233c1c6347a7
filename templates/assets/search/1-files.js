// The files of the search. Each is a script that hands over one value, so that they are read from a disk as well.
const here = document.currentScript.src;
const language = document.documentElement.lang.startsWith("en") ? "en" : "zh";
const arrived = new Map();
const loads = new Map();
let main = null; // what every query needs

globalThis.digestSearch = (name, value) => arrived.set(name, value);

const script = (name, url) => {
  if (!loads.has(name)) {
    loads.set(name, new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = new URL(url, here);
      element.onload = () => done(arrived.get(name));
      element.onerror = () => { loads.delete(name); failed(); };
      document.head.append(element);
    }));
  }
  return loads.get(name);
};
const file = (name) => script(name, `../search/${name}.js${main ? `?v=${main.version}` : ""}`);

const start = async () => {
  if (main) return;
  const value = await file("index");
  value.units = new RegExp(value.pattern, "gu");
  value.begins = list(value.starts);
  main ??= value;
  learn(value.fold);
};

// The number of the file that holds what begins with a text.
const shard = (text, count) => {
  let value = 2166136261;
  for (const c of text) value = Math.imul(value ^ c.codePointAt(0), 16777619);
  return ((value ^ value >>> 15) & (count - 1)) >>> 0;
};

// Numbers as text: gaps in groups of five bits; a sign before those of a class, places after a number.
const DIGITS = "./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmn";
const SIGNS = "!#$%&'()*+,-";
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

const row = async (record, from = language) => {
  const size = main.chunks[from];
  const [titles, rows] = await file(from + Math.floor(record / size));
  const [slug, id, name, above, heading, text, figures] = rows[record % size];
  return { from, slug, id, name, above, heading, text, figures, title: titles[slug] };
};

const policyOf = (record) => {
  let low = 0, high = main.begins.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (main.begins[middle] <= record) low = middle; else high = middle;
  }
  return low;
};
