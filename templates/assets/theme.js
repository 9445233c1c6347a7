// Runs before the page is drawn, so that a chosen theme does not flash and folded lists do not jump.
{
  const root = document.documentElement;
  root.classList.add("js");
  if (location.search) root.classList.add("asked"); // the answer takes the place of the lists
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  } catch { /* storage may be forbidden; then the system's theme stays */ }
}
