// Makes a page that is open show a newer version of itself, and touches nothing but what differs between the two
// as they were sent: what a reader has typed, opened or chosen stays, and so does what the page's own scripts have done.
// Where these have changed the very thing that must change, nobody here knows what is right: Conflict.
export class Conflict extends Error {}

const shown = new WeakMap(); // a node as it was sent -> the one in the window

const pair = (sent, live) => {
  shown.set(sent, live);
  const below = [...live.childNodes];
  sent.childNodes.forEach((child, at) => pair(child, below[at]));
};

// A copy of the document as it was sent, to be given to `patch` with each newer one. Call it before other scripts run.
export const remember = () => {
  const sent = document.cloneNode(true);
  pair(sent, document);
  return sent;
};

// Changes a remembered node, and what is shown of it, so that it equals a newer one.
export const patch = (sent, fresh) => {
  if (sent.isEqualNode(fresh) || sent.nodeName === "NOSCRIPT") return; // a parser that runs no scripts reads that otherwise
  const live = shown.get(sent);
  if (sent.nodeType !== Node.ELEMENT_NODE) {
    if (!live.isConnected || live.data !== sent.data) throw new Conflict();
    live.data = sent.data = fresh.data;
    return;
  }
  for (const name of new Set([...sent.getAttributeNames(), ...fresh.getAttributeNames()])) {
    const [old, now] = [sent.getAttribute(name), fresh.getAttribute(name)];
    if (old === now) continue;
    if (live.getAttribute(name) !== old) throw new Conflict();
    for (const node of [sent, live]) {
      if (now === null) node.removeAttribute(name);
      else node.setAttribute(name, now);
    }
  }
  patchChildren(sent, fresh, live);
};

const patchChildren = (sent, fresh, live) => {
  const old = [...sent.childNodes];
  const partners = match(old, [...fresh.childNodes]); // a newer child -> the one it continues
  if (partners.size < Math.max(old.length, fresh.childNodes.length)) {
    const untouched = live.childNodes.length === old.length && old.every((child, at) => shown.get(child) === live.childNodes[at]);
    if (!untouched) throw new Conflict();
    const kept = new Set(partners.values());
    for (const child of old) {
      if (kept.has(child)) continue;
      shown.get(child).remove();
      child.remove();
    }
    let next = null;
    for (const child of [...fresh.childNodes].reverse()) {
      if (partners.has(child)) next = partners.get(child);
      else {
        const [copy, added] = [child.cloneNode(true), document.importNode(child, true)];
        live.insertBefore(added, next && shown.get(next));
        next = sent.insertBefore(copy, next);
        pair(copy, added);
      }
    }
  }
  for (const [child, partner] of partners) patch(partner, child);
};

// Which old child each new one continues, in order: first the equal ones, as many as can be (the longest common
// subsequence), then between two of these the ones of the same kind and id.
const match = (old, fresh) => {
  const partners = new Map();
  let start = 0;
  let [oldEnd, end] = [old.length, fresh.length];
  while (start < Math.min(oldEnd, end) && old[start].isEqualNode(fresh[start])) partners.set(fresh[start], old[start++]);
  while (start < Math.min(oldEnd, end) && old[oldEnd - 1].isEqualNode(fresh[end - 1])) partners.set(fresh[--end], old[--oldEnd]);
  const [some, others] = [old.slice(start, oldEnd), fresh.slice(start, end)];
  const [names, otherNames] = [some, others].map((nodes) => nodes.map((node) => node.outerHTML ?? `${node.nodeName} ${node.data}`));
  const lengths = Array.from({ length: names.length + 1 }, () => new Uint16Array(otherNames.length + 1));
  for (let i = names.length - 1; i >= 0; i--) {
    for (let j = otherNames.length - 1; j >= 0; j--) {
      lengths[i][j] = names[i] === otherNames[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  let [i, j, free] = [0, 0, 0]; // the first of the old that has no partner
  const alike = (one, other) => one.nodeName === other.nodeName && one.id === other.id;
  const between = (till, others) => {
    for (const other of others) {
      const at = some.findIndex((one, index) => index >= free && index < till && alike(one, other));
      if (at < 0) continue;
      partners.set(other, some[at]);
      free = at + 1;
    }
  };
  let left = 0; // the first of the new that has no partner
  while (i < names.length && j < otherNames.length) {
    if (names[i] === otherNames[j]) {
      between(i, others.slice(left, j));
      partners.set(others[j++], some[i++]);
      [left, free] = [j, i];
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
    else j++;
  }
  between(some.length, others.slice(left));
  return partners;
};
