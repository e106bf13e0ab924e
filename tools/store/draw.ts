/** Draws the pictures for the stores: a screenshot in a plain window, with a caption. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { SHAPES } from '../../components/shapes.ts';

export interface Caption {
  title: string;
  text: string;
}

/** Screenshots of the product, in their final size. */
export interface Shot {
  /** The text of the address bar. */
  address: string;
  page: Uint8Array;
  popup?: Uint8Array;
  /** The number on the toolbar button. */
  badge?: number;
}

/** The place of the caption: above the window or beside it. */
export type Layout = 'top' | 'side';

/** The size of the window's content in CSS pixels, by layout. */
export const WITHIN: Record<Layout, { width: number; height: number }> = {
  top: { width: 1160, height: 600 },
  side: { width: 780, height: 696 },
};
export const POPUP = { width: 440, height: 580 };

const read = (path: string) => readFile(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const asText = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const pngUrl = (png: Uint8Array) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;

/** Draws a picture of 1280 by 800 pixels, the size for Chrome's and Edge's stores. Mozilla's accepts any size. */
export async function drawShot(page: Page, caption: Caption, shot: Shot, layout: Layout): Promise<Buffer> {
  const icon = await iconUrl();
  return draw(page, { width: 1280, height: 800 }, layout, captionFor(caption, icon) + windowAround(shot, icon));
}

/** Draws the marquee for a store's front page, 1400 by 560 pixels: the same window beside a larger caption. */
export async function drawMarquee(page: Page, caption: Caption, shot: Shot): Promise<Buffer> {
  const icon = await iconUrl();
  const inside = captionFor(caption, icon) + windowAround(shot, icon);
  return draw(page, { width: 1400, height: 560 }, 'side marquee', inside);
}

/** Draws the small tile for Chrome's store, 440 by 280 pixels, without a screenshot, which would be illegible. */
export async function drawTile(page: Page, caption: Caption): Promise<Buffer> {
  const rows = ['', 'picked', '', ''].map((kind) => `<i class="${kind}"></i>`).join('');
  const all = `<div class="rows">${rows}</div>${captionFor(caption, await iconUrl())}`;
  return draw(page, { width: 440, height: 280 }, 'tile', all);
}

function windowAround({ address, page, popup, badge }: Shot, icon: string): string {
  const tool = `<div class="tool${popup ? ' open' : ''}"><img src="${icon}">${badge ? `<b>${badge}</b>` : ''}</div>`;
  const bar = `<div class="bar"><i></i><i></i><i></i><span>${asText(address)}</span>${tool}</div>`;
  const over = popup ? `<div class="popup"><img src="${pngUrl(popup)}"></div>` : '';
  return `<div class="window">${bar}<img class="page" src="${pngUrl(page)}">${over}</div>`;
}

async function iconUrl(): Promise<string> {
  return `data:image/svg+xml;base64,${Buffer.from(await read('../../assets/icon.svg')).toString('base64')}`;
}

function captionFor({ title, text }: Caption, icon: string): string {
  return `<div class="caption"><img src="${icon}"><div><h1>${asText(title)}</h1><p>${asText(text)}</p></div></div>`;
}

/** @returns a 24-bit PNG without transparency, the only kind that Chrome's store accepts */
async function draw(page: Page, size: { width: number; height: number }, kind: string, inside: string) {
  const hexagon = `<svg class="hexagon far" viewBox="0 0 24 24"><path d="${SHAPES.hexagon}"/></svg>`;
  await page.setViewport(size);
  await page.setContent(
    `<!DOCTYPE html><style>${await read('picture.css')}</style><body class="${kind}" style="width:${size.width}px;height:${size.height}px">${hexagon}${inside}`,
    { waitUntil: 'load' },
  );
  // Reduces colours first, which halves the size without a visible difference.
  const few = await sharp(await page.screenshot())
    .png({ palette: true, colours: 192, dither: 0, effort: 10 })
    .toBuffer();
  return sharp(few).removeAlpha().png({ palette: false, compressionLevel: 9, effort: 10 }).toBuffer();
}
