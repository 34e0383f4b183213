// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2
// Charts: drawn when they come near the screen, read by keyboard and pointer in words, taken out as files.
//
// The table beside is the chart for whoever does not see it. Without this script it stands open, and the drawing,
// the line that reads the points and the buttons are not there. The engine is fetched only where something is drawn.

const root = document.documentElement;
const known = new WeakSet();
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      draw(target);
    }
  },
  { rootMargin: "300px" },
);

function prepare(within) {
  for (const figure of within.querySelectorAll("[data-chart]")) {
    if (known.has(figure)) continue;
    known.add(figure);
    const part = (name) => figure.querySelector(`[data-chart-${name}]`);
    part("table").open = false;
    part("drawing").hidden = false;
    part("reading").hidden = false;
    part("tools").hidden = false;
    figure.addEventListener("click", (event) => {
      const button = event.target.closest("[data-take]");
      if (button) take(figure, button.dataset.take);
    });
    near.observe(figure);
  }
}

const dataOf = (figure) => JSON.parse(document.getElementById(`${figure.id}-data`).textContent);
const words = (figure) => ({ language: root.lang || "it", band: figure.dataset.band });

async function draw(figure) {
  const surface = figure.querySelector("[data-chart-drawing]");
  try {
    const [engine, options] = await Promise.all([import(figure.dataset.engine), import(figure.dataset.options)]);
    show(figure, surface, engine, options);
  } catch (error) {
    surface.hidden = true;
    figure.querySelector("[data-chart-table]").open = true;
    figure.querySelector("[data-chart-reading]").textContent = figure.dataset.failed;
    figure.querySelectorAll("[data-take]:not([data-take=csv])").forEach((button) => button.remove());
    throw error;
  }
}

function show(figure, surface, engine, options) {
  const data = dataOf(figure);
  const chart = engine.init(surface, null, { renderer: "svg", locale: root.lang === "it" ? "IT" : "EN" });
  const state = { rows: [], row: 0, at: -1, chart, reading: figure.querySelector("[data-chart-reading]") };
  let drawnAs = "";
  const redraw = () => {
    const wide = surface.clientWidth;
    if (!wide) return;
    const look = options.lookOf(figure, wide);
    if (drawnAs === `${wide} ${look.text}`) return;
    drawnAs = `${wide} ${look.text}`;
    const made = options.optionsOf(data, look, words(figure));
    surface.style.height = `${made.height}px`;
    chart.resize({ width: wide, height: made.height });
    chart.setOption(made.option, true);
    surface.querySelector("svg")?.setAttribute("aria-hidden", "true");
    state.rows = made.rows;
  };
  redraw();
  figure.dataset.drawn = "";
  new ResizeObserver(redraw).observe(surface);
  new MutationObserver(redraw).observe(root, { attributes: true, attributeFilter: ["data-bs-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  listen(surface, state);
}

function listen(surface, state) {
  surface.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !move(state, event.key)) return;
    event.preventDefault();
    read(state);
  });
  surface.addEventListener("focus", () => {
    if (state.at < 0) state.at = 0;
    read(state);
  });
  surface.addEventListener("blur", () => state.chart.dispatchAction({ type: "downplay" }));
  state.chart.on("mouseover", ({ seriesIndex, dataIndex, dataType }) => {
    const found = state.rows.flat().find(
      (point) => point.series === seriesIndex && point.index === dataIndex && (point.type ?? dataType) === dataType,
    );
    if (found) state.reading.textContent = found.text;
  });
  state.chart.getZr().on("mousemove", ({ offsetX, offsetY }) => follow(state, offsetX, offsetY));
}

// Over lines the pointer reads every line at once, as the eye does.
function follow(state, left, top) {
  if (state.rows[0]?.[0]?.x === undefined || !state.chart.containPixel("grid", [left, top])) return;
  const [x] = state.chart.convertFromPixel("grid", [left, top]);
  const here = state.rows.map((row) => row.filter((point) => point.x <= x + (row.length > 1 ? 0.5 : 0)).at(-1));
  state.reading.textContent = here.filter(Boolean).map((point) => point.text).join("; ");
}

function move(state, key) {
  const last = state.rows[state.row]?.length - 1;
  const steps = { ArrowRight: 1, ArrowLeft: -1 };
  const turns = { ArrowDown: 1, ArrowUp: -1 };
  if (key in steps) state.at = Math.max(0, Math.min(last, state.at + steps[key]));
  else if (key in turns) state.row = (state.row + turns[key] + state.rows.length) % state.rows.length;
  else if (key === "Home") state.at = 0;
  else if (key === "End") state.at = last;
  else return false;
  state.at = Math.min(state.at, state.rows[state.row].length - 1);
  return true;
}

function read(state) {
  const point = state.rows[state.row]?.[state.at];
  if (!point) return;
  state.chart.dispatchAction({ type: "downplay" });
  state.chart.dispatchAction({ type: "highlight", seriesIndex: point.series, dataIndex: point.index, dataType: point.type });
  state.reading.textContent = point.text;
}

// Files: the CSV is the table as it stands; the pictures carry title, definition, day, source and funding.

async function take(figure, kind) {
  if (kind === "csv") return save(figure.id, kind, new Blob([csv(figure)], { type: "text/csv;charset=utf-8" }));
  const [engine, options, picture] = await Promise.all(
    [figure.dataset.engine, figure.dataset.options, figure.dataset.picture].map((address) => import(address)),
  );
  const drawn = await picture.pictureOf(figure, dataOf(figure), engine, options, words(figure));
  return save(figure.id, kind, await drawn[kind]());
}

function csv(figure) {
  const table = figure.querySelector("[data-chart-table] table");
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => written(cell)));
  const [title, foot] = [dataOf(figure).title, dataOf(figure).foot];
  rows.forEach((row, index) => row.push(index ? guarded(title) : "", index ? guarded(foot) : ""));
  return `\ufeff${rows.map((row) => row.map(quoted).join(";")).join("\r\n")}\r\n`;
}

function written(cell) {
  const text = cell.dataset.raw ?? cell.textContent.trim();
  return "number" in cell.dataset && !Number.isNaN(Number(text)) ? text.replace(".", ",") : guarded(text);
}

// A text that a spreadsheet would take for a formula gets an apostrophe before it, as in our other files.
const guarded = (text) => (/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text);
const quoted = (text) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function save(name, kind, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `lgnet-${name}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt.parentElement ?? document));
