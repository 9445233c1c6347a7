// A passage of a clause's text that is selected can be linked to: the address of the clause, and behind :~: the words, which
// browsers look for and mark. Such words must begin and end where words do, and no two browsers agree where that is in Chinese:
// the link is cut at punctuation and spaces, and where a passage begins or ends between them, its neighbours are named, too.
const passage = document.querySelector("#passage")?.content.firstElementChild;
const HEADINGS = "h2, h3, h4, h5, h6";
const BLOCKS = `.sides .text > p, .full-text .text > p, body:not(.bilingual) .clause-own > :is(${HEADINGS}), .clause-own > :is(${HEADINGS}) > [lang]`;
const SHORT = 40; // characters that are named one by one; of longer passages the two ends are
const END = 12;
const GAP = /[\s，。；：！？、（）《》〈〉“”「」【】…—]/;
const isGap = (text, at) => at <= 0 || at >= text.length || GAP.test(text[at - 1]) || GAP.test(text[at]);
const gap = (text, at, step) => {
  while (!isGap(text, at)) at += step;
  return at;
};

// The part of each block that is selected, as places in its text; blocks in another language than the first are left out.
const selected = (range) => {
  const blocks = [...document.querySelectorAll(BLOCKS)].filter((block) => range.intersectsNode(block));
  const parts = blocks.map((block) => {
    const text = block.textContent;
    const place = (node, offset, otherwise) => {
      if (!block.contains(node)) return otherwise;
      const before = new Range();
      before.setStart(block, 0);
      before.setEnd(node, offset);
      return before.toString().length;
    };
    let start = place(range.startContainer, range.startOffset, 0);
    let end = place(range.endContainer, range.endOffset, text.length);
    while (start < end && /\s/.test(text[start])) start += 1;
    while (start < end && /\s/.test(text[end - 1])) end -= 1;
    return { block, text, start, end, lang: block.closest("[lang]").lang };
  }).filter(({ start, end }) => start < end);
  return parts.filter(({ lang }) => lang === parts[0].lang);
};

// The text directive for a passage. `scope` is what the page that the link leads to has of this one.
const directive = (parts, scope) => {
  const first = parts[0];
  const last = parts[parts.length - 1];
  const all = scope.textContent;
  const before = new Range();
  before.setStart(scope, 0);
  before.setEnd(first.block, 0);
  const at = before.toString().length;
  const whole = first === last && first.end - first.start <= SHORT;
  const cut = whole ? first.end : Math.min(gap(first.text, first.start + END, 1), first.end);
  const words = [first.text.slice(first.start, cut)];
  let prefix = gap(first.text, first.start, -1);
  while (prefix > 0 && all.indexOf(first.text.slice(prefix, cut)) < at + prefix) prefix = gap(first.text, prefix - 1, -1);
  if (prefix < first.start) words.unshift(`${encode(first.text.slice(prefix, first.start))}-`);
  return words;
};
