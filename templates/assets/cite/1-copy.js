// Copies a text in several forms at once, so that each program takes the richest it knows. Pages without https have no
// clipboard of their own; there the event of copying is given the same.
const copy = async (forms) => {
  if (navigator.clipboard && window.ClipboardItem) return navigator.clipboard.write([new ClipboardItem(forms)]);
  const hand = (event) => {
    event.preventDefault();
    for (const [type, text] of Object.entries(forms)) event.clipboardData.setData(type, text);
  };
  document.addEventListener("copy", hand, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", hand);
};
