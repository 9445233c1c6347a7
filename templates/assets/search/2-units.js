// Texts become units, and queries words, as in src/digest/text/units.py and src/digest/search/query.py.
const foldings = new Map([["\u3000", " "], ["\xa0", " "], ["’", "'"], ["\r", "\n"]]);
const learn = ([old, simple]) => {
  const to = [...simple];
  [...old].forEach((character, at) => foldings.set(character, to[at]));
};

// Traditional characters are those outside GB 2312; their table is fetched only when one is met.
const simplified = new Set(new TextDecoder("gb2312").decode(
  Uint8Array.from({ length: 72 * 94 * 2 }, (_, at) => (at % 2 ? 161 + (at >> 1) % 94 : 176 + Math.floor(at / 188))),
));
const prepare = async (text) => {
  if ([...text.matchAll(/\p{Script=Han}/gu)].some(([each]) => !simplified.has(each))) learn(await file("fold0"));
};

const fold = (text) => text.replace(/[^!-@[-~\n ]/gu, (given) => {
  let c = foldings.get(given) ?? given;
  const code = c.charCodeAt(0);
  if (code > 0xff00 && code < 0xff5f) c = String.fromCharCode(code - 0xfee0);
  const lower = /[A-ZÀ-ӿ]/.test(c) ? c.toLowerCase() : c;
  return lower.length === 1 ? lower : c;
});

const units = (folded, stem) => [...folded.matchAll(main.units)].flatMap((found) => {
  const [all, character, word, mark] = found;
  const at = { start: found.index, end: found.index + all.length };
  return character ? [{ text: character, ...at }] : word ? [{ text: ` ${stem(word)}`, said: word, ...at }] : mark ? [null] : [];
});
const stemmer = async (folded) => (/[a-zß-ӿ]/.test(folded) ? script("stem", "stem.js") : (word) => word);

// The words of a folded query.
const wordsOf = (folded, stem) => {
  const words = [];
  for (const [, minus, quoted, plain] of folded.matchAll(/((?<![^ ])-)?(?:["“”]([^"“”]*)["“”]?|([^ \n"“”]+))/gu)) {
    let word = null;
    const text = quoted ?? plain;
    for (const unit of units(text, stem)) {
      if (!unit) { word = null; continue; }
      const { start, end } = unit, typed = text.slice(start, end);
      if (word) {
        word.units.push(unit.text);
        word.typed.push(typed);
        word.said = "";
      } else {
        const said = unit.said && unit.text !== ` ${unit.said}` ? unit.said : "";
        words.push(word = { units: [unit.text], typed: [typed], exact: Boolean(quoted), without: Boolean(minus), said });
      }
    }
  }
  return words;
};

// The words of how people ask, in the scripts of a text.
const scripts = [/[\u3400-\u9fff]/, /[a-z]/];
const askedIn = (text, kind) => Promise.all(scripts.flatMap((has, at) => (has.test(text) ? file(`${kind}${at}`) : [])));

// A query as typed; and as meant: without words that only ask, with the least sums and what it asks for.
const read = async (query) => {
  await prepare(query);
  const folded = fold(query).replace(/(?<=[\u3400-\u9fff])\n+(?=[\u3400-\u9fff])/g, ""); // a copied text breaks lines
  const stem = await stemmer(folded);
  const least = [];
  const asks = await askedIn(folded, "ask");
  const pattern = main.asking[0].replace(/@([0-3])/g, (_, at) => asks.map((each) => each[at]).join("|") || "(?!)");
  const meant = folded.replace(new RegExp(pattern, "g"), (all, before, size, after, sized, asks) => {
    const number = before ?? after;
    if (number) least.push(Math.round((main.sizes[number] ?? number.replaceAll(",", "")) * (main.sizes[size ?? sized] ?? 1)));
    return number || asks ? " " : all;
  });
  const answers = [], said = []; // and what is printed that answers
  for (const each of meant === folded ? [] : await askedIn(folded, "asked")) {
    each.forEach(([about, printed], at) => {
      if (new RegExp(about).test(folded)) { answers.push(at); said.push(...printed); }
    });
  }
  return { typed: wordsOf(folded, stem), words: wordsOf(meant, stem), least, answers, said };
};
