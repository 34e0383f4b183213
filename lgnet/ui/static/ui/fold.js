// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2
// Long pages on a phone: all folds but the first close, the address opens the fold it names or lies in, and a row of
// choices that scrolls shows the one that is chosen. Without scripts everything stays open.

const folds = [...document.querySelectorAll("[data-fold]")];
if (matchMedia("(max-width: 47.99rem)").matches) {
  folds.slice(1).forEach((fold) => {
    fold.open = false;
  });
}

function openNamed() {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!named) return;
  let fold = named.closest("details");
  if (!fold) return;
  while (fold) {
    fold.open = true;
    fold = fold.parentElement?.closest("details");
  }
  named.scrollIntoView();
}

openNamed();
addEventListener("hashchange", openNamed);
addEventListener("beforeprint", () => folds.forEach((fold) => (fold.open = true)));

const rows = [...document.querySelectorAll("[data-scroll-row]")];
const shown = new Map(); // where each row was put; whoever has moved it since is left alone

function showChosen(row) {
  const chosen = row.querySelector("[aria-current]");
  if (!chosen || (shown.has(row) && shown.get(row) !== row.scrollLeft)) return;
  // In the middle; one that is wider than the row begins at its edge.
  row.scrollLeft = chosen.offsetLeft - row.offsetLeft - Math.max(0, (row.clientWidth - chosen.clientWidth) / 2);
  shown.set(row, row.scrollLeft);
}

rows.forEach(showChosen);
document.fonts.ready.then(() => rows.forEach(showChosen)); // letters that come later make names wider
