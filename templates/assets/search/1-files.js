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
  return ((value ^ value >>> 15) >>> 0) % count;
};

// Numbers as text: gaps in groups of five bits; a sign before those of a kind, a place after each that is placed.
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@_";
const SIGNS = "!#$&()*,-/:;";
const digit = new Uint8Array(128);
[...SIGNS].forEach((sign, at) => { digit[sign.charCodeAt(0)] = 64 + at; });
[...DIGITS].forEach((sign, at) => { digit[sign.charCodeAt(0)] = at; });

const numbers = (text, placed, each) => {
  let kind = 0, record = -1, value = 0, shift = 0;
  for (let at = 0; at < text.length; at++) {
    const code = digit[text.charCodeAt(at)];
    if (code > 63) { kind = code - 64; record = -1; continue; }
    value |= (code & 31) << shift;
    shift += 5;
    if (code < 32) {
      record += value;
      each(record, kind, placed ? digit[text.charCodeAt(++at)] : 0);
      value = shift = 0;
    }
  }
};
const list = (text) => { const found = []; numbers(text, false, (record) => found.push(record)); return found; };

// A value that was zipped, since a script is text and is read from a disk as well.
const unzipped = new Map();
const unzip = (name) => {
  if (!unzipped.has(name)) {
    unzipped.set(name, file(name).then((text) => {
      const bytes = new Blob([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))]);
      return new Response(bytes.stream().pipeThrough(new DecompressionStream("deflate"))).json();
    }).catch((fault) => { unzipped.delete(name); throw fault; }));
  }
  return unzipped.get(name);
};

// A record as a hit shows it. Its name ends with the beginning of what it says, which is not written twice.
const row = async (record, from = language) => {
  const size = main.chunks[from];
  const [policies, chains, rows] = await unzip(from + Math.floor(record / size));
  const [at, id, above = 0, lead = "", length = 0, heading = "", text = "", figures = []] = rows[record % size];
  const [slug, title] = policies[at];
  const saying = length && !heading && !text ? await row(record, "zh") : { heading, text };
  const line = [...(saying.heading || saying.text).trim().split("\n")[0]];
  const name = lead + line.slice(0, length).join("") + (length && length < line.length ? "…" : "");
  return { from, slug, id, name, above: chains[above], heading, text, figures, title };
};

const policyOf = (record) => {
  let low = 0, high = main.begins.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (main.begins[middle] <= record) low = middle; else high = middle;
  }
  return low;
};
