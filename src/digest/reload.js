// Loads the page again when the site has been built anew. `digest serve` adds it to the pages it sends; no file of
// the site holds it.
let seen;
setInterval(async () => {
  try {
    const now = await (await fetch("/.digest/version")).text();
    if (seen && seen !== now) location.reload();
    seen = now;
  } catch {
    // The server has stopped; it may come back.
  }
}, 400);
