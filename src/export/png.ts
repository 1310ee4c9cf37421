import { finest } from '../shared/fine-canvas.ts';

/** What stands around the panel in the picture: plain text, set as text. */
export interface Caption {
  readonly title: string;
  /** Under the title: snapshot, comparison, filters. */
  readonly lines: readonly string[];
  /** Under the panel: 审图号, publisher. */
  readonly foot: readonly string[];
}

const PAD = 16;
const TITLE = 28;
const LINE = 20;
const SLACK = 28;
/** Canvas pixels per CSS pixel. */
const SCALE = 2;
/** Chromium's canvases end at 16,384 px. */
const TALLEST = 16_000 / SCALE;
const SVG = 'http://www.w3.org/2000/svg';
// Not allowed in XML, even escaped.
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A copy that looks the same outside of the page: canvases become pictures, scrolled parts are laid open. Returns it with its height. */
function copyOf(element: HTMLElement): { readonly copy: HTMLElement; readonly height: number } {
  const copy = element.cloneNode(true) as HTMLElement;
  const [from, to] = [element, copy].map((root) => [root, ...root.querySelectorAll<HTMLElement>('*')]) as [HTMLElement[], HTMLElement[]];
  let hidden = 0;
  from.forEach((original, i) => {
    const twin = to[i]!;
    if (original instanceof HTMLCanvasElement) {
      const image = document.createElement('img');
      image.className = original.className;
      image.style.cssText = original.style.cssText;
      image.style.width = `${original.clientWidth}px`;
      image.style.height = `${original.clientHeight}px`;
      image.src = finest(original).toDataURL();
      twin.replaceWith(image);
    } else if (/auto|scroll/.test(getComputedStyle(original).overflowY)) {
      // No scrollbars in a picture; text may be a hair wider there and wrap once more.
      twin.style.overflow = 'hidden';
      if (original.scrollHeight <= original.clientHeight) return;
      hidden = Math.max(hidden, original.scrollHeight - original.clientHeight + SLACK);
      Object.assign(twin.style, { height: 'auto', maxHeight: 'none', flex: 'none' });
    }
  });
  for (const part of copy.querySelectorAll('[data-export="off"]')) part.remove();
  const height = Math.min(element.offsetHeight + hidden, TALLEST);
  Object.assign(copy.style, { width: `${element.offsetWidth}px`, height: `${height}px`, margin: '0' });
  return { copy, height };
}

/** A caption line, as many rows high as its text needs; nothing of it is cut. */
function line(tag: 'h2' | 'p', text: string, width: number): { readonly made: HTMLElement; readonly height: number } {
  const [size, row, weight] = tag === 'h2' ? [18, TITLE, 700] : [12, LINE, 400];
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  // Text breaks before the edge: a little more than it measures.
  const height = row * Math.max(1, Math.ceil((context.measureText(text).width * 1.08) / width));
  const made = document.createElement(tag);
  made.textContent = text;
  Object.assign(made.style, { margin: '0', height: `${height}px`, overflow: 'hidden', fontSize: `${size}px`, fontWeight: String(weight), lineHeight: `${row}px`, overflowWrap: 'anywhere', color: tag === 'h2' ? 'var(--text)' : 'var(--text-2)' });
  return { made, height };
}

/** The panel as an SVG document that holds the page's styles; hostile names stay text because only nodes are copied. */
function svgOf(element: HTMLElement, { title, lines, foot }: Caption, styles: string): { readonly svg: string; readonly width: number; readonly height: number } {
  const { copy, height: inner } = copyOf(element);
  const width = element.offsetWidth + 2 * PAD;
  const [above, below] = [[line('h2', title, element.offsetWidth), ...lines.map((l) => line('p', l, element.offsetWidth))], foot.map((l) => line('p', l, element.offsetWidth))];
  const height = [...above, ...below].reduce((sum, { height: h }) => sum + h, inner + 3 * PAD);
  const body = document.createElement('body');
  Object.assign(body.style, { width: `${width}px`, height: `${height}px`, minHeight: '0', padding: `${PAD}px`, background: 'var(--surface)' });
  copy.style.marginTop = copy.style.marginBottom = `${PAD / 2}px`;
  body.append(...above.map(({ made }) => made), copy, ...below.map(({ made }) => made));

  const root = document.createElementNS(SVG, 'svg');
  root.setAttribute('width', String(width * SCALE));
  root.setAttribute('height', String(height * SCALE));
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  for (const { name, value } of document.documentElement.attributes) if (name.startsWith('data-') || name === 'lang') root.setAttribute(name, value);
  const style = document.createElementNS(SVG, 'style');
  style.textContent = `${styles}\n*{animation:none!important;transition:none!important}`;
  const foreign = document.createElementNS(SVG, 'foreignObject');
  foreign.setAttribute('width', String(width));
  foreign.setAttribute('height', String(height));
  foreign.append(body);
  root.append(style, foreign);
  return { svg: new XMLSerializer().serializeToString(root).replace(NOT_XML, ''), width: width * SCALE, height: height * SCALE };
}

/** A data: URL; a blob: URL would taint the canvas. */
const dataUrl = (svg: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('图片没有读出')));
    reader.readAsDataURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
  });

/** A picture of a panel as it is in this turn, with its caption, two pixels per CSS pixel; `styles`: pageStyles. Rejects when the browser cannot draw it. */
export async function pngOf(element: HTMLElement, caption: Caption, styles: string): Promise<Blob> {
  const { svg, width, height } = svgOf(element, caption, styles);
  const image = new Image();
  image.src = await dataUrl(svg);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')!.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('浏览器没有画出图片'))), 'image/png'));
}
