// What a page gains with JavaScript. Everything can be read and reached without it.
{
  const all = (selector) => [...document.querySelectorAll(selector)];

  // The address bar shows the canonical form; links name index.html so that they work from a disk.
  if (location.protocol !== "file:" && location.pathname.endsWith("/index.html")) {
    history.replaceState(null, "", location.pathname.slice(0, -10) + location.search + location.hash);
  }

  // Whether a policy holds today: what is so on some days only takes the place of what is always true.
  const root = document.documentElement;
  const today = root.dataset.today = new Date().toLocaleDateString("sv"); // Swedes write 2026-11-26
  const date = (page) => {
    for (const tag of page.querySelectorAll(".validity")) {
      const phase = [...tag.children].findLast(({ dataset: { after = "", before = "~" } }) => after < today && today < before);
      phase.hidden = false;
      tag.replaceChildren(phase);
    }
  };
  date(document);
  document.addEventListener("arrived", ({ detail }) => date(detail));

  // A scale of years shows where today is, when it is on the scale.
  for (const figure of all(".timeline")) {
    const { first, last, today: said } = figure.dataset;
    const [from, now, until] = [first, today, last].map(Date.parse);
    if (!(from <= now && now <= until)) continue;
    const at = `${100 * (now - from) / (until + 864e5 - from)}%`; // the last day is on it as well
    for (const svg of figure.querySelectorAll("li svg")) {
      const line = document.createElementNS(svg.namespaceURI, "line");
      for (const [name, value] of Object.entries({ class: "today", x1: at, x2: at, y2: "100%" })) line.setAttribute(name, value);
      svg.append(line);
    }
    figure.querySelector("figcaption .quiet").append(` ${said}`);
  }

  // Theme: a choice that equals the system's is forgotten, so that the page follows the system again.
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  for (const button of all("button.theme")) {
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    show();
    system.addEventListener("change", show);
    button.addEventListener("click", () => {
      const wanted = isDark() ? "light" : "dark";
      const follows = (wanted === "dark") === system.matches;
      if (follows) delete root.dataset.theme;
      else root.dataset.theme = wanted;
      try {
        if (follows) localStorage.removeItem("theme");
        else localStorage.setItem("theme", wanted);
      } catch { /* the choice then holds for this page only */ }
      show();
    });
  }

  // Language: a page in one is what its reader chose; of those in several languages.js asks.
  if (!root.dataset.languages) {
    try { localStorage.setItem("language", root.lang); } catch { /* then the browser's languages count */ }
  }

  // Reading: which clause is at the top of the window?
  const clauses = all(".full-text .clause");
  const line = () => document.querySelector(".masthead").getBoundingClientRect().bottom + 96;
  const reading = () => {
    const edge = Math.max(line(), 96);
    let found = null;
    for (const clause of clauses) {
      if (clause.getBoundingClientRect().top > edge) break;
      found = clause;
    }
    return found;
  };

  // Language: the other language opens at the clause being read; above the text, at the clause of the address.
  for (const link of all("a[data-keep-place]")) {
    const plain = link.getAttribute("href");
    const aim = () => {
      if (plain.includes("#")) return;
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const box = target?.getBoundingClientRect();
      const visible = box && box.bottom > 0 && box.top < innerHeight;
      const place = (visible ? target : (reading() ?? target))?.id;
      link.href = place ? `${plain}#${encodeURI(place)}` : plain;
      link.search = location.search; // what a table shows
    };
    for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, aim);
  }

  // Contents: mark the entry of the clause being read, the nearest one above it that is listed.
  const entries = new Map(all(".contents ol a").map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  if (entries.size) {
    let marked = null;
    let waiting = false;
    const mark = () => {
      waiting = false;
      const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
      let clause = end ? clauses[clauses.length - 1] : reading();
      while (clause && !entries.has(clause.id)) clause = clause.parentElement.closest(".clause");
      const entry = clause ? entries.get(clause.id) : null;
      if (entry === marked) return;
      marked?.removeAttribute("aria-current");
      entry?.setAttribute("aria-current", "location");
      marked = entry;
      const list = document.querySelector(".contents");
      if (entry && list.scrollHeight > list.clientHeight) {
        const top = entry.getBoundingClientRect().top - list.getBoundingClientRect().top;
        if (top < 48 || top > list.clientHeight - 48) list.scrollTop += top - list.clientHeight / 3;
      }
    };
    const soon = () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    mark();
  }

  // Lists that fold on a narrow window.
  for (const button of all("button.fold")) {
    const set = (open) => button.setAttribute("aria-expanded", String(open));
    const list = document.getElementById(button.getAttribute("aria-controls"));
    button.addEventListener("click", () => set(button.getAttribute("aria-expanded") !== "true"));
    list.addEventListener("click", (event) => {
      if (event.target.closest("a")) set(false);
    });
  }

  // Scripts that few readers need come when they do.
  const load = (script) => {
    if (!document.querySelector(`script[src="${script}"]`)) document.head.append(Object.assign(document.createElement("script"), { src: script }));
  };

  // Citing: an address that says which wording it cites, a box that is opened, words that are selected.
  const cite = document.querySelector(".cite");
  if (cite) {
    const { script } = cite.dataset;
    if (new URLSearchParams(location.search).has("at")) load(script);
    cite.addEventListener("toggle", () => load(script));
    document.addEventListener("selectionchange", () => getSelection().isCollapsed || load(script));
  }

  // Search: the first key in a box loads what suggests; / leads to the box.
  const boxes = all("form.search input");
  for (const box of boxes) {
    const states = { role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": `${box.id}-list` };
    for (const [name, value] of Object.entries(states)) box.setAttribute(name, value);
    box.addEventListener("input", () => load(box.form.dataset.script));
  }
  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing || !boxes.length) return;
    event.preventDefault();
    boxes.find((box) => box.checkVisibility()).focus();
  });
}
