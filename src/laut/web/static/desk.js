// What the desk does more where script is on. Every page is whole without it.
"use strict";

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// Results as you type; the address goes along, so that it can be shared.
const filters = one("#filters");
if (filters) {
  let waiting = 0;
  let asked = 0;
  const show = async () => {
    const wishes = new URLSearchParams(
      [...new FormData(filters)].filter(([, value]) => value),
    );
    const number = ++asked;
    const address = `/search?${wishes}`;
    wishes.set("part", "results");
    const answer = await fetch(`/search?${wishes}`);
    if (!answer.ok || number !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    one("#results").replaceChildren(...page.body.childNodes);
    history.replaceState(null, "", address);
  };
  filters.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 180);
  });
}

// What is known of a passage, beside the pointer, the finger or the focus.
const article = one("article");
if (article) {
  let card = null;
  const hide = () => {
    card?.remove();
    card = null;
  };
  const show = (passage) => {
    hide();
    const number = one(".n", passage);
    const note = number && one(number.getAttribute("href"));
    if (!note) return;
    const aside = matchMedia("(min-width: 62rem)").matches;
    const place = note.getBoundingClientRect();
    if (aside && place.top > 0 && place.bottom < innerHeight) return;
    card = document.createElement("div");
    card.className = `card-of ${passage.className.replace(/\bq\b/, "")}`;
    card.setAttribute("aria-hidden", "true");
    card.append(...one("div", note).cloneNode(true).childNodes);
    for (const inner of all("[id]", card)) inner.removeAttribute("id");
    one(".ways", card)?.remove();
    for (const folded of all("details", card)) folded.open = true;
    document.body.append(card);
    const box = passage.getClientRects()[0];
    const left = Math.min(Math.max(box.left, 16), innerWidth - card.offsetWidth - 16);
    const last = [...passage.getClientRects()].at(-1);
    const below = last.bottom + card.offsetHeight + 12 < innerHeight;
    const top = below ? last.bottom + 6 : box.top - card.offsetHeight - 6;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${Math.max(top, 4) + scrollY}px`;
  };
  const of = (event) => event.target.closest?.(".q:not(.off)");
  article.addEventListener("pointerover", (event) => {
    const passage = of(event);
    if (passage) show(passage);
  });
  article.addEventListener("pointerout", hide);
  article.addEventListener("focusin", (event) => {
    const passage = of(event);
    if (passage) show(passage);
    else hide();
  });
  article.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}

// Copying.
const text_of = (button) => {
  const { copy, copyText } = button.dataset;
  if (copy) return one(`#${copy}`).textContent;
  const rows = all(`#${copyText} .row > :first-child`).map((row) => {
    const plain = row.cloneNode(true);
    for (const extra of all(".n, .vh", plain)) extra.remove();
    return plain.textContent;
  });
  return rows.join("\n");
};
if (navigator.clipboard) {
  for (const button of all("[data-copy], [data-copy-text]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text_of(button));
      const done = one("[data-done]");
      done.textContent = done.dataset.done;
      setTimeout(() => (done.textContent = ""), 2000);
    });
  }
  for (const link of all("[data-permalink]")) {
    link.addEventListener("click", () => navigator.clipboard.writeText(link.href));
  }
}

// Taking over the words that are selected in the text.
const selecting = one("[data-selecting]");
if (selecting) {
  selecting.hidden = false;
  one("button", selecting).addEventListener("click", () => {
    const chosen = getSelection().toString().trim();
    if (chosen) one("textarea[name=words]").value = chosen;
  });
}

// Review by keys: j and k go through the passages, letters press what carries them.
const cards = all(".queue > .card");
const writes = (target) => target.matches?.("input, textarea, select");
if (cards.length || one("[data-key]")) {
  const current = () => cards.findIndex((card) => card.contains(document.activeElement));
  const go = (step) => {
    const next = cards[Math.min(Math.max(current() + step, 0), cards.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
    if (event.key === "j" || event.key === "k") {
      go(event.key === "j" ? 1 : -1);
      return;
    }
    if (!/^[a-z]$/.test(event.key)) return;
    const place = cards[Math.max(current(), 0)] ?? document;
    const meant = `[data-key=${event.key}]`;
    const button = one(meant, place) ?? one(`${meant}:not(.queue *)`);
    button?.click();
  });
  if (cards.length && location.search.includes("done=")) cards[0].focus();
}
