/** What a tooltip says: plain text, drawn as text nodes. */
export interface Tip {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly value: string; readonly parts: string | null; readonly change: string | null }[];
  readonly notes: readonly string[];
}

const element = (tag: string, className: string, ...children: (Node | string | null)[]): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children.filter((c) => c !== null));
  return made;
};

/** The tooltip's DOM. Names and notes are hostile: no HTML string is ever parsed. */
export function tipNode({ title, rows, notes }: Tip): HTMLElement {
  return element('div', 'qq-tip', element('strong', 'qq-tip-title', title),
    ...rows.map((r) => element('div', 'qq-tip-row', element('span', 'qq-tip-name', r.name), element('b', '', r.value), r.parts === null ? null : element('span', '', r.parts), r.change === null ? null : element('span', 'qq-tip-change', r.change))),
    ...notes.map((n) => element('div', 'qq-tip-note', n)));
}
