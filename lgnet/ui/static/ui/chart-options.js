// SPDX-FileCopyrightText: 2026 The LGNET platform contributors
// SPDX-License-Identifier: EUPL-1.2
// From the numbers of a chart to what ECharts draws, and to the points that the keyboard walks through.
//
// Series differ by pattern, dash or shape as well as by colour. Nothing moves. Colours come from tokens.css.

const DASHES = ["solid", [10, 5], [2, 4], [14, 4, 2, 4], [6, 3], [1, 6]];
const SHAPES = ["circle", "rect", "triangle", "diamond", "pin", "arrow"];
const PATTERNS = [
  null,
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  { symbol: "circle", dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.7 },
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: Math.PI / 2 },
  { symbol: "triangle", dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [8, 2], symbolSize: 0.75 },
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: Math.PI / 4 },
];

export function lookOf(element, width) {
  const style = getComputedStyle(element);
  const token = (name) => style.getPropertyValue(`--ui-${name}`).trim();
  return {
    width,
    narrow: width < 520,
    text: token("text"),
    soft: token("soft"),
    line: token("line"),
    ground: token("surface"),
    focus: token("focus"),
    low: token("chart-low"),
    high: token("chart-high"),
    onHigh: token("on-chart-high"),
    hues: [1, 2, 3, 4, 5, 6].map((n) => token(`chart-${n}`)),
    font: "'Titillium Web', 'Noto Sans', Arial, sans-serif", // no double quotes: they would end the attribute in a picture
  };
}

export function numbers(language) {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1, useGrouping: true });
  return (value) => format.format(value);
}

/** { option, height, rows }: what to draw, how high, and the points as rows of { series, index, type, text }. */
export function optionsOf(data, look, words) {
  const say = { ...words, number: numbers(words.language) };
  say.value = (value) =>
    value === null || value === undefined
      ? data.missing
      : `${say.number(value)}${data.unit ? (data.unit === "%" ? " %" : ` ${data.unit}`) : ""}`;
  const drawn = KINDS[data.kind](data, look, say);
  return { ...drawn, option: { ...common(look), ...drawn.option } };
}

const common = (look) => ({
  animation: false,
  color: look.hues,
  backgroundColor: "transparent",
  textStyle: { fontFamily: look.font, fontSize: 14, color: look.text },
  aria: { enabled: true, label: { enabled: false } },
});

// The seventh series has the hue of the first, and another pattern.
const turn = (index) => (index + Math.floor(index / 6)) % 6;

const decal = (index, look) =>
  PATTERNS[turn(index)]
    ? { ...PATTERNS[turn(index)], color: look.ground, backgroundColor: "transparent" }
    : { symbol: "none" };

// How much room the legend takes when its names wrap.
function legend(names, look) {
  if (names.length < 2) return { legend: { show: false }, top: 12 };
  let [lines, used] = [1, 0];
  for (const name of names) {
    const wide = 52 + String(name).length * 7.4;
    if (used + wide > look.width && used) [lines, used] = [lines + 1, 0];
    used += wide;
  }
  const style = { color: look.text, fontFamily: look.font, fontSize: 14 };
  return {
    legend: { show: true, left: 0, top: 0, selectedMode: false, itemWidth: 30, itemGap: 14, textStyle: style, data: names },
    top: 18 + lines * 26,
  };
}

function axis(look, extra) {
  return {
    axisLine: { lineStyle: { color: look.soft } },
    axisTick: { lineStyle: { color: look.soft } },
    axisLabel: { color: look.text, fontSize: 13, lineHeight: 16, fontFamily: look.font, hideOverlap: true, ...extra.axisLabel },
    splitLine: { show: extra.type === "value", lineStyle: { color: look.line } },
    nameLocation: "middle",
    nameTextStyle: { color: look.soft, fontSize: 13, fontFamily: look.font },
    ...Object.fromEntries(Object.entries(extra).filter(([key]) => key !== "axisLabel")),
  };
}

const grid = (top, bottom = 8) => ({
  left: 8, right: 20, top, bottom, outerBoundsMode: "same", outerBoundsContain: "all",
});

const byNumber = (say) => ({ formatter: (value) => say.number(value) });
const emphasis = (look) => ({
  itemStyle: { borderColor: look.focus, borderWidth: 3 },
  lineStyle: { width: 3 },
});

// A band between two lines; in steps where the lines are steps.
function band(name, points, look, hue, steps) {
  const known = points.filter(([, low, high]) => low !== null && high !== null && low !== undefined);
  return {
    type: "custom", name, silent: true, z: 1, data: known.map(([x]) => [x]), clip: true,
    renderItem(params, api) {
      if (params.dataIndex !== 0) return null;
      const edge = (which) => {
        const found = [];
        known.forEach((point, i) => {
          if (steps && i) found.push(api.coord([point[0], known[i - 1][which]]));
          found.push(api.coord([point[0], point[which]]));
        });
        return found;
      };
      return {
        type: "polygon",
        shape: { points: [...edge(1), ...edge(2).reverse()] },
        style: { fill: hue, opacity: 0.16 },
      };
    },
  };
}

function banded(say, value, low, high) {
  const known = low !== null && low !== undefined && high !== null && high !== undefined;
  const within = known
    ? ` (${say.band.replace("{low}", say.number(low)).replace("{high}", say.number(high))})`
    : "";
  return say.value(value) + within;
}

function bars(data, look, say) {
  const names = data.series.map((series) => series.name);
  const top = legend(names, look);
  const several = data.series.length > 1;
  const wide = Math.min(220, look.width * 0.42);
  const category = axis(look, {
    type: "category",
    data: data.categories,
    inverse: data.horizontal,
    axisLabel: data.horizontal ? { width: wide, overflow: "break", hideOverlap: false } : { width: 90, overflow: "break" },
  });
  const value = axis(look, { type: "value", name: data.unit, nameGap: 28, axisLabel: byNumber(say), minInterval: 1 });
  const lines = Math.ceil((Math.max(1, ...data.categories.map((text) => text.length)) * 7.5) / wide); // of a name
  const thick = Math.max(data.stacked ? 34 : 14 + 18 * data.series.length, data.horizontal ? lines * 17 + 6 : 0);
  return {
    height: data.horizontal ? top.top + 62 + data.categories.length * thick : 320 + (top.top - 12),
    option: {
      ...top,
      grid: grid(top.top),
      xAxis: data.horizontal ? value : category,
      yAxis: data.horizontal ? category : { ...value, nameGap: 44 },
      series: data.series.map((series, index) => ({
        type: "bar",
        name: series.name,
        data: series.values,
        stack: data.stacked ? "all" : undefined,
        barMaxWidth: 44,
        itemStyle: {
          color: look.hues[index % 6], decal: several ? decal(index, look) : { symbol: "none" },
          borderColor: look.ground, borderWidth: data.stacked ? 1 : 0,
        },
        emphasis: emphasis(look),
      })),
    },
    rows: data.series.map((series, at) => data.categories.map((name, index) => ({
      series: at, index, text: `${several ? `${series.name} · ` : ""}${name}: ${say.value(series.values[index])}`,
    }))),
  };
}

function lines(data, look, say) {
  const names = data.series.map((series) => series.name);
  const top = legend(names, look);
  const few = data.categories.length <= 40;
  const drawn = data.series.map((series, index) => ({
    type: "line",
    name: series.name,
    data: series.values,
    z: 3,
    showSymbol: few,
    symbol: SHAPES[turn(index)],
    symbolSize: 8,
    itemStyle: { color: look.hues[index % 6] },
    lineStyle: { color: look.hues[index % 6], width: 2.5, type: series.dashed ? [4, 4] : DASHES[turn(index)] },
    emphasis: emphasis(look),
  }));
  const bands = data.series.flatMap((series, index) =>
    series.low.length
      ? [band(series.name, data.categories.map((name, i) => [i, series.low[i], series.high[i]]), look, look.hues[index % 6], false)]
      : []);
  return {
    height: 320 + (top.top - 12),
    option: {
      ...top,
      grid: grid(top.top),
      xAxis: axis(look, { type: "category", data: data.categories, boundaryGap: false }),
      yAxis: axis(look, { type: "value", name: data.unit, nameGap: 44, axisLabel: byNumber(say) }),
      tooltip: { trigger: "axis", showContent: false, axisPointer: { lineStyle: { color: look.soft } } },
      series: [...drawn, ...bands],
    },
    rows: data.series.map((series, at) => data.categories.map((name, index) => ({
      series: at, index, x: index,
      text: `${names.length > 1 ? `${series.name} · ` : ""}${name}: ${banded(say, series.values[index], series.low[index], series.high[index])}`,
    }))),
  };
}

function curves(data, look, say) {
  const names = data.curves.map((curve) => curve.name);
  const top = legend(names, look);
  const drawn = data.curves.map((curve, index) => ({
    type: "line",
    step: "end",
    name: curve.name,
    data: curve.steps.map(([x, y]) => [x, y]),
    z: 3,
    showSymbol: false,
    symbol: SHAPES[turn(index)],
    symbolSize: 9,
    itemStyle: { color: look.hues[index % 6] },
    lineStyle: { color: look.hues[index % 6], width: 2.5, type: DASHES[turn(index)] },
    emphasis: emphasis(look),
  }));
  const bands = data.curves.flatMap((curve, index) =>
    curve.steps.some((step) => step[2] !== null)
      ? [band(curve.name, curve.steps.map(([x, , low, high]) => [x, low, high]), look, look.hues[index % 6], true)]
      : []);
  return {
    height: 340 + (top.top - 12),
    option: {
      ...top,
      grid: grid(top.top),
      xAxis: axis(look, { type: "value", name: data.label, nameGap: 30, axisLabel: byNumber(say), min: 0 }),
      yAxis: axis(look, { type: "value", name: data.unit, nameGap: 44, axisLabel: byNumber(say), min: 0, max: data.top ?? undefined }),
      tooltip: { trigger: "axis", showContent: false, axisPointer: { lineStyle: { color: look.soft } } },
      series: [...drawn, ...bands],
    },
    rows: data.curves.map((curve, at) => curve.steps.map(([x, y, low, high], index) => ({
      series: at, index, x,
      text: `${names.length > 1 ? `${curve.name} · ` : ""}${say.number(x)} ${data.label}: ${banded(say, y, low, high)}`,
    }))),
  };
}

function heat(data, look, say) {
  const flat = data.values.flatMap((row, y) => row.map((value, x) => [x, y, value]));
  const known = flat.map((cell) => cell[2]).filter((value) => value !== null);
  const [least, most] = [Math.min(0, ...known), Math.max(1, ...known)];
  const longest = (texts) => Math.max(1, ...texts.map((text) => text.length)) * 7.5; // also of none
  const wide = Math.min(220, look.width * 0.36, longest(data.rows) + 6); // of the names of the rows
  const high = Math.max(34, Math.ceil(longest(data.rows) / wide) * 17 + 6);
  const room = (look.width - wide - 40) / Math.max(1, data.columns.length);
  const fits = room > longest(data.columns.flatMap((name) => name.split(" "))) + 6;
  const tilted = !fits && room > 20; // narrower columns (twelve months on a phone) say every other name
  const lines = fits ? Math.ceil(longest(data.columns) / room) : tilted ? 1 + Math.min(104, longest(data.columns)) / 20 : 1;
  const label = fits
    ? { interval: 0, hideOverlap: false, width: room - 6, overflow: "break", fontSize: 12 }
    : tilted ? { interval: 0, hideOverlap: false, rotate: 45, width: 104, overflow: "truncate", fontSize: 12 } : {};
  return {
    height: 80 + data.rows.length * high + lines * 16,
    option: {
      legend: { show: false },
      grid: grid(8, 64),
      xAxis: axis(look, { type: "category", data: data.columns, splitLine: { show: false }, axisLabel: label }),
      yAxis: axis(look, { type: "category", data: data.rows, inverse: true, axisLabel: { width: wide, overflow: "break", hideOverlap: false } }),
      visualMap: {
        type: "continuous", min: least, max: most, orient: "horizontal", left: "center", bottom: 0,
        calculable: false, hoverLink: false, itemWidth: 14, itemHeight: Math.min(180, look.width * 0.4),
        text: [say.number(most), say.number(least)], textStyle: { color: look.text, fontFamily: look.font },
        inRange: { color: [look.low, look.high] },
      },
      series: [{
        type: "heatmap",
        data: flat.map(([x, y, value]) => ({
          value: [x, y, value ?? "-"],
          label: { color: value !== null && value - least > (most - least) * 0.5 ? look.onHigh : look.text },
        })),
        label: { show: room > 30, fontSize: 12, fontFamily: look.font, formatter: ({ value }) => (value[2] === "-" ? "" : say.number(value[2])) },
        itemStyle: { borderColor: look.ground, borderWidth: 2 },
        emphasis: { itemStyle: { borderColor: look.focus, borderWidth: 3 } },
      }],
    },
    rows: data.rows.map((row, y) => data.columns.map((column, x) => ({
      series: 0, index: y * data.columns.length + x, text: `${row} · ${column}: ${say.value(data.values[y][x])}`,
    }))),
  };
}

function flows(data, look, say) {
  const names = data.nodes.map((node) => node.name);
  const last = Math.max(...data.nodes.map((node) => node.stage), 1);
  const most = Math.max(...data.nodes.map((node) => data.nodes.filter((other) => other.stage === node.stage).length), 4);
  const room = look.width / last - 30;
  const through = data.nodes.map((_node, index) => {
    const sum = (end) => data.flows.filter((flow) => flow[end] === index).reduce((all, flow) => all + flow[2], 0);
    return sum(1) || sum(0); // what comes in: who goes on along two ways is counted once
  });
  return {
    height: 80 + most * 60,
    option: {
      legend: { show: false },
      series: [{
        type: "sankey",
        left: 4, right: look.narrow ? 96 : 240, top: 16, bottom: 16,
        draggable: false, nodeWidth: 14, nodeGap: 20, layoutIterations: 32,
        data: data.nodes.map((node, index) => ({
          name: String(index), depth: node.stage, itemStyle: { color: look.hues[node.stage % 6], borderWidth: 0 },
        })),
        links: data.flows.map(([source, target, value]) => ({ source: String(source), target: String(target), value })),
        lineStyle: { color: "source", opacity: 0.3, curveness: 0.5 },
        label: {
          color: look.text, fontFamily: look.font, fontSize: look.narrow ? 11 : 13, width: Math.min(look.narrow ? 92 : 236, room), overflow: "truncate",
          formatter: ({ name }) => `${say.number(through[Number(name)])} ${names[Number(name)]}`,
        },
        emphasis: { focus: "none", lineStyle: { opacity: 0.75 }, itemStyle: { borderColor: look.focus, borderWidth: 2 } },
      }],
    },
    rows: [data.flows.map(([source, target, value], index) => ({
      series: 0, index, type: "edge", text: `${names[source]} → ${names[target]}: ${say.value(value)}`,
    }))],
  };
}

function points(data, look, say) {
  const names = data.clouds.map((cloud) => cloud.name);
  const top = legend(names, look);
  return {
    height: 360 + (top.top - 12),
    option: {
      ...top,
      grid: grid(top.top),
      xAxis: axis(look, { type: "value", name: data.heads[1], nameGap: 30, axisLabel: byNumber(say), scale: true }),
      yAxis: axis(look, { type: "value", name: data.heads[2], nameGap: 44, axisLabel: byNumber(say), scale: true }),
      series: data.clouds.map((cloud, index) => ({
        type: "scatter",
        name: cloud.name,
        data: cloud.points.map(([x, y]) => [x, y]),
        symbol: SHAPES[turn(index)],
        symbolSize: 13,
        itemStyle: { color: look.hues[index % 6], opacity: 0.85 },
        emphasis: emphasis(look),
      })),
    },
    rows: data.clouds.map((cloud, at) => cloud.points.map(([x, y, name], index) => ({
      series: at, index, text: `${name}: ${data.heads[1]} ${say.number(x)}, ${data.heads[2]} ${say.number(y)}`,
    }))),
  };
}

function boxes(data, look, say) {
  const names = data.boxes.map((box) => box.name);
  const marked = data.boxes.some((box) => box.mark !== null);
  const top = marked ? legend([data.label, data.markLabel], look) : { legend: { show: false }, top: 12 };
  const wide = Math.min(220, look.width * 0.42);
  return {
    height: top.top + 62 + names.length * 46,
    option: {
      ...top,
      grid: grid(top.top),
      xAxis: axis(look, { type: "value", name: data.unit, nameGap: 28, axisLabel: byNumber(say) }),
      yAxis: axis(look, { type: "category", data: names, inverse: true, axisLabel: { width: wide, overflow: "break", hideOverlap: false } }),
      series: [
        {
          type: "boxplot", name: data.label, data: data.boxes.map((box) => box.spread), boxWidth: [10, 26],
          itemStyle: { color: look.low, borderColor: look.hues[0], borderWidth: 2 }, emphasis: emphasis(look),
        },
        ...(marked
          ? [{
              type: "scatter", name: data.markLabel, symbol: "diamond", symbolSize: 18,
              data: data.boxes.map((box, i) => [box.mark ?? "-", i]),
              itemStyle: { color: look.hues[1], borderColor: look.ground, borderWidth: 2 }, emphasis: emphasis(look),
            }]
          : []),
      ],
    },
    rows: [data.boxes.map((box, index) => ({
      series: 0, index,
      text: `${box.name}: ${data.parts.map((part, i) => `${part} ${say.number(box.told[i])}`).join(", ")}${
        box.mark === null ? "" : `; ${data.markLabel} ${say.value(box.mark)}`}`,
    }))],
  };
}

const KINDS = { bars, lines, curves, heat, flows, points, boxes };
