// The files of the search. Each is a script that hands over one value, so that they are read from a disk as well.
const here = document.currentScript.src;
let language = document.documentElement.lang.slice(0, 2);
const arrived = new Map();
const loads = new Map();
let main = null; // what every query needs

globalThis.digestSearch = (name, value) => arrived.set(name, value);

const script = (name, url, read = (value) => value) => {
  if (!loads.has(name)) {
    loads.set(name, new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = new URL(url, here);
      element.onload = () => done(read(arrived.get(name)));
      element.onerror = () => { loads.delete(name); failed(); };
      document.head.append(element);
    }));
  }
  return loads.get(name);
};
const file = (name, read) => script(name, `../search/${name}.js${main ? `?v=${main.version}` : ""}`, read);

const begin = (value) => {
  value.units = new RegExp(value.pattern, "gu");
  value.begins = list(value.starts);
  value.owners = new Uint32Array(value.size);
  value.begins.forEach((begin, at, all) => value.owners.fill(at, begin, all[at + 1]));
  main = value;
  learn(value.fold);
  return main;
};
const start = async () => main ?? file("index", begin); // once, however many ask while it is on its way

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
[...DIGITS, ...SIGNS].forEach((sign, at) => { digit[sign.charCodeAt(0)] = at; });

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
