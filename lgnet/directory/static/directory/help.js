// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2

// What is nicer with scripts on the pages where people find help; everything works without.
"use strict";
(() => {
  // Leave at once: the page does not stay behind the "back" of the browser. Escape three times does the same.
  const exit = document.querySelector(".quick-exit a");
  const leave = () => {
    document.body.hidden = true;
    location.replace(exit.href);
  };
  if (exit) {
    exit.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
    let times = [];
    addEventListener("keydown", (event) => {
      times = event.key === "Escape" ? [...times.slice(-2), event.timeStamp] : [];
      if (times.length === 3 && times[2] - times[0] < 3000) leave();
    });
  }

  // Where nothing opens geo: links, a map in the browser does.
  if (!/Android/.test(navigator.userAgent)) {
    for (const link of document.querySelectorAll("a[data-map]")) {
      link.href = link.dataset.map;
      link.rel = "noreferrer";
    }
  }

  // Say when the connection goes; a page that was kept says so itself.
  const note = document.querySelector("[data-offline]");
  const isKept = note && !note.hidden;
  if (note) addEventListener("offline", () => { note.hidden = false; });

  // Keep this page for when there is no connection.
  const scope = location.pathname.match(/^\/[a-z]{2}\/help\//);
  if (scope && "serviceWorker" in navigator) {
    navigator.serviceWorker.register("/help-sw.js", { scope: scope[0] }).then(() => navigator.serviceWorker.ready).then(async () => {
      const kept = await caches.open("lgnet-help-1");
      const address = location.href.split("#")[0];
      if (!isKept && !document.querySelector("form[method=post]")) await kept.add(address);
      document.documentElement.dataset.kept = "yes";
    }).catch(() => {});
  }

  // The nearest city, worked out here: the position leaves the telephone for nobody.
  const near = document.querySelector("[data-near]");
  if (!near || !navigator.geolocation) return;
  near.hidden = false;
  const answer = document.querySelector("[data-near-answer]");
  const list = document.querySelector(".help-cities");
  const far = ([lat, lon], [lat2, lon2]) => {
    const turn = Math.PI / 180;
    const x = (lon2 - lon) * turn * Math.cos(((lat + lat2) / 2) * turn);
    return Math.hypot(x, (lat2 - lat) * turn);
  };
  near.querySelector("button").addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const here = [coords.latitude, coords.longitude];
      const known = [...list.querySelectorAll("[data-at]")].map((item) => [far(here, item.dataset.at.split(",").map(Number)), item]);
      known.sort((one, other) => one[0] - other[0]);
      for (const [, item] of known) list.append(item);
      const link = known[0][1].querySelector("a");
      answer.textContent = link.textContent;
      link.focus();
    }, () => { answer.textContent = answer.dataset.nearNone; }, { maximumAge: 600000, timeout: 15000 });
  });
})();
