// A panel below an open page: why the newest files are no site, or that the page is gone. Esc closes it, until there is
// something else to say. It stands outside the body and keeps its own style.
const make = (name, className, ...inside) => {
  const element = document.createElement(name);
  element.className = className;
  element.append(...inside);
  return element;
};

const style = new CSSStyleSheet();
const host = document.createElement("digest-panel");
host.attachShadow({ mode: "open" }).adoptedStyleSheets = [style];
const styled = fetch(new URL("panel.css", import.meta.url)).then((answer) => answer.text()).then((text) => style.replace(text));

let closed = ""; // what was said when it was closed
let open = "";
const close = () => {
  closed = open;
  open = "";
  host.remove();
};

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && open && !event.isComposing && !event.defaultPrevented) close();
});

// The line of a file, its marked characters, and carets below them in whatever font.
const cells = (text) => [...text].reduce((sum, character) => sum + (character > "\u1100" ? 2 : 1), 0);
const quote = ({ gutter, before, marked, after }) => {
  const start = `${gutter} | ${before}`;
  const carets = make("span", "carets", "^".repeat(Math.max(cells(marked), 1)));
  carets.ariaHidden = "true";
  const block = make("pre", "quote", start, make("mark", "", marked), `${after}\n`, make("span", "blank", start), carets);
  block.tabIndex = 0; // so that keys can scroll it
  return block;
};

const frame = (words, { head, gutter, hint, ...line }) => make("section", "frame",
  make("pre", "head", head),
  ...(gutter ? [quote({ gutter, ...line })] : []),
  ...(hint ? [make("p", "hint", `${words.hint}${hint}`)] : []));

// Shows what there is to say; null takes the panel away.
export const say = async (words, said) => {
  open = said ? JSON.stringify(said) : "";
  if (open && open === closed) open = "";
  else if (open !== closed) closed = "";
  if (!open) return host.remove();
  await styled;
  const { urgent, title, note, frames = [], more } = said;
  const button = Object.assign(make("button", "close", words.close), { type: "button", onclick: close });
  const panel = make("div", "panel",
    make("div", "bar", make("h2", "", title), button),
    ...(note ? [make("p", "note", note)] : []),
    ...frames.map((each) => frame(words, each)),
    ...(more ? [make("p", "note", more)] : []));
  panel.role = urgent ? "alert" : "status";
  panel.lang = words.lang;
  panel.tabIndex = 0;
  host.shadowRoot.replaceChildren(panel);
  document.documentElement.append(host);
  for (const mark of panel.querySelectorAll("mark")) mark.parentElement.scrollLeft = mark.offsetLeft - mark.parentElement.clientWidth / 3;
};
