// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2
// Native dialogs: <button data-open-dialog="id">. The browser keeps the focus inside and gives it back.

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-open-dialog]");
  if (opener) document.getElementById(opener.dataset.openDialog)?.showModal();
  // A click on the backdrop reaches the dialog itself; what people typed inside stays in the page.
  if (event.target instanceof HTMLDialogElement) event.target.close();
});

document.querySelectorAll("dialog[data-open]").forEach((dialog) => dialog.showModal());
