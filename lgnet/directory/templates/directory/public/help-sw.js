// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2

// Keeps help pages and what they are drawn with, so that one visit is enough to read them without a connection.
// A page always comes from the network where there is one: what is kept never hides a correction.
"use strict";

const KEPT = "lgnet-help-1";
const FILES = [{% for file in page.files %}"{{ file|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
const HELP = /^\/[a-z]{2}\/help\//;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (names) => Promise.all(names.filter((name) => name.startsWith("lgnet-help-") && name !== KEPT).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(old).then(() => self.clients.claim()));
});

async function page(request) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && !/no-store/.test(answer.headers.get("Cache-Control") || "")) {
      await kept.put(request.url.split("#")[0], answer.clone());
    }
    return answer;
  } catch (gone) {
    const found = await kept.match(request.url.split("#")[0], { ignoreSearch: true });
    if (found) return saidToBeKept(found);
    throw gone;
  }
}

// The page as it was kept, with the line that says so; a telephone often believes to have a connection and has none.
async function saidToBeKept(found) {
  const html = (await found.text()).replaceAll("data-offline hidden", "data-offline");
  const headers = new Headers(found.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(html, { headers });
}

async function file(request) {
  const found = await caches.match(request);
  return found || fetch(request);
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && HELP.test(url.pathname)) event.respondWith(page(event.request));
  else if (FILES.includes(url.pathname)) event.respondWith(file(event.request));
});
