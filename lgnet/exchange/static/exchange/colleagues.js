// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2
// Suggests colleagues while one writes "@na" in a text with data-mentions, or a name in a field with data-colleague.
// Arrows choose, Enter or a click takes, Escape closes. Without this script one writes the name in full.

const MENTION = /(?:^|[\s(])@([^\s@][^@\n]{1,40})$/u;
let number = 0;

function typed(field) {
  const before = field.value.slice(0, field.selectionStart);
  if (field.dataset.colleague !== undefined) return { from: 0, words: field.value };
  const found = MENTION.exec(before);
  return found ? { from: before.length - found[1].length, words: found[1] } : null;
}

function attach(field) {
  const list = document.createElement("ul");
  list.className = "xch-suggestions";
  list.id = `colleagues-${++number}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels?.[0]?.textContent.trim() || "@");
  list.hidden = true;
  field.after(list);
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-autocomplete", "list");
  let asked = 0;

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    for (const other of list.children) other.setAttribute("aria-selected", String(other === option));
    field.setAttribute("aria-activedescendant", option.id);
  };
  const take = (option) => {
    const place = typed(field);
    if (!place) return close();
    const end = field.dataset.colleague !== undefined ? field.value.length : field.selectionStart;
    const blank = field.dataset.colleague !== undefined ? "" : " ";
    field.setRangeText(option.dataset.name + blank, place.from, end, "end");
    field.dispatchEvent(new Event("change", { bubbles: true }));
    close();
    field.focus();
  };
  const ask = async () => {
    const place = typed(field);
    if (!place || place.words.trim().length < 2) return close();
    const mine = ++asked;
    const answer = await fetch(`/exchange/colleagues/?q=${encodeURIComponent(place.words)}`);
    if (!answer.ok || mine !== asked) return;
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    list.replaceChildren(...parsed.querySelectorAll("li"));
    [...list.children].forEach((option, n) => (option.id = `${list.id}-${n}`));
    list.hidden = list.children.length === 0;
    if (!list.hidden) choose(list.firstElementChild);
  };

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const options = [...list.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown") choose(options[(at + 1) % options.length]);
    else if (event.key === "ArrowUp") choose(options[(at - 1 + options.length) % options.length]);
    else if (event.key === "Enter") take(options[Math.max(at, 0)]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("li");
    if (option) {
      event.preventDefault();
      take(option);
    }
  });
  field.addEventListener("blur", close);
}

document.querySelectorAll("[data-mentions], [data-colleague]").forEach(attach);
