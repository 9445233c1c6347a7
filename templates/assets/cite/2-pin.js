// An address may say which wording of the clause it cites (?at=): whether that is the one of now, or what has changed since.
const pin = document.querySelector(".pin");
const cited = new URLSearchParams(location.search).get("at")?.slice(0, 8).toLowerCase();
if (pin && cited) {
  const wording = document.getElementById(`at-${cited}`);
  const state = cited === pin.dataset.version ? "same" : wording ? "changed" : "unknown";
  pin.querySelector(`[data-pin=${state}]`).hidden = false;
  pin.classList.add(state);
  pin.hidden = false;
  if (wording) {
    const others = wording.parentElement;
    pin.append(wording);
    others.hidden = !others.querySelector("article");
  }
  // What follows from a clause that moved is asked with the same pin.
  for (const link of document.querySelectorAll(".now a")) link.search = location.search;
}
