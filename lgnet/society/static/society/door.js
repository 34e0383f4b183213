// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2

// The door without a connection and with the camera. What was ticked while there is none waits here, by number and
// without a name, and is sent when the connection is back; sent twice it counts once. Where the browser reads codes
// (BarcodeDetector) the camera stays open; elsewhere the telephone's own camera opens the address in the code.

const texts = document.getElementById("door-texts").dataset;
const said = document.getElementById("door-said");
const { event: here } = document.getElementById("door").dataset;
const queue = `lgnet-door-${here}`;
const CODE = /\/society\/door\/([0-9a-f]{32})~/;
const PAUSE = 1500; // milliseconds for which a code must be out of sight before it is read again

const waiting = () => JSON.parse(localStorage.getItem(queue) ?? "[]");
const keep = (list) => (list.length ? localStorage.setItem(queue, JSON.stringify(list)) : localStorage.removeItem(queue));
const dashed = (hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

function tell(text, tone) {
  said.textContent = text;
  said.dataset.tone = tone;
}

const rowOf = (id) => document.querySelector(`[data-registration="${id}"]`);

function mark(id, text, isSent = false) {
  const row = rowOf(id);
  if (!row) return;
  row.classList.add("soc-came");
  row.querySelector("[data-stands]").textContent = text;
  row.querySelector("form[data-came]")?.remove();
  const undo = row.querySelector("[data-undo]");
  if (undo) undo.hidden = !isSent; // what only waits here cannot be taken back on the other side
}

function nameOf(id) {
  return rowOf(id)?.querySelector(".soc-subject").textContent ?? "";
}

function taken(id, { name, line, again }) {
  mark(id, line, true);
  tell(`${name}: ${line}`, again ? "wait" : "good");
  const count = document.getElementById("door-came");
  if (!again) count.textContent = Number(count.textContent) + 1;
}

async function send(id) {
  const csrf = document.querySelector("#door [name=csrfmiddlewaretoken]").value;
  return fetch(`/society/registrations/${id}/came/`, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": csrf },
    body: new URLSearchParams({ event: here }), // a code of another event is nobody on this list
  });
}

async function came(id) {
  if (waiting().includes(id)) return tell(`${nameOf(id)}: ${texts.kept}`, "wait");
  let answer;
  try {
    answer = await send(id);
  } catch {
    if (!rowOf(id)) return tell(texts.unknown, "bad");
    keep([...waiting(), id]);
    mark(id, texts.kept);
    return tell(`${nameOf(id)}: ${texts.kept}`, "wait");
  }
  if (!answer.ok || answer.redirected) return tell(answer.status === 404 ? texts.unknown : texts.failed, "bad");
  taken(id, await answer.json());
}

// Only what was taken, or is nobody's, leaves the queue: whoever was logged out or refused comes back to it.
async function flush() {
  let refused = "";
  for (const id of waiting()) {
    let answer;
    try {
      answer = await send(id);
    } catch {
      break; // still none
    }
    const isTaken = answer.ok && !answer.redirected;
    const isNobody = answer.status === 404 && !answer.redirected;
    if (isTaken) taken(id, await answer.json());
    else refused = `${nameOf(id)}: ${isNobody ? texts.unknown : texts.failed}`;
    if (isTaken || isNobody) keep(waiting().filter((one) => one !== id));
    if (answer.redirected || answer.status >= 500) break;
  }
  if (refused) tell(refused, "bad");
}

document.getElementById("door").addEventListener("submit", (event) => {
  if (!("came" in event.target.dataset)) return;
  event.preventDefault();
  event.stopPropagation();
  came(event.target.closest("[data-registration]").dataset.registration);
}, true);

const open = document.getElementById("door-camera");
const video = document.getElementById("door-video");

async function look() {
  const reader = new BarcodeDetector({ formats: ["qr_code"] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  let last = "";
  let seen = 0;
  const step = async () => {
    if (!stream.active) return;
    const [found] = await reader.detect(video).catch(() => []);
    if (!found && performance.now() - seen > PAUSE) last = "";
    if (found) seen = performance.now();
    if (found && found.rawValue !== last) {
      last = found.rawValue;
      const id = CODE.exec(found.rawValue);
      if (id) await came(dashed(id[1]));
      else tell(texts.unknown, "bad");
    }
    setTimeout(step, 200);
  };
  step();
}

function shut() {
  video.srcObject?.getTracks().forEach((track) => track.stop());
  video.srcObject = null;
  video.hidden = true;
}

async function canRead() {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return false;
  return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
}

canRead().then((can) => {
  open.hidden = !can;
  document.getElementById("door-plain").hidden = can;
});
open.addEventListener("click", () => {
  if (video.srcObject) return shut();
  look().catch(() => tell(texts.camera, "bad"));
});
addEventListener("online", flush);
addEventListener("pagehide", shut);
waiting().forEach((id) => mark(id, texts.kept));
flush();
