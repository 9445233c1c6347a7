// Runs before the page is drawn, so that neither another theme nor another language flashes and folded lists do not jump.
{
  const root = document.documentElement;
  root.classList.add("js");
  if (location.search) root.classList.add("asked"); // the answer takes the place of the lists
  let kept = {};
  try { kept = { ...localStorage }; } catch { /* storage may be forbidden; then the system's theme and the browser's languages count */ }
  if (kept.theme === "dark" || kept.theme === "light") root.dataset.theme = kept.theme;

  // A page in several languages shows the one that its reader chose last on this site, else one that the browser asks for.
  const spoken = root.dataset.languages?.split(" ");
  const fitting = (asked) => spoken.find((language) => language.slice(0, 2) === asked?.slice(0, 2));
  if (spoken) root.lang = [kept.language, ...navigator.languages].map(fitting).find(Boolean) ?? spoken.at(-1);
}
