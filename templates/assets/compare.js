// Comparison tables: choose places and rows, or see only what differs; whole without this. The state stands in
// the address, so that a choice can be sent to others. Offers of policies whose time is over by the reader's date move to
// the end of their list: a page is made once, and read for years.
for (const list of document.querySelectorAll(".offers ol")) {
  const over = [...list.children].filter((offer) => offer.querySelector("[data-after]:not([hidden])"));
  list.append(...over);
}
for (const view of document.querySelectorAll(".view")) {
  const address = new URL(location);
  const { searchParams: state } = address;
  for (const box of view.elements) if (box.name && state.get(box.name) === box.value) box.checked = true;
  view.addEventListener("change", ({ target: box }) => {
    if (box.checked && !box.defaultChecked) state.set(box.name, box.value);
    else state.delete(box.name);
    history.replaceState(null, "", address.href);
  });
}
for (const form of document.querySelectorAll(".picker")) {
  const address = new URL(location);
  const state = address.searchParams;
  const boxes = (name) => [...form.querySelectorAll(`input[name=${name}]`)];
  const status = form.querySelector("[role=status]");
  const flat = (cell) => cell.textContent.replace(/\s+/g, " ").trim();
  const weighed = "tr.different, tr.incomparable, tr.some";

  // What is shown must still differ among the chosen places: equal cells make an equal row.
  const differs = (row) => {
    if (!row.matches(weighed)) return false;
    const cells = [...row.cells].slice(1).filter((cell) => !cell.hidden).map(flat);
    return new Set(cells).size > 1;
  };

  const show = () => {
    const chosen = (name) => new Set(boxes(name).filter((box) => box.checked).map((box) => box.value));
    const places = chosen("places");
    const rows = chosen("rows");
    const only = form.elements.differences.checked;
    for (const each of document.querySelectorAll("[data-doc]")) each.hidden = !places.has(each.dataset.doc);
    for (const each of document.querySelectorAll("[data-docs]")) {
      each.hidden = !each.dataset.docs.split(" ").every((doc) => places.has(doc));
    }
    for (const group of document.querySelectorAll(".group")) {
      const heads = [...group.querySelectorAll("thead th[data-doc]")].filter((head) => !head.hidden);
      group.hidden = heads.length < Math.max(1, Math.min(2, places.size));
      for (const row of group.querySelectorAll("tr[data-row]")) {
        const { row: name } = row.dataset;
        const different = differs(row);
        const hidden = !rows.has(name) || (only && !different);
        row.hidden = hidden;
        row.classList.toggle("settled", row.matches(weighed) && !different);
        for (const twin of group.querySelectorAll(`.places [data-row="${name}"]`)) {
          twin.hidden = hidden;
          twin.classList.toggle("settled", row.matches(".settled"));
        }
        for (const note of group.querySelectorAll(`.notes [data-row="${name}"]`)) note.hidden = !rows.has(name) || !different;
      }
      const notes = group.querySelector(".notes");
      if (notes) notes.hidden = !notes.querySelector("li:not([hidden])");
    }
    const shelves = document.querySelector(".alone");
    if (shelves) shelves.hidden = only || !shelves.querySelector("[data-doc]:not([hidden])");
    status.textContent = form.dataset.status.replace("{places}", places.size).replace("{rows}", rows.size);
  };

  const change = () => {
    show();
    for (const name of ["places", "rows"]) {
      const all = boxes(name);
      const checked = all.filter((box) => box.checked);
      if (checked.length === all.length) state.delete(name);
      else state.set(name, checked.map((box) => box.value).join(","));
    }
    if (form.elements.differences.checked) state.set("differences", "1");
    else state.delete("differences");
    history.replaceState(null, "", address.href.replaceAll("%2C", ","));
  };

  for (const name of ["places", "rows"]) {
    if (!state.has(name)) continue;
    const wanted = state.get(name).split(",");
    for (const box of boxes(name)) box.checked = wanted.includes(box.value);
    form.querySelector("details").open = true;
  }
  form.elements.differences.checked = state.has("differences");
  form.hidden = false;
  form.addEventListener("input", change);
  form.addEventListener("reset", () => setTimeout(change));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
