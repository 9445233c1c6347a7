// Tables that can be sorted and sifted; whole without this. The state stands in the address.
// Rows come in an order of their own (data-order), some under the headings of groups: only that column keeps the groups.
// A long table comes in pages: the others are fetched when it is sorted or sifted.
{
  const address = new URL(location);
  const state = address.searchParams;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const flat = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();
  const AT_ONCE = 500; // rows of a joined table

  for (const table of document.querySelectorAll("table[data-prefix]")) {
    const { prefix, files, order = "" } = table.dataset;
    const form = table.previousElementSibling;
    const status = form.querySelector("[role=status]");
    const shown = status.firstElementChild;
    const partly = form.querySelector(".partly");
    const unfold = table.nextElementSibling; // on phones the first rows are shown until it is pressed
    const [more, paging] = files ? [unfold.nextElementSibling, unfold.nextElementSibling.nextElementSibling] : [];
    const fields = [...form.elements].filter((field) => field.name);
    const heads = [...table.tHead.rows[0].cells];
    const main = heads.findIndex((head) => head.dataset.name === order.replace("-", ""));
    const groups = new Map(); // their headings by name
    const taken = (page) => [...page.rows].filter((row) => {
      if (row.className !== "group") return true;
      if (!groups.has(row.dataset.group)) groups.set(row.dataset.group, row);
      return false;
    });
    const own = taken(table.tBodies[0]);
    let rows = own;
    let placed = rows;
    let orders = {}; // the rows by what they were sorted by
    let most = AT_ONCE;
    let sort = state.get(`${prefix}sort`) ?? order; // a column, with "-" when it goes down

    const read = (added) => { // the states of the policies named in a row, as site.js shows them today
      for (const row of added) {
        if ("cut" in row.dataset) continue; // not all are named
        row.dataset.status = [...row.querySelectorAll("[data-state]")].map((phase) => phase.dataset.state).join(" ");
      }
    };
    const narrow = () => { // what no row has today is no choice
      for (const { name, options } of form.querySelectorAll("select")) {
        const held = new Set(rows.flatMap((row) => row.dataset[name].split(" ")));
        for (const option of [...options].slice(1)) if (!held.has(option.value)) option.remove();
      }
    };
    const fetched = async (file) => {
      if (file === ".") return own;
      const answer = await fetch(file);
      if (!answer.ok) throw answer;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.dispatchEvent(new CustomEvent("arrived", { detail: page }));
      const added = taken(page.querySelector(`table.${table.className}`).tBodies[0]);
      read(added);
      return added;
    };
    let whole = !files;
    let joining;
    const join = async () => {
      partly.textContent = partly.dataset.loading;
      try {
        if (files === ".") throw files;
        rows = (await Promise.all(files.split(" ").map(fetched))).flat();
        orders = {};
        whole = true;
        narrow();
        partly.textContent = "";
      } catch { // a copy on a disk, a lost connection, or too much for a browser
        partly.textContent = partly.dataset.failed;
      }
    };

    const key = (row, at) => {
      const text = row.cells[at].dataset.key ?? flat(row.cells[at].textContent);
      return text && heads[at].className ? +text : text;
    };
    const ordered = (at, sign) => {
      const names = [...new Set(rows.map((row) => row.dataset.group))];
      const back = order[0] === "-" ? -1 : 1;
      const keys = new Map(rows.map((row, place) => [row, at === main ? back * place : key(row, at)]));
      return [...rows].sort((one, other) => {
        const apart = at === main ? names.indexOf(one.dataset.group) - names.indexOf(other.dataset.group) : 0;
        if (apart) return apart;
        const [a, b] = [keys.get(one), keys.get(other)];
        if (a === "" || b === "") return (a === "") - (b === ""); // nothing comes last, up or down
        return sign * (typeof a === "number" ? a - b : collator.compare(a, b));
      });
    };
    const fits = (row) => fields.every(({ name, value }) => name === "q"
      ? (row.flat ??= flat(row.textContent)).includes(flat(value)) : !value || row.dataset[name].split(" ").includes(value));

    const headed = (all) => all.flatMap((row, at) => row.dataset.group === all[at - 1]?.dataset.group ? row : [groups.get(row.dataset.group), row]);
    const wanted = () => sort !== order || fields.some(({ value }) => value);
    const show = async () => {
      const fold = table.closest("details");
      if (fold && wanted()) fold.open = true;
      if (wanted() && !whole) await (joining ??= join());
      const plain = files && !wanted();
      const down = sort[0] === "-";
      const at = heads.findIndex((head) => head.dataset.name === sort.slice(down));
      const way = down ? "descending" : "ascending";
      heads.forEach((head, index) => { head.ariaSort = index === at ? way : null; });
      const grouped = groups.size && at === main;
      const all = plain ? own : sort === order || at < 0 ? rows : orders[sort] ??= ordered(at, down ? -1 : 1);
      const seen = new Set();
      let found = 0;
      for (const row of all) {
        row.hidden = !fits(row);
        found += !row.hidden;
        row.hidden ||= files && found > most;
        if (!row.hidden) seen.add(row.dataset.group);
      }
      for (const [name, head] of groups) head.hidden = !seen.has(name);
      if (all !== placed) table.tBodies[0].replaceChildren(...(grouped ? headed(all) : all));
      placed = all;
      shown.textContent = found.toLocaleString(document.documentElement.lang);
      if (!files) return;
      more.hidden = found <= most;
      status.hidden = plain || !whole; // the page says which rows it has
      for (const part of [paging, table.caption.firstElementChild]) part.hidden = !plain && whole;
    };
    const change = () => {
      most = AT_ONCE;
      show();
      for (const { name, value } of [...fields, { name: "sort", value: sort === order ? "" : sort }]) {
        if (value) state.set(prefix + name, value);
        else state.delete(prefix + name);
      }
      history.replaceState(null, "", address);
    };

    for (const head of heads) {
      const { name } = head.dataset;
      const turns = head.className ? [`-${name}`, name] : [name, `-${name}`];
      const button = document.createElement("button");
      button.append(...head.childNodes);
      button.onclick = () => {
        sort = turns[turns.indexOf(sort) + 1] ?? order;
        change();
      };
      head.append(button);
    }
    read(own);
    if (whole) narrow();
    for (const field of fields) field.value = state.get(prefix + field.name) ?? "";
    form.oninput = change;
    form.onreset = () => {
      sort = order;
      setTimeout(change);
    };
    unfold.onclick = () => {
      const next = [...table.tBodies[0].rows].find((row) => !row.hidden && !row.checkVisibility());
      table.dataset.unfolded = "";
      next.querySelector("a")?.focus();
    };
    if (files) {
      more.onclick = () => {
        most += AT_ONCE;
        show();
      };
    }
    show();
  }
}
