// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2
// Nothing typed is lost: what stands in <form data-keep> is kept in this tab until the server has it.
//
// Kept in sessionStorage, by person, path and form; gone with the tab, on logging out, and when somebody else
// logs in. Never kept: passwords, files, hidden fields, anything marked data-no-keep.
// "The server has it" = the form was sent and another page came back by a redirect, which was neither the log-in
// page nor an error. A reload after a lost connection brings no redirect, so the text is still there.

const PREFIX = "lgnet:typed:";
const DELAY = 300;
const texts = document.getElementById("ui-texts")?.dataset ?? {};
const person = document.body.dataset.user;
const store = (() => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
})();

const keys = () => Object.keys(store ?? {}).filter((key) => key.startsWith(PREFIX));
const formName = (form) => form.id || `form${[...document.forms].indexOf(form)}`;
const keyOf = (form) => `${PREFIX}${person}:${location.pathname}:${formName(form)}`;
const read = (key) => JSON.parse(store.getItem(key) ?? "null");
const write = (key, draft) => {
  try {
    store.setItem(key, JSON.stringify(draft));
  } catch {
    // A full store loses the copy, not the text on the page.
  }
};

const isKept = (field) =>
  field.name && !field.disabled && !["password", "file", "hidden", "submit", "button"].includes(field.type) &&
  !("noKeep" in field.dataset);
const isTick = (field) => field.type === "checkbox" || field.type === "radio";
const slot = (field) => (isTick(field) ? `${field.name}=${field.value}` : field.name);
const chosen = (select, how) => [...select.options].filter((option) => option[how]).map((option) => option.value);
const current = (field) =>
  isTick(field) ? field.checked : field.options ? chosen(field, "selected") : field.value;
const given = (field) => {
  if (isTick(field)) return field.defaultChecked;
  if (!field.options) return field.defaultValue;
  const marked = chosen(field, "defaultSelected");
  return marked.length || field.multiple || !field.options.length ? marked : [field.options[0].value];
};
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const put = (field, value) => {
  if (isTick(field)) field.checked = value;
  else if (field.options) for (const option of field.options) option.selected = value.includes(option.value);
  else field.value = value;
};

const hasErrors = (form) => form.querySelector("[aria-invalid=true], [data-error-summary]") !== null;

function save(form) {
  // A form that came back with errors shows what was typed as its defaults: the first defaults still count.
  const before = hasErrors(form) ? read(keyOf(form))?.values : null;
  const base = (field) => before?.[slot(field)]?.[0] ?? given(field);
  const changed = [...form.elements].filter((field) => isKept(field) && !same(current(field), base(field)));
  if (!changed.length) return store.removeItem(keyOf(form));
  const values = Object.fromEntries(changed.map((field) => [slot(field), [base(field), current(field)]]));
  write(keyOf(form), { sent: false, values });
}

function notice(form, aside) {
  const box = document.createElement("div");
  box.className = "ui-kept";
  box.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = texts.restored ?? "";
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "btn ui-btn-secondary ui-btn-small";
  discard.textContent = texts.discard ?? "";
  discard.addEventListener("click", () => {
    store.removeItem(keyOf(form));
    delete form.dataset.dirty;
    form.reset();
    box.remove();
    form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  });
  box.append(words, discard);
  for (const value of aside) {
    const kept = document.createElement("p");
    kept.className = "ui-kept-aside";
    kept.textContent = `${texts.keptAside ?? ""} ${value}`;
    box.append(kept);
  }
  form.prepend(box);
}

function restore(form, draft) {
  const aside = [];
  let restored = false;
  for (const field of [...form.elements].filter(isKept)) {
    const kept = draft.values[slot(field)];
    if (!kept || same(current(field), kept[1])) continue;
    restored = true;
    if (same(given(field), kept[0])) {
      put(field, kept[1]);
      field.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (typeof kept[1] === "string") aside.push(kept[1]);
  }
  if (restored) notice(form, aside);
}

function settle() {
  const trouble = document.body.dataset.page === "error" || document.body.dataset.page === "login";
  const redirected = (performance.getEntriesByType("navigation")[0]?.redirectCount ?? 0) > 0;
  const corrected = new Set([...document.querySelectorAll("form[data-keep]")].filter(hasErrors).map(keyOf));
  for (const key of keys()) {
    const draft = read(key);
    if (!draft.sent) continue;
    if (redirected && !trouble && !corrected.has(key)) store.removeItem(key);
    else write(key, { ...draft, sent: false });
  }
}

function forgetOthers() {
  if (person) keys().filter((key) => !key.startsWith(`${PREFIX}${person}:`)).forEach((key) => store.removeItem(key));
}

function bind(form) {
  if ("keeping" in form.dataset) return;
  form.dataset.keeping = "";
  let timer = 0;
  const soon = () => {
    form.dataset.dirty = "";
    clearTimeout(timer);
    timer = setTimeout(() => "dirty" in form.dataset && save(form), DELAY);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    save(form);
    const draft = read(keyOf(form));
    if (draft) write(keyOf(form), { ...draft, sent: true });
  });
  const draft = read(keyOf(form));
  if (draft && !hasErrors(form)) restore(form, draft);
}

function start(within) {
  within.querySelectorAll("form[data-keep]").forEach(bind);
}

if (store) {
  forgetOthers();
  settle();
  if (person) start(document);
  document.addEventListener("htmx:load", (event) => person && start(event.target.parentElement ?? document));
  document.addEventListener("htmx:afterRequest", (event) => {
    // A form that was swapped away is no longer the target of the event.
    const sender = event.detail.requestConfig?.elt ?? event.target;
    const form = sender.closest?.("form[data-keep]");
    if (!form || !event.detail.successful) return;
    store.removeItem(keyOf(form));
    delete form.dataset.dirty;
  });
  document.addEventListener("submit", (event) => {
    if (!("forgetTyped" in event.target.dataset)) return;
    keys().forEach((key) => store.removeItem(key));
    document.querySelectorAll("form[data-dirty]").forEach((form) => delete form.dataset.dirty);
  });
  addEventListener("pagehide", () => {
    document.querySelectorAll("form[data-dirty]").forEach((form) => {
      if (!read(keyOf(form))?.sent) save(form);
    });
  });
}
