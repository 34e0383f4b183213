// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2
// A form is sent once, however often an impatient finger taps. Opt out with <form data-no-lock>.

const RELEASE_AFTER = 15000;
const locked = new WeakMap();

function release(form) {
  const state = locked.get(form);
  if (!state) return;
  clearTimeout(state.timer);
  state.buttons.forEach((button) => {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  });
  locked.delete(form);
}

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.method !== "post" || "noLock" in form.dataset) return;
    if (locked.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const buttons = [...form.elements].filter((element) => element.type === "submit" && !element.disabled);
    // A download leaves the page where it is: the button must come back by itself.
    locked.set(form, { buttons, timer: setTimeout(() => release(form), RELEASE_AFTER) });
    // After the event, because a disabled button is not sent along with its form.
    setTimeout(() => {
      if (!locked.has(form)) return;
      buttons.forEach((button) => {
        button.disabled = true;
        button.setAttribute("aria-busy", "true");
      });
    });
  },
  true,
);

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form");
  if (form) release(form);
});

addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form").forEach(release);
});
