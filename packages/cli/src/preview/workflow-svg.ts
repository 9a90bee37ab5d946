import dagre from "@dagrejs/dagre";
import type { DrawnStep } from "./drawn-steps.ts";
import { type Html, html } from "./html.ts";

const WIDTH = 248;
const LINE = 18;
/** Letters of a name on one line of a box. */
const LETTERS = 27;

/** Where a workflow may end, as it is drawn. */
const ENDS: Readonly<Record<string, string>> = { "@end": "Kết thúc", "@stop": "Dừng, thông báo lý do", "@refuse": "Từ chối", "@join": "Hợp nhánh", "@fail": "Nhánh không thành" };

interface Box {
  readonly lines: readonly string[];
  readonly quiet: string;
  readonly kind: string;
}

/** A workflow as a drawing in layers, from its start down; ways that lead back run beside it. */
export function workflowSvg(steps: readonly DrawnStep[]): Html {
  const boxes = boxesOf(steps);
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 36, ranksep: 46, marginx: 12, marginy: 12 });
  for (const [id, { lines, quiet }] of boxes) graph.setNode(id, { width: WIDTH, height: LINE * (lines.length + (quiet === "" ? 0 : 1)) + 20 });
  for (const { id, ways } of steps) {
    for (const { outcome, label, to } of ways) graph.setEdge(id, endOf(id, to), { label, width: label.length * 6.5, height: 16, labelpos: "c" }, outcome);
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const ways = graph.edges().map((edge: { readonly v: string; readonly w: string; readonly name?: string }) => graph.edge(edge) as Arrow);
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return html`<svg class="workflow" role="img" aria-label="Sơ đồ quy trình" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" xmlns="http://www.w3.org/2000/svg">
<defs><marker id="dau" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>
${ways.map(arrow)}${ways.map(caption)}
${[...boxes].map(([id, box]) => node(box, graph.node(id) as Place))}
</svg>`;
}

/** Each branch and each way out has an end of its own kind; one drawn for all would pull the drawing together. */
function endOf(from: string, to: string): string {
  return to === "@stop" || to === "@refuse" ? `${to} ${from}` : to;
}

function boxesOf(steps: readonly DrawnStep[]): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>(steps.map(({ id, name, who, time, kind }) => [id, { lines: folded(name), quiet: [cut(who, time === undefined ? LETTERS + 6 : LETTERS), time].filter((one) => one !== undefined).join(" · "), kind }]));
  for (const { id, ways } of steps) {
    for (const { to } of ways) {
      const end = endOf(id, to);
      if (!boxes.has(end)) boxes.set(end, { lines: [ENDS[to] ?? to], quiet: "", kind: to.startsWith("@") ? `end ${to.slice(1)}` : "missing" });
    }
  }
  return boxes;
}

const cut = (text: string, letters: number) => (text.length <= letters ? text : `${text.slice(0, letters).trimEnd()}…`);

function folded(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LETTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 4 ? lines : [...lines.slice(0, 3), `${lines[3] ?? ""}…`];
}

interface Arrow {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const at = (value: number) => Math.round(value * 10) / 10;

function arrow({ points }: Arrow): Html {
  const line = points.map((point, index) => `${index === 0 ? "M" : "L"}${at(point.x)} ${at(point.y)}`).join("");
  return html`<path class="way" d="${line}" marker-end="url(#dau)"/>`;
}

/** Above all ways: none is drawn across what another says. */
function caption({ label, x, y }: Arrow): Html {
  return label === "" ? html`` : html`<text class="label" x="${at(x)}" y="${at(y) + 4}" text-anchor="middle">${label}</text>`;
}

function node({ lines, quiet, kind }: Box, { x, y, width, height }: Place): Html {
  const top = y - height / 2 + 22;
  const said = lines.map((line, index) => html`<text x="${at(x)}" y="${at(top + index * LINE)}" text-anchor="middle">${line}</text>`);
  const more = quiet === "" ? undefined : html`<text class="quiet" x="${at(x)}" y="${at(top + lines.length * LINE)}" text-anchor="middle">${quiet}</text>`;
  return html`<g class="step ${kind}"><rect x="${at(x - width / 2)}" y="${at(y - height / 2)}" width="${at(width)}" height="${at(height)}" rx="${kind.startsWith("end") ? 18 : 4}"/>${said}${more}</g>`;
}
