/** Projects that were in one state and then in another. */
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  /** The ones that were nothing all the time: drawn in grey. */
  readonly quiet: boolean;
}

/** What the flow picture draws: columns of states from the beginning to the end, and what went from one column to the next. */
export interface FlowData {
  /** States of each column, top to bottom; those without projects are left out by the layout. */
  readonly columns: readonly (readonly string[])[];
  /** Links from each column to the next. */
  readonly links: readonly (readonly FlowLink[])[];
}

export interface NodeBox {
  readonly column: number;
  readonly state: string;
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}
export interface BandShape {
  readonly column: number;
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly quiet: boolean;
  readonly path: string;
  /** Middle of its left end. */
  readonly x: number;
  readonly y: number;
  readonly thickness: number;
}
interface FlowLayout {
  readonly nodes: readonly NodeBox[];
  readonly bands: readonly BandShape[];
}

export const NODE_WIDTH = 16;
const GAP = 10;
/** Thinnest band, px. */
export const MIN_BAND = 3;

const round = (n: number): number => Math.round(n * 10) / 10;
const total = (links: readonly FlowLink[]): number => links.reduce((sum, l) => sum + l.n, 0);

/**
 * Places nodes and bands in a box: one scale for all bands (1 project = the same height everywhere), none thinner than 3 px. Columns stand at equal distances; a node is as
 * high as the thicker of what comes and what goes.
 */
export function flowLayout({ columns, links }: FlowData, { width, height }: { readonly width: number; readonly height: number }): FlowLayout {
  const inOf = (c: number, s: string): readonly FlowLink[] => (links[c - 1] ?? []).filter((l) => l.to === s);
  const outOf = (c: number, s: string): readonly FlowLink[] => (links[c] ?? []).filter((l) => l.from === s);
  const present = columns.map((states, c) => states.filter((s) => inOf(c, s).length + outOf(c, s).length > 0));
  const least = (thick: (l: FlowLink) => number, c: number, s: string): number => Math.max(...[inOf(c, s), outOf(c, s)].map((side) => side.reduce((sum, l) => sum + thick(l), 0)));
  const columnHeight = (scale: number, c: number): number => present[c]!.reduce((sum, s) => sum + least((l) => Math.max(MIN_BAND, l.n * scale), c, s), 0) + GAP * Math.max(0, present[c]!.length - 1);
  const most = Math.max(1, ...present.map((states, c) => Math.max(total(links[c] ?? []), total(links[c - 1] ?? []), states.length)));
  // Thin bands need more than their share: the scale gives way until everything fits.
  let scale = height / most;
  for (let i = 0; i < 40 && present.some((_, c) => columnHeight(scale, c) > height); i += 1) scale *= 0.93;
  const thick = (l: FlowLink): number => Math.max(MIN_BAND, l.n * scale);

  const step = columns.length > 1 ? (width - NODE_WIDTH) / (columns.length - 1) : 0;
  const nodes = present.flatMap((states, c) => {
    let y = 0;
    return states.map((state): NodeBox => {
      const box = { column: c, state, n: Math.max(total(inOf(c, state)), total(outOf(c, state))), x: round(c * step), y: round(y), height: round(least(thick, c, state)) };
      y += box.height + GAP;
      return box;
    });
  });
  const node = (c: number, s: string): NodeBox => nodes.find((b) => b.column === c && b.state === s)!;
  const order = (c: number, s: string): number => columns[c]!.indexOf(s);
  const bands = links.flatMap((list, c) => {
    const used = new Map<string, number>();
    const take = (key: string, by: number): number => {
      const at = used.get(key) ?? 0;
      used.set(key, at + by);
      return at;
    };
    const placed = new Map(list.map((l) => [l, { left: 0, right: 0 }]));
    for (const l of [...list].sort((a, b) => order(c, a.from) - order(c, b.from) || order(c + 1, a.to) - order(c + 1, b.to))) placed.get(l)!.left = node(c, l.from).y + take(`l${l.from}`, thick(l));
    for (const l of [...list].sort((a, b) => order(c + 1, a.to) - order(c + 1, b.to) || order(c, a.from) - order(c, b.from))) placed.get(l)!.right = node(c + 1, l.to).y + take(`r${l.to}`, thick(l));
    return list.map((l): BandShape => {
      const { left, right } = placed.get(l)!;
      const [x0, x1, h] = [round(c * step + NODE_WIDTH), round((c + 1) * step), thick(l)];
      const mid = round((x0 + x1) / 2);
      const [a, b, d, e] = [left, right, right + h, left + h].map(round);
      return { column: c, from: l.from, to: l.to, n: l.n, quiet: l.quiet, path: `M${x0} ${a}C${mid} ${a} ${mid} ${b} ${x1} ${b}L${x1} ${d}C${mid} ${d} ${mid} ${e} ${x0} ${e}Z`, x: x0, y: round(left + h / 2), thickness: round(h) };
    });
  });
  return { nodes, bands };
}
