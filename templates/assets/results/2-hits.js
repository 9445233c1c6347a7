// A hit: the passage with what was asked for marked, its place, figures and links.
const MARK = /[，。；：、！？,;:!?\n（）()《》“”]/;

// Where what was asked for stands in a text; its pieces, and what means the same, only where nothing stands whole. What is
// said of the kind that was asked for, such as a sum, is told apart.
const SUM = /[0-9][0-9.,]*[ 多余]?(?:[百千万亿]*元|[%％‰])|RMB [0-9.,]+(?: [mb]illion)?/g;
const places = (text, { whole, loose, also, said }, stem) => {
  const cut = units(fold(text), stem);
  const seek = (all) => cut.flatMap((_, at) => (all.every((unit, next) => cut[at + next]?.text === unit)
    ? [[cut[at].start, cut[at + all.length - 1].end]] : []));
  const seekAll = (some) => some.flatMap(seek);
  let found = seekAll(whole);
  const meant = found.length ? [] : seekAll(also);
  if (!found.length) found = meant.length ? meant : seekAll(loose);
  const answers = seekAll(said.words).concat(said.sums ? [...text.matchAll(SUM)].map(({ 0: sum, index }) => [index, index + sum.length]) : []);
  for (const each of answers) each.push(true);
  found = found.concat(answers).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  found = found.filter(([, end], at) => found.slice(0, at).every(([, before]) => end > before));
  return Object.assign(found, { meant: [...new Set(meant.map(([from, to]) => text.slice(from, to)))], told: answers.length < found.length });
};

// What is looked for in hits: also words that mean the same as those that found them.
const sought = (needles, stem) => {
  const cut = (words) => words.map((word) => units(fold(word), stem).map((unit) => unit?.text)).filter((each) => each[0] && each.every(Boolean));
  const { loose = [], also = [], said = [] } = needles;
  return { whole: [...needles], loose, also: cut(also), said: { words: cut(said), sums: said.includes("") } };
};

// Text fragments are matched at the ends of words, so they are widened to the marks around; and browsers go to the first place
// of a page that has the words, so that they are as long as hardly stands twice; shorter texts are led to as a whole.
const LONG = { zh: 24, en: 60 };
const ends = (text, at) => at < 0 || at >= text.length || MARK.test(text[at]);
const fragment = (text, [from, to]) => {
  const long = /[\u4e00-\u9fff]/.test(text) ? LONG.zh : LONG.en;
  while (!ends(text, from - 1)) from--;
  while (!ends(text, to)) to++;
  while (to - from < long && to < text.length && text[to] !== "\n") do to++; while (!ends(text, to));
  while (to - from < long && from > 0 && text[from - 1] !== "\n") do from--; while (!ends(text, from - 1));
  return to - from < long ? "" : `:~:text=${encodeURIComponent(text.slice(from, to).trim()).replaceAll("-", "%2D")}`;
};

// Whether a text would be cut inside a word or a figure: 最高500 is not what 最高500万元 says.
const INSIDE = /[A-Za-z0-9]{2}|[0-9][.,%％万亿元]|[.,][0-9]|[万亿]元/;
const inside = (text, at) => at > 0 && at < text.length && INSIDE.test(text.slice(at - 1, at + 1));

// The part of a text with the most of what was found in it, first of all what answers.
const passage = (text, found, length) => {
  const lead = length / 3 | 0;
  const within = (start) => found.filter(([from, to]) => from >= start && to <= start + length - lead);
  const worth = ([start]) => new Set(within(start).map(([from, to, answers]) => (answers ? "" : text.slice(from, to)))).size;
  const first = found.reduce((best, each) => (best && worth(best) >= worth(each) ? best : each), null)?.[0] ?? 0;
  let from = Math.max(0, first - lead);
  if (from) for (let at = from; at < from + lead; at++) if (MARK.test(text[at])) { from = at + 1; break; }
  while (from < first && inside(text, from)) from++;
  let to = Math.min(text.length, from + length);
  while (to > from + length / 2 && inside(text, to)) to--;
  const pieces = [];
  let at = from;
  for (const [start, end] of found) {
    if (start < at || start >= to) continue;
    pieces.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [from ? "…" : "", ...pieces, text.slice(at, to).trimEnd(), to < text.length ? "…" : ""];
};

// A record as hits show it, from a file that is zipped; a script is text.
const row = async (record, from = language) => {
  const size = main.chunks[from], at = record % size, first = record - at;
  const [titles, rows] = await file(from + first / size, (text) => new Response(new Blob(
    [Uint8Array.from(atob(text), (sign) => sign.charCodeAt())]).stream().pipeThrough(new DecompressionStream("deflate"))).json());
  const [id, name, above, heading = "", text = "", figures = [], twice] = rows[at];
  const title = titles[main.owners[record] - main.owners[first]];
  return { from, slug: policyOf(record)[4], id, name, above, heading, text, figures, twice, title };
};

const titles = {}; // of the policies seen so far: a filter must not hide what else there is

const show = async (record, needles, stem) => {
  const own = await row(record);
  const { slug, id, name, above, figures, title } = own;
  titles[slug] = title;
  const policy = `../policies/${slug}/index.html`;
  const phase = standing(record);
  const status = make("span", { "data-state": phase[0] }, phase[nameAt]);
  if (!id) return make("li", {}, `${say("policy")} `, make("a", { href: policy }, title), " ", status);
  const mark = async (side) => {
    await prepare(side.heading + side.text);
    side.inText = places(side.text, needles, stem);
    return side.inText.told || places(side.heading, needles, stem).told;
  };
  const shown = [own];
  if (!await mark(own)) {
    const other = await row(record, language === "en" ? "zh" : "en");
    if (await mark(other) || !own.text) shown.push(other);
  }
  const meant = [...new Set(shown.flatMap(({ inText }) => inText.meant))].slice(0, 3);
  const link = own.inText[0] && !own.twice ? fragment(own.text, own.inText[0]) : ""; // headings stand among the contents, too
  return make("li", { className: "hit" },
    make("h2", { lang: spoken(name) },
      make("a", { href: `${policy}#${encodeURI(id)}${link}` }, ...passage(name, places(name, needles, stem), 200))),
    make("p", { className: "hit-place" }, above ? `${title} › ${above}` : title, " ", status),
    ...(figures.length ? [make("p", { className: "hit-figures" }, ...figures.map((figure) => make("span", { className: "figure" }, figure)))] : []),
    ...shown.filter((side) => side.text).map(({ from, text, inText }) => make("p",
      { className: "hit-text", lang: from === "en" ? "en" : "zh-CN" }, ...passage(text, inText, from === "en" ? 340 : 170))),
    ...(meant.length ? [make("p", { className: "hit-meant" }, say("meant", { words: meant.join(say("between")) }))] : []),
    make("p", { className: "hit-more" },
      make("a", { href: `../../p/${slug}/${encodeURI(id)}/index.html`, className: "permanent" }, say("permanent"))));
};
