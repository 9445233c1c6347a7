// What a term means shows beside it while it is pointed at, focused or touched; Esc puts it away.
{
  const tip = Object.assign(document.createElement("div"), { className: "tip", hidden: true, ariaHidden: "true" });
  let leaving = 0;
  const hide = () => { tip.hidden = true; };
  const stay = () => clearTimeout(leaving);
  const leave = () => { leaving = setTimeout(hide, 200); };
  const explain = (term) => {
    stay();
    const meaning = document.getElementById(term.getAttribute("aria-describedby"));
    tip.replaceChildren(...[...meaning.children].map((each) => each.cloneNode(true)));
    tip.querySelectorAll("a").forEach((link) => { link.remove(); });
    tip.hidden = false;
    const box = term.getClientRects()[0];
    const below = box.bottom + 6 + tip.offsetHeight < innerHeight;
    tip.style.left = `${scrollX + Math.max(16, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 16))}px`;
    tip.style.top = `${scrollY + (below ? box.bottom + 6 : box.top - 6 - tip.offsetHeight)}px`;
  };
  for (const term of document.querySelectorAll("a.term")) {
    term.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") explain(term); });
    term.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") leave(); });
    term.addEventListener("focus", () => explain(term));
    term.addEventListener("blur", leave);
    term.addEventListener("click", (event) => {
      if (!event.pointerType) return hide(); // by key: the link leads to the definition
      event.preventDefault();
      explain(term);
    });
  }
  document.body.append(tip);
  tip.addEventListener("pointerenter", stay);
  tip.addEventListener("click", (event) => { if (event.pointerType === "touch") hide(); }); // it may cover the next term
  tip.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") leave(); }); // a finger leaves as it lifts
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}
