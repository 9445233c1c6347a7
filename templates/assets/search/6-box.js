// Suggestions in every search box.
const nameAt = language === "en" ? 2 : 1;
const say = (key, values = {}) => main.words[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const spoken = (text) => (/[㐀-鿿]/.test(text) ? "zh-CN" : "en");
const make = (tag, properties, ...inside) => {
  const element = document.createElement(tag);
  for (const name in properties) {
    if (name in element) element[name] = properties[name];
    else element.setAttribute(name, properties[name]);
  }
  element.append(...inside);
  return element;
};

const suggest = async (typed) => {
  await start();
  await prepare(typed);
  const folded = fold(typed.trim());
  if (!folded) return [];
  const first = [...folded][0];
  const texts = (await file(`s${shard(first, main.files.s)}`))[first] ?? [];
  const at = (text) => fold(text.slice(1)).indexOf(folded);
  return texts.filter((text) => at(text) >= 0).sort((a, b) => (at(a) > 0) - (at(b) > 0)).slice(0, 8);
};

// The page that compares a theme, if it has one.
const themePage = (theme) => theme?.[4] && new URL(`../${language}/compare/${theme[0]}/index.html`, here).href;

digestSearch.tools = { // for assets/results/
  file, find, fold, language, list, make, nameAt, prepare, say, spoken, start, stemmer, themePage, units,
};

const KINDS = { d: "policy", h: "heading", t: "theme", a: "agency", k: "kind", g: "term" };

for (const form of document.querySelectorAll("form.search")) {
  const input = form.querySelector("input");
  const box = form.querySelector("[role=listbox]");
  let chosen = -1;
  let asked = 0;
  const open = (texts) => {
    box.replaceChildren(...texts.map((text, at) => {
      const option = make("li", { id: `${box.id}-${at}`, role: "option", "aria-selected": false, "data-text": text.slice(1), "data-kind": text[0] },
        make("span", { lang: spoken(text) }, text.slice(1)), make("span", { className: "quiet" }, say(KINDS[text[0]])));
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(option); });
      return option;
    }));
    box.hidden = !texts.length;
    input.setAttribute("aria-expanded", !box.hidden);
    choose(-1);
  };
  const close = () => open([]);
  const choose = (at) => {
    const options = [...box.children];
    chosen = at < -1 ? options.length - 1 : at >= options.length ? -1 : at;
    options.forEach((option, number) => option.setAttribute("aria-selected", number === chosen));
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }
  };
  const take = (option) => {
    const { text, kind } = option.dataset;
    input.value = text;
    close();
    const page = kind === "t" && themePage(main.lists.theme.find((row) => row.includes(text)));
    if (page) location.href = page;
    else form.requestSubmit();
  };
  const offer = async () => {
    const turn = ++asked;
    language = form.closest("[lang]").lang.slice(0, 2); // a page in several languages has a form in each
    const texts = await suggest(input.value).catch(() => []);
    if (turn === asked && document.activeElement === input) open(texts);
  };
  input.addEventListener("input", offer);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && box.hidden) return offer();
    if (box.hidden) return;
    if (step) choose(chosen + step);
    else if (event.key === "Enter" && chosen >= 0) take(box.children[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", () => { asked++; close(); });
  if (document.activeElement === input && input.value && !document.querySelector(".search-answer")) offer();
}
