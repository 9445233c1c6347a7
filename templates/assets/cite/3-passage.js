// A passage of a clause's text that is selected can be linked to: the address of the clause, and behind :~: the words, which
// browsers look for and mark. Such words must begin and end where words do, and no two browsers agree where that is in Chinese:
// the link is cut at punctuation and spaces, and where a passage begins or ends between them, its neighbours are named, too.
const HEADING = ":is(h2, h3, h4, h5, h6)";
const BLOCKS = `.sides .text > p, .full-text .text > p, body:not(.bilingual) .clause-own > ${HEADING}, .clause-own > ${HEADING} > [lang]`;
const SHORT = 40; // so many characters are named one by one; of longer passages the two ends are
const END = 16;
const TITLE = 60; // a clause without a heading has so many of its first characters as the title of its page
const GAP = /[\s，。；：！？、（）《》〈〉“”「」【】…—]/;
const gap = (text, at, step) => {
  while (at > 0 && at < text.length && !GAP.test(text[at - 1]) && !GAP.test(text[at])) at += step;
  return Math.max(0, Math.min(at, text.length));
};
const until = (element, node, offset) => {
  const range = new Range();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString();
};

// As browsers compare words: capitals are as small letters, wide signs as narrow ones. The length stays.
const folded = (text) => text.replace(/[^a-z\u3400-\u9fff]/gu, (sign) => {
  const plain = sign.normalize("NFKC").toLowerCase();
  return plain.length === sign.length ? plain : sign;
});

// What browsers search of an element: its text but for what stands there for readers of another language; `startOf` says where the
// text of a block begins in it.
const searched = (element) => {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT + NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display === "none" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const starts = new Map();
  let text = "";
  while (walk.nextNode()) {
    starts.set(walk.currentNode, text.length);
    text += walk.currentNode.nodeType === Node.TEXT_NODE ? walk.currentNode.data : "";
  }
  return { text, startOf: (block) => starts.get(block) };
};

// What is selected of each block, as places in its text. Blocks in another language than the first are left out.
const selected = (range) => {
  const parts = [...document.querySelectorAll(BLOCKS)].filter((block) => range.intersectsNode(block)).map((block) => {
    const text = block.textContent;
    const place = (node, offset, otherwise) => block.contains(node) ? until(block, node, offset).length : otherwise;
    const start = place(range.startContainer, range.startOffset, 0);
    const said = text.slice(start, place(range.endContainer, range.endOffset, text.length));
    const from = start + said.length - said.trimStart().length;
    return { block, text, from, to: from + said.trim().length, lang: block.closest("[lang]").lang };
  }).filter(({ from, to }) => from < to);
  return parts.filter(({ lang }) => lang === parts[0].lang);
};

// The words of a passage as browsers look for them. `scope` is what the page that the link leads to shows of this one: what
// stands there before the passage, or within it before its end, is told apart by more words.
const directive = (parts, scope) => {
  const below = parts.filter(({ block }) => !block.closest(`${HEADING}, .side-heading`)); // the page's title is the heading, too
  if (below.length) parts = below;
  const [first, last] = [parts[0], parts.at(-1)];
  const leads = scope !== document.body; // to another page, which begins with the title of the policy and its own
  const own = leads && !scope.querySelector(HEADING) && scope.querySelector(".text > p")?.textContent.slice(0, TITLE);
  const titles = leads ? `${document.querySelector("h1").textContent}\n${own || ""}\n` : "";
  const { text, startOf } = searched(scope);
  const shown = folded(titles + text);
  const place = ({ block }) => titles.length + startOf(block);
  const isLater = (part, from, to, after) => shown.indexOf(folded(part.text.slice(from, to).trim()), after) < place(part) + from;
  const further = (at) => Math.min(gap(first.text, at, 1), first.to);
  let cut = first === last && first.to - first.from <= SHORT ? first.to : further(first.from + END);
  let before = gap(first.text, first.from, -1);
  while (before > 0 && isLater(first, before, cut, 0)) before = gap(first.text, before - 1, -1);
  while (cut < first.to && isLater(first, before, cut, 0)) cut = further(cut + 1);
  const least = first === last ? cut : last.from;
  let end = Math.max(gap(last.text, last.to - END, -1), least);
  while (end > least && isLater(last, end, last.to, place(first) + cut)) end = Math.max(gap(last.text, end - 1, -1), least);
  let after = gap(last.text, last.to, 1);
  while (first === last && cut === last.to && after < last.text.length && isLater(first, before, after, 0)) after = gap(last.text, after + 1, 1);
  let prefix = first.text.slice(before, first.from);
  if (!first.from && !leads && isLater(first, 0, cut, 0)) { // what stands alone in its block is told apart by the end of the one before
    const above = text.slice(0, startOf(first.block)).trimEnd();
    prefix = above.slice(gap(above, above.length - 2, -1));
  }
  const words = (text) => encodeURIComponent(text.trim().replace(/\s+/g, " ")).replaceAll("-", "%2D");
  return [
    prefix && `${words(prefix)}-`,
    words(first.text.slice(first.from, cut)),
    words(last.text.slice(end, last.to)),
    after > last.to && `-${words(last.text.slice(last.to, after))}`,
  ].filter(Boolean).join(",");
};

// The link to what is selected: to the page of its clause, or, where it goes over several clauses, to the full text.
const linked = (range) => {
  const parts = selected(range);
  if (!parts.length) return "";
  const { href } = document.querySelector("link[rel=canonical]");
  const [clause, other] = new Set(parts.map(({ block }) => block.closest(".clause-own")));
  if (other) return `${href}#${clause.parentElement.id}:~:text=${directive(parts, document.body)}`;
  const to = clause?.querySelector(".permanent");
  const address = to ? new URL(to.getAttribute("href"), href).href.replace(/index\.html$/, "") : href;
  const { version } = (to ?? pin).dataset;
  return `${address}${version ? `?at=${version}` : ""}#${parts[0].lang}:~:text=${directive(parts, clause ?? document.body)}`;
};

// The button comes below the end of the selection; the next Tab leads to it.
const passages = document.querySelector("#passage")?.content;
if (passages) {
  const [offer, copied] = passages.children;
  const [button, status] = offer.children;
  let pressed = false;
  let waiting = 0;
  const show = () => {
    const selection = getSelection();
    if (pressed || offer.contains(document.activeElement)) return;
    offer.remove();
    if (selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    button.value = linked(range);
    if (!button.value) return;
    status.textContent = "";
    const box = [...range.getClientRects()].at(-1);
    const { block } = selected(range).at(-1);
    offer.style.left = offer.style.top = "0";
    block.after(offer);
    const origin = offer.getBoundingClientRect();
    const left = Math.min(box.right - origin.width / 2, document.documentElement.clientWidth - origin.width - 8);
    offer.style.left = `${Math.max(8, left) - origin.left}px`;
    offer.style.top = `${box.bottom + 12 - origin.top}px`;
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 300);
  };
  for (const event of ["pointerdown", "pointerup", "pointercancel"]) {
    addEventListener(event, () => {
      pressed = event === "pointerdown";
      soon();
    });
  }
  document.addEventListener("selectionchange", soon);
  soon(); // this script comes with the first selection
  offer.addEventListener("mousedown", (event) => event.preventDefault()); // what is selected stays so
  addEventListener("keydown", (event) => {
    if (!offer.isConnected) return;
    if (event.key === "Escape") {
      clearTimeout(waiting); // else a click just before would bring it back
      offer.remove();
    }
    if (event.key === "Tab" && document.activeElement === document.body) {
      event.preventDefault();
      button.focus();
    }
  });
  button.addEventListener("click", async () => {
    await copy({ "text/plain": button.value });
    status.replaceChildren(copied.cloneNode(true));
  });
}
