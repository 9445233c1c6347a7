// Tables that can be sorted and sifted; whole without this. The state stands in the address.
{
  const address = new URL(location);
  const state = address.searchParams;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const flat = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();

  for (const table of document.querySelectorAll("table[data-prefix]")) {
    const { prefix } = table.dataset;
    const form = table.previousElementSibling;
    const shown = form.querySelector("[role=status] span");
    const fields = [...form.elements].filter((field) => field.name);
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    for (const row of rows) { // the states of the policies named in a row, as site.js shows them today
      row.dataset.status = [...row.querySelectorAll("[data-state]")].map((phase) => phase.dataset.state).join(" ");
    }
    let sort = state.get(`${prefix}sort`) ?? ""; // a column, with "-" when it goes down

    const key = (row, at) => {
      const text = row.cells[at].dataset.key ?? flat(row.cells[at].textContent);
      return text && heads[at].className ? +text : text;
    };
    const order = (at, sign) => (one, other) => {
      const [a, b] = [key(one, at), key(other, at)];
      if (a === "" || b === "") return (a === "") - (b === ""); // nothing comes last, up or down
      return sign * (typeof a === "number" ? a - b : collator.compare(a, b));
    };
    const fits = (row) => fields.every(({ name, value }) => name === "q"
      ? flat(row.textContent).includes(flat(value)) : !value || row.dataset[name].split(" ").includes(value));

    const show = () => {
      const down = sort[0] === "-";
      const at = heads.findIndex((head) => head.dataset.name === sort.slice(down));
      const way = down ? "descending" : "ascending";
      heads.forEach((head, index) => { head.ariaSort = index === at ? way : null; });
      for (const row of rows) row.hidden = !fits(row);
      table.tBodies[0].append(...(at < 0 ? rows : [...rows].sort(order(at, down ? -1 : 1))));
      shown.textContent = rows.filter((row) => !row.hidden).length;
    };
    const change = () => {
      show();
      for (const { name, value } of [...fields, { name: "sort", value: sort }]) {
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
        sort = turns[turns.indexOf(sort) + 1] ?? "";
        change();
      };
      head.append(button);
    }
    for (const { name, options } of form.querySelectorAll("select")) { // what no row has today is no choice
      const held = new Set(rows.flatMap((row) => row.dataset[name].split(" ")));
      for (const option of [...options].slice(1)) if (!held.has(option.value)) option.remove();
    }
    for (const field of fields) field.value = state.get(prefix + field.name) ?? "";
    form.oninput = change;
    form.onreset = () => {
      sort = "";
      setTimeout(change);
    };
    form.hidden = false;
    show();
  }
}
