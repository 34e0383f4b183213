// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2
// What htmx cannot swap is told in words: a lost connection, a fault of ours, a session that has ended.

const texts = document.getElementById("ui-texts")?.dataset ?? {};
const messages = document.getElementById("messages");

function tell(text) {
  if (!messages || !text) return;
  messages.querySelector("[data-trouble]")?.remove();
  const toast = document.createElement("div");
  toast.className = "ui-toast ui-toast--bad";
  toast.dataset.toast = "";
  toast.dataset.trouble = "";
  const words = document.createElement("p");
  words.className = "ui-toast-text";
  words.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "ui-icon-button";
  close.dataset.dismiss = "[data-toast]";
  close.setAttribute("aria-label", texts.close ?? "");
  close.textContent = "×";
  toast.append(words, close);
  messages.append(toast);
}

document.addEventListener("htmx:sendError", () => tell(texts.offline));
document.addEventListener("htmx:timeout", () => tell(texts.offline));
document.addEventListener("htmx:responseError", () => tell(texts.failed));

// The log-in page does not belong inside a part of another page: go there, and come back here afterwards.
document.addEventListener("htmx:beforeSwap", (event) => {
  const login = document.body.dataset.loginUrl;
  const answered = event.detail.xhr.responseURL;
  if (!login || !answered || new URL(answered).pathname !== login || location.pathname === login) return;
  event.detail.shouldSwap = false;
  location.assign(`${login}?next=${encodeURIComponent(location.pathname + location.search)}`);
});
