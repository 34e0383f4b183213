// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2
// The page frame: colours, menu on a phone, keys, closing of messages and pop-overs, focus on errors.
// Every part works on its own when another one fails; without scripts the page stays usable.

const root = document.documentElement;
const texts = document.getElementById("ui-texts")?.dataset ?? {};
root.dataset.js = "";

// Colours: the cookie lets the server draw the next page right from the first pixel.
const isDark = () =>
  root.dataset.bsTheme ? root.dataset.bsTheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

function nameTheme(button) {
  button.hidden = false;
  button.setAttribute("aria-label", isDark() ? texts.light : texts.dark);
  const word = button.querySelector("[data-theme-word]");
  if (word) word.textContent = isDark() ? texts.light : texts.dark;
}

document.querySelectorAll("[data-theme-toggle]").forEach((button) => {
  nameTheme(button);
  button.addEventListener("click", () => {
    root.dataset.bsTheme = isDark() ? "light" : "dark";
    document.cookie = `theme=${root.dataset.bsTheme}; path=/; max-age=31536000; samesite=lax`;
    document.querySelectorAll("[data-theme-toggle]").forEach(nameTheme);
  });
});

// The menu folds only where a script can unfold it.
const menu = document.querySelector("[data-menu]");
document.querySelectorAll("[data-menu-toggle]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    menu?.classList.toggle("ui-nav--open", open);
  });
});

document.addEventListener("click", (event) => {
  const dismiss = event.target.closest?.("[data-dismiss]");
  if (dismiss) dismiss.closest(dismiss.dataset.dismiss)?.remove();
  document.querySelectorAll("details[data-popover][open]").forEach((popover) => {
    if (!popover.contains(event.target)) popover.open = false;
  });
});

// One key, "/", and it can be switched off (WCAG 2.1.4): dictation software types single letters.
const SHORTCUT = "lgnet:shortcut-off";
const remembered = () => {
  try {
    return localStorage.getItem(SHORTCUT) === "1";
  } catch {
    return false;
  }
};
let shortcutOff = remembered();

document.querySelectorAll("[data-shortcut-toggle]").forEach((button) => {
  button.hidden = !document.querySelector("[data-search]");
  button.setAttribute("aria-pressed", String(!shortcutOff));
  button.addEventListener("click", () => {
    shortcutOff = !shortcutOff;
    button.setAttribute("aria-pressed", String(!shortcutOff));
    try {
      localStorage.setItem(SHORTCUT, shortcutOff ? "1" : "0");
    } catch {
      // Without storage the choice lasts until the next page.
    }
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.querySelectorAll("details[data-popover][open]").forEach((popover) => {
      popover.open = false;
      popover.querySelector("summary")?.focus();
    });
  }
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || shortcutOff || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.querySelector("[data-search]");
  if (search) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

const focusErrors = (within) => within.querySelector("[data-error-summary]")?.focus();
focusErrors(document);
document.addEventListener("htmx:afterSwap", (event) => focusErrors(event.detail.target ?? document));
