/** The chart of a run: what each variant costs a page beyond the page itself. */
import { random } from '../../../tests/sched-site/random.ts';
import { bootstrapInterval, median } from '../statistics.ts';
import type { VariantSamples } from './measure.ts';
import { pairs } from './results.ts';
import { NONE, OURS, type Variant } from './variants.ts';

/** Pixels. */
const WIDTH = 760;
const LEFT = 190;
const RIGHT = 90;
const ROW = 26;
const TITLE = 48;
const AXIS = 44;
const NOTE = 20;

/** Milliseconds at the left edge; less than that is nothing. */
const LEAST = 0.5;

interface Dot {
  variant: Variant;
  figure: number;
  low: number;
  high: number;
}

/** A dot for each variant on a logarithmic scale, with its interval: one panel for loading, one for the page's changes. */
export function renderChart(sessions: number, variants: readonly Variant[], samples: VariantSamples): string {
  const shown = variants.filter(({ name }) => name !== NONE.name && samples.get(name)?.cpu);
  const number = sessions.toLocaleString('en');
  const panels = [
    {
      title: `CPU time that loading a list of ${number} sessions takes longer`,
      dots: renderDots('cpu', shown, samples),
    },
    {
      title: 'CPU time that 50 unrelated changes of that page take longer',
      dots: renderDots('changes', shown, samples),
    },
  ];
  const most = Math.max(...panels.flatMap(({ dots }) => dots.map(({ high }) => high)), 100);
  const decades = Math.log10(most / LEAST);
  const scale = (value: number) =>
    LEFT + (Math.log10(Math.max(value, LEAST) / LEAST) / decades) * (WIDTH - LEFT - RIGHT);
  const height = TITLE + shown.length * ROW + AXIS;
  const drawn = panels.map(({ title, dots }, index) => renderPanel(title, dots, scale, index * height));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${panels.length * height + NOTE}" role="img" aria-label="${esc(panels.map(({ title }) => title).join('; '))}">
<style>
  text { font: 13px system-ui, sans-serif; fill: #24292f; }
  .title { font-weight: 600; }
  .tick, .note { fill: #57606a; font-size: 12px; }
  .grid { stroke: #d0d7de; }
  .dot { fill: #57606a; stroke: #57606a; }
  .ours { fill: #9a5b00; stroke: #9a5b00; }
  text.ours { stroke: none; font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .tick, .note { fill: #9198a1; }
    .grid { stroke: #3d444d; }
    .dot { fill: #9198a1; stroke: #9198a1; }
    .ours { fill: #ffc53d; stroke: #ffc53d; }
  }
</style>
${drawn.join('\n')}
<text class="note" x="14" y="${panels.length * height + 8}">Medians of paired differences from the same page without an extension, with 95 % intervals; logarithmic scale.</text>
</svg>
`;
}

function renderDots(key: string, variants: readonly Variant[], samples: VariantSamples): Dot[] {
  const none = samples.get(NONE.name)?.[key];
  return variants.map((variant) => {
    const more = pairs(samples.get(variant.name)?.[key], none, (one, other) => one - other);
    const [low, high] = bootstrapInterval(more, median, random(1));
    return { variant, figure: median(more), low, high };
  });
}

function renderPanel(title: string, dots: readonly Dot[], scale: (value: number) => number, top: number): string {
  const bottom = TITLE + dots.length * ROW;
  const ticks = [1, 10, 100, 1000, 10_000, 100_000].filter((tick) => scale(tick) <= WIDTH - RIGHT + 1);
  const lines = ticks.map((tick) => {
    const x = round(scale(tick));
    const label = tick < 1000 ? `${tick} ms` : `${tick / 1000} s`;
    return `<line class="grid" x1="${x}" x2="${x}" y1="${TITLE - 8}" y2="${bottom}"/><text class="tick" x="${x}" y="${bottom + 18}" text-anchor="middle">${label}</text>`;
  });
  const rows = dots.map(({ variant, figure, low, high }, index) => {
    const y = TITLE + index * ROW + 10;
    const name = variant.name === OURS.name ? 'ours' : 'dot';
    const end = round(Math.max(scale(figure), scale(high)));
    return [
      `<text${name === 'ours' ? ' class="ours"' : ''} x="${LEFT - 14}" y="${y + 4}" text-anchor="end">${esc(variant.label)}</text>`,
      `<line class="${name}" stroke-width="2" x1="${round(scale(low))}" x2="${round(scale(high))}" y1="${y}" y2="${y}"/>`,
      `<circle class="${name}" cx="${round(scale(figure))}" cy="${y}" r="5"/>`,
      `<text class="${name === 'ours' ? 'ours' : 'note'}" x="${end + 12}" y="${y + 4}">${formatNumber(figure, low)}</text>`,
    ].join('');
  });
  return `<g transform="translate(0 ${top})"><text class="title" x="14" y="22">${esc(title)}</text>${lines.join('')}\n${rows.join('\n')}</g>`;
}

/** Milliseconds or seconds; a figure whose interval reaches zero is only called noise. */
function formatNumber(figure: number, low: number): string {
  if (low <= 0 || figure < LEAST) return 'within noise';
  return figure < 1000 ? `${figure.toFixed(figure < 10 ? 1 : 0)} ms` : `${(figure / 1000).toFixed(1)} s`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function esc(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
}
