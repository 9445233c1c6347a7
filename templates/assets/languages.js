// A page in several languages shows one (theme.js). Its reader changes it in its place, for the whole site.
{
  const root = document.documentElement;
  const links = [...document.querySelectorAll(".languages a")];
  const row = () => document.querySelector(`.masthead-row[lang="${root.lang}"]`);
  const status = Object.assign(document.createElement("p"), { className: "hidden", role: "status" });
  const speak = () => {
    document.title = row().dataset.title;
    for (const link of links) {
      if (link.lang === root.lang) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  speak();
  document.addEventListener("arrived", speak);
  document.body.append(status);
  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // to another tab or window
      event.preventDefault();
      root.lang = status.lang = link.lang;
      speak();
      try { localStorage.setItem("language", root.lang); } catch { /* the choice then holds for this page only */ }
      const shown = links.filter((each) => each.checkVisibility());
      (shown.find((each) => each.lang === root.lang) ?? shown[0]).focus();
      status.textContent = row().dataset.shown;
    });
  }
}
