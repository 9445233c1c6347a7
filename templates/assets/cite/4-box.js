// How to cite a page: a quotation gets the words of the clause as they are copied, the day on which it is read is filled in, and each form can be copied, with its links and italics for
// programs that take them. What other programs read (BibTeX and the like) is copied as it stands.
const quotation = (form) => {
  const quoted = form.cloneNode(true);
  const words = [...document.querySelectorAll(`.sides .text[lang="${form.lang}"] > p:not(.side-heading)`)].map((each) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = [...each.childNodes].filter((node) => !node.matches?.(".label")).map((node) => node.textContent).join("")
      .replaceAll("“", "‘").replaceAll("”", "’");
    return paragraph;
  });
  words[0].prepend("“");
  words.at(-1).append("”");
  quoted.querySelector("blockquote").replaceChildren(...words);
  return quoted;
};
for (const box of document.querySelectorAll(".cite")) {
  const now = new Date();
  const said = { YYYY: now.getFullYear(), M: now.getMonth() + 1, D: now.getDate(), Month: now.toLocaleDateString("en", { month: "long" }) };
  for (const key of "MD") said[key.repeat(2)] = String(said[key]).padStart(2, "0");
  for (const day of box.querySelectorAll("[data-day]")) {
    day.replaceWith(day.textContent.replace(/YYYY年M月D日|YYYY([-/])MM\1DD|Month D, YYYY|YYYY, M, D/, (blank) => blank.replace(/[A-Za-z]+/g, (part) => said[part])));
  }
  const status = box.querySelector("[role=status]");
  const [model, copied] = box.querySelector("template").content.children;
  for (const name of box.querySelectorAll("dt")) {
    const form = name.nextElementSibling;
    const button = model.cloneNode(true);
    const label = name.cloneNode(true); // in each language of the page, of which its readers hear one
    const called = () => [": ", ...label.cloneNode(true).childNodes];
    const what = Object.assign(document.createElement("span"), { className: "hidden" });
    what.append(...called());
    button.append(what);
    button.addEventListener("click", async () => {
      const source = form.querySelector("pre")?.textContent;
      const whole = form.hasAttribute("data-quote") ? quotation(form) : form;
      const plain = [...whole.querySelectorAll("p")].map((each) => each.textContent).join("\n");
      await copy(source ? { "text/plain": source } : { "text/plain": plain, "text/html": whole.innerHTML });
      box.querySelector(".done")?.classList.remove("done");
      button.classList.add("done");
      status.replaceChildren(copied.cloneNode(true), ...called());
    });
    name.append(" ", button);
  }
}
