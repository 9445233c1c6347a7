// The glossary: what is looked for opens its letters; whole without this. The state stands in the address.
{
  const form = document.querySelector("form.sieve");
  if (form) {
    const address = new URL(location);
    const state = address.searchParams;
    const letters = [...document.querySelectorAll("details.letter")];
    const folded = letters.map((letter) => letter.open);
    const entries = letters.flatMap((letter) => [...letter.querySelectorAll("dl > div")]);
    const fields = [...form.elements].filter((field) => field.name);
    const shown = form.querySelector("[role=status] > span");
    const flat = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();
    const values = () => Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    const fits = (entry, { q, policies }) => (!policies || (entry.dataset.policies ?? "").split(" ").includes(policies))
      && (entry.flat ??= flat(entry.textContent)).includes(flat(q));
    const show = () => {
      const wanted = values();
      for (const entry of entries) entry.hidden = !fits(entry, wanted);
      letters.forEach((letter, at) => {
        const some = letter.querySelector("dl > div:not([hidden])");
        letter.hidden = !some;
        letter.open = wanted.q || wanted.policies ? !!some : folded[at];
      });
      shown.textContent = entries.filter((entry) => !entry.hidden).length;
    };
    const change = () => {
      show();
      for (const { name, value } of fields) {
        if (value) state.set(name, value);
        else state.delete(name);
      }
      history.replaceState(null, "", address);
    };
    const reveal = () => { // browsers that do not open what an address leads into
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const letter = target?.closest("details.letter");
      if (!letter || letter.open) return;
      letter.open = true;
      target.scrollIntoView();
    };
    form.oninput = change;
    form.onreset = () => setTimeout(change);
    addEventListener("hashchange", reveal);
    for (const field of fields) field.value = state.get(field.name) ?? "";
    if (fields.some(({ value }) => value)) show();
    reveal();
  }
}
