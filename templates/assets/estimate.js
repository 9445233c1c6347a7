// What a firm would get: from the figures in the form, what each row pays; the largest first. The figures stand in the address.
// The arithmetic is that of model/formulas.py.
{
  const form = document.querySelector(".estimate");
  const table = document.querySelector(".estimates.computed");
  const rows = [...table.tBodies[0].rows];
  const everywhere = [...document.querySelectorAll(".estimates tbody tr")];
  const fields = [...form.elements].filter((field) => field.name && field.type !== "button");
  const status = form.querySelector("[role=status]");
  const places = [...document.querySelectorAll(".by-place li")];
  const MOST = 8; // places beside each other
  const address = new URL(location);
  const chinese = document.documentElement.lang.startsWith("zh");

  const amountOf = (steps, caps, quantity) => {
    const step = steps.findLast(([above, strict]) => quantity > above || (quantity === above && !strict));
    if (!step) return null;
    const [, , factor, factorHigh, fixed, fixedHigh] = step;
    return [quantity * factor + fixed, quantity * factorHigh + fixedHigh]
      .map((sum, at) => Math.floor(Math.min(sum, caps?.[at] ?? Infinity) + 0.5));
  };

  const SCALES = chinese ? [[1e8, "亿", 4], [1e4, "万", 4]] : [[1e9, "\u00a0billion", 3], [1e6, "\u00a0million", 3]];
  const scaled = (sum) => { // 500万, 5 million: with the largest word that leaves few decimals
    for (const [size, word, decimals] of SCALES) {
      if (sum >= size && Number.isInteger(sum * 10 ** decimals / size)) {
        return (chinese ? String(sum / size) : (sum / size).toLocaleString("en", { maximumFractionDigits: 3 })) + word;
      }
    }
    return chinese ? String(sum) : sum.toLocaleString("en");
  };
  const money = (sum) => form.dataset.yuan.replace("{figure}", scaled(sum));
  const said = ([low, high]) => low === high ? money(low)
    : form.dataset.range.replace("{low}", money(low)).replace("{high}", chinese ? money(high) : scaled(high));

  const compute = () => {
    const given = new Map(fields.filter((field) => field.value !== "" && field.type === "number" && field.valueAsNumber >= 0)
      .map((field) => [field.name, field.valueAsNumber * field.dataset.times]));
    let largest = 0;
    for (const row of rows) {
      const { asks } = row.dataset;
      const [steps, caps] = [row.dataset.steps, row.dataset.caps].map((each) => JSON.parse(each));
      const known = given.has(asks);
      const paid = known ? amountOf(steps, caps, given.get(asks)) : null;
      row.paid = paid?.[1] ?? (known ? 0 : -1);
      row.dataset.least = paid?.[0] ?? "";
      row.dataset.most = paid?.[1] ?? "";
      row.querySelector(".sum").textContent = paid ? row.dataset.said.replace("{figure}", said(paid)) : "–";
      row.querySelector(".capped").hidden = !paid || !caps || paid[1] < caps[1];
      largest = Math.max(largest, row.paid);
    }
    for (const row of rows) row.querySelector("rect").setAttribute("width", `${100 * Math.max(row.paid, 0) / (largest || 1)}%`);
    const place = form.elements.place?.value;
    const state = form.elements.status?.value;
    for (const row of everywhere) {
      const now = row.querySelector("[data-state]:not([hidden])")?.dataset.state; // as site.js shows it today
      row.away = (state && now !== state) || (given.size > 0 && row.paid < 0);
      row.hidden = row.away || (place && row.dataset.place !== place);
    }
    const best = (item) => rows.filter((row) => !row.away && row.dataset.place === item.firstElementChild.dataset.place)
      .reduce((most, row) => row.paid > (most?.paid ?? 0) ? row : most, null);
    const leading = places.map((item) => [item, best(item)]).sort(([, one], [, other]) => (other?.paid ?? 0) - (one?.paid ?? 0));
    for (const [at, [item, row]] of leading.entries()) {
      item.hidden = !row || at >= MOST;
      item.className = row && row.paid === leading[0][1].paid ? "lead" : "";
      item.querySelector("rect").setAttribute("width", `${row ? 100 * row.paid / leading[0][1].paid : 0}%`);
      item.querySelector(".row-figure").textContent = row?.querySelector(".sum").textContent ?? "";
      item.parentNode.append(item);
    }
    if (places.length) places[0].closest("figure").hidden = !leading[0][1];
    table.tBodies[0].append(...[...rows].sort((one, other) => other.paid - one.paid || rows.indexOf(one) - rows.indexOf(other)));
    table.classList.toggle("asked", given.size > 0);
    const shown = rows.filter((row) => row.paid >= 0 && !row.hidden).length;
    status.textContent = given.size ? status.dataset.some.replace("{shown}", shown).replace("{rest}", rows.filter((row) => row.paid < 0).length)
      : status.dataset.none;
  };
  const change = () => {
    compute();
    for (const { name, value, dataset } of fields) { // sums are in yuan there, so that they are the same in each language
      if (value) address.searchParams.set(name, dataset.times ? value * dataset.times : value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
  };
  const fill = () => {
    for (const field of fields) if (field.dataset.example) field.value = field.dataset.example;
  };

  for (const field of fields) {
    const given = address.searchParams.get(field.name) ?? "";
    field.value = given && field.dataset.times ? given / field.dataset.times : given;
  }
  for (const fold of form.querySelectorAll("details")) fold.open = [...fold.querySelectorAll("input")].some((field) => field.value);
  form.oninput = change;
  form.onreset = () => setTimeout(change);
  for (const item of places) {
    item.firstElementChild.onclick = () => {
      form.elements.place.value = item.firstElementChild.dataset.place;
      change();
    };
  }
  form.elements.example.onclick = () => {
    fill();
    change();
  };
  const first = !fields.some((field) => field.value);
  if (first) fill(); // something to look at, until a reader fills in his own
  compute();
  if (first && fields.some((field) => field.value)) status.textContent = status.dataset.example;
}
