// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2
// A chart as a picture that can leave the page: what it shows, what it means, of when, from whom, and who pays.
//
// Always in light colours, for paper and slides. Emblem and sentence of the Union are those of the foot of the page.
// The picture is put together as text: parsed, its styles would be refused by the policy of the page.

const WIDE = 1000;
const EDGE = 32;

export async function pictureOf(figure, data, engine, options, words) {
  const look = inLight(() => options.lookOf(figure, WIDE - 2 * EDGE));
  const made = options.optionsOf(data, look, words);
  const chart = engine.init(null, null, { renderer: "svg", ssr: true, width: WIDE - 2 * EDGE, height: made.height });
  chart.setOption(made.option);
  const drawing = chart.renderToSVGString();
  chart.dispose();
  const { source, height } = composed(data, look, drawing, made.height, await funding());
  return {
    svg: async () => new Blob([source], { type: "image/svg+xml" }),
    png: () => png(source, WIDE, height),
  };
}

function inLight(ask) {
  const root = document.documentElement;
  const before = root.dataset.bsTheme;
  root.dataset.bsTheme = "light";
  const answer = ask();
  if (before === undefined) delete root.dataset.bsTheme;
  else root.dataset.bsTheme = before;
  return answer;
}

async function funding() {
  const image = document.querySelector(".ui-eu-emblem");
  const sentence = document.querySelector(".ui-eu-sentence")?.textContent.trim() ?? "";
  return { sentence, emblem: image ? await (await fetch(image.src)).text() : "" };
}

function composed(data, look, drawing, height, { sentence, emblem }) {
  const parts = [];
  let y = EDGE;
  const write = (text, size, weight, colour) => {
    for (const line of wrapped(text, size)) {
      y += size * 1.35;
      parts.push(words(line, EDGE, y, size, weight, colour, look.font));
    }
  };
  write(data.unit ? `${data.title} (${data.unit})` : data.title, 24, 700, look.text);
  y += 14;
  parts.push(placed(drawing, EDGE, y, WIDE - 2 * EDGE, height));
  y += height + 6;
  if (data.note) write(data.note, 15, 400, look.text);
  write(data.foot, 15, 400, look.soft);
  y += 18;
  if (emblem) parts.push(placed(emblem, EDGE, y, 72, 48));
  parts.push(words(sentence, EDGE + (emblem ? 84 : 0), y + 31, 19, 700, look.text, "Arial, sans-serif"));
  y = Math.ceil(y + 48 + EDGE);
  const frame = `width="${WIDE}" height="${y}"`;
  const source =
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${frame} viewBox="0 0 ${WIDE} ${y}">` +
    `<rect ${frame} fill="${look.ground}"/>${parts.join("")}</svg>\n`;
  return { source, height: y };
}

// A whole picture as a part of another: its first tag is told where to stand and how large to be.
function placed(picture, x, y, width, height) {
  const whole = picture.slice(picture.indexOf("<svg"));
  const [tag] = whole.match(/^<svg[^>]*>/);
  const size = (name) => parseFloat(tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]);
  const box = tag.match(/viewBox="([^"]*)"/)?.[1] ?? `0 0 ${size("width")} ${size("height")}`;
  const kept = tag.replace(/\s(x|y|width|height|viewBox)="[^"]*"/g, "").replace(/^<svg|>$/g, "");
  const where = `x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${box}"`;
  return `<svg ${where}${kept}>${whole.slice(tag.length)}`;
}

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function words(text, x, y, size, weight, fill, family) {
  const look = `font-size="${size}" font-weight="${weight}" fill="${fill}" font-family="${escaped(family)}"`;
  return `<text x="${x}" y="${y}" ${look}>${escaped(text)}</text>`;
}

function wrapped(text, size) {
  const most = Math.floor((WIDE - 2 * EDGE) / (size * 0.5));
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length > most && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

async function png(source, width, height) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
