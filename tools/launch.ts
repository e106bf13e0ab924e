/** Starts a browser with the built extension, on the replica of the guide's Sched sites or on the real ones. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { outputFolder, readGuide } from '../build/guide-plugin.ts';
import { GECKO_ID } from '../build/manifest.ts';
import type { GuideFile } from '../data/schema.ts';
import type { SchedSite } from '../tests/sched-site/index.ts';
import { type BrowserName, ensureBrowser } from './browsers.ts';

/** Firefox assigns a random UUID to every installation. A preference sets this one instead. */
const FIREFOX_UUID = 'c51a11d0-0000-4000-8000-c51a11d00000';

/** A reused tab saves a quarter of a page's CPU time. Tests rarely have more than two open. */
const SPARE_TABS = 2;

/** The page of spare tabs: on the same site, so that its process stays, but on a host without content scripts. */
const PARKED = 'https://parked.sched.com/';

const VIEWPORT = { width: 1280, height: 900 };

export interface LaunchOptions {
  /** The replica; by default the real sites. */
  site?: Pick<SchedSite, 'proxyPort'>;
  /** Also sends all other requests to the replica's proxy, which refuses and records them. */
  confined?: boolean;
  headless?: boolean;
  /** The built extension, or `null` to start without one. */
  extension?: string | null;
  /** A profile folder, to keep data across restarts. */
  profile?: string;
  /** The device's IANA zone. */
  deviceZone?: string;
  /** Whether the page that opens after the installation stays open. */
  welcome?: boolean;
  /** The folder for downloads, without a prompt. */
  downloads?: string;
  /** Further arguments for Chrome. */
  args?: readonly string[];
  /** Further preferences for Firefox. */
  preferences?: Readonly<Record<string, string | number | boolean>>;
}

export interface Launched {
  name: BrowserName;
  browser: Browser;
  version: string;
  /** Address of one of the extension's own pages. */
  extensionUrl(page: string): string;
  /** An empty tab in front: a returned one, or a new one. */
  tab(): Promise<Page>;
  /** Returns tabs: keeps up to `SPARE_TABS` of those from `tab` for reuse, and closes all others. */
  takeBack(pages: readonly Page[]): Promise<void>;
  /** Opens a page, and waits until it has loaded. */
  open(url: string): Promise<Page>;
  /** Opens one of the extension's pages in a tab. */
  openExtension(page: string): Promise<Page>;
  close(): Promise<void>;
}

/** The folder that `npm run build` writes for a browser and a guide (by default that of the environment). */
export function builtExtension(name: BrowserName, guide: GuideFile = readGuide()): string {
  return fileURLToPath(new URL(`../${outputFolder(guide)}/${name}-mv3`, import.meta.url));
}

export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Launched> {
  const extension = options.extension === undefined ? builtExtension(name) : options.extension;
  if (extension !== null && !existsSync(extension)) throw new Error(`${extension} is missing: run npm run build first`);
  const { browser, base } = await (name === 'chrome' ? launchChrome : launchFirefox)(options, extension);
  const extensionUrl = (page: string) => `${base}/${page}`;
  const spare: Page[] = [];
  const lent = new Set<Page>();
  const tab = async () => {
    const page = spare.pop() ?? (await browser.newPage());
    lent.add(page);
    await page.bringToFront();
    // Ends hovering. The page must be in front, because a hidden page replies only after seconds.
    await page.mouse.move(0, 0);
    return page;
  };
  const park = async (page: Page) => {
    const { width, height } = page.viewport() ?? VIEWPORT;
    await page.goto(PARKED, { waitUntil: 'load' });
    if (width !== VIEWPORT.width || height !== VIEWPORT.height) await page.setViewport(VIEWPORT);
    spare.push(page);
  };
  const takeBack = async (page: Page) => {
    if (spare.includes(page) || page.isClosed()) return;
    const close = () => page.close();
    // A page that can't be left, for example because a frame never replies, can't be reused.
    await (lent.delete(page) && options.site && spare.length < SPARE_TABS ? park(page).catch(close) : close());
  };
  if (!options.welcome) closeWelcome(browser);
  return {
    name,
    browser,
    version: await browser.version(),
    extensionUrl,
    tab,
    async takeBack(pages) {
      for (const page of pages) await takeBack(page);
    },
    async open(url) {
      const page = await tab();
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async openExtension(file) {
      const page = await tab();
      // Firefox reports no load event of an extension's page. Callers wait for what they need.
      await page.goto(extensionUrl(file), { waitUntil: name === 'chrome' ? 'load' : [] });
      // The agenda's static markup is inert until its script has rendered.
      await page.waitForSelector('#agenda > :not([inert]), main:not(#agenda) > *');
      return page;
    },
    close: () => browser.close(),
  };
}

/** Closes the welcome page as soon as it opens, because it would cover other pages. */
function closeWelcome(browser: Browser): void {
  const close = async (target: Target) => {
    if (/-extension:\/\/[^/]+\/welcome\.html$/u.test(target.url())) await (await target.page())?.close();
  };
  const look = (target: Target) => void close(target).catch(() => {});
  for (const event of ['targetcreated', 'targetchanged'] as const) browser.on(event, look);
  for (const target of browser.targets()) look(target);
}

type Started = { browser: Browser; base: string };

async function launchChrome(options: LaunchOptions, extension: string | null): Promise<Started> {
  const root = process.getuid?.() === 0;
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser('chrome'),
    headless: options.headless ?? true,
    pipe: true,
    // No caller listens to requests. Following them costs time on each page.
    networkEnabled: false,
    enableExtensions: extension === null || [extension],
    ...(options.profile && { userDataDir: options.profile }),
    env: deviceEnvironment(options),
    defaultViewport: options.headless === false ? null : VIEWPORT,
    args: [
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.args ?? []),
      // Chromium's sandbox does not start for root, for example in a container.
      ...(root ? ['--no-sandbox'] : []),
      ...(options.site ? ['--ignore-certificate-errors', `--proxy-pac-url=${proxyScript(options)}`] : []),
    ],
  });
  if (options.downloads) {
    const client = await browser.target().createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: options.downloads });
  }
  if (extension === null || !hasBackground(extension)) return { browser, base: '' };
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return { browser, base: /^chrome-extension:\/\/[^/]+/u.exec(worker.url())?.[0] ?? '' };
}

/** Whether the extension has a worker, whose address contains the extension's id. */
function hasBackground(extension: string): boolean {
  return 'background' in JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
}

async function launchFirefox(options: LaunchOptions, extension: string | null): Promise<Started> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    networkEnabled: false,
    executablePath: ensureBrowser('firefox'),
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    ...(options.profile && { userDataDir: options.profile }),
    env: deviceEnvironment(options),
    defaultViewport: options.headless === false ? null : VIEWPORT,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
      // Keeps the storage of a temporary extension for the next run.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // The driver can't answer permission prompts.
      'extensions.webextOptionalPermissionPrompts': false,
      // Drawing the browser's own bars takes a fifth of a page's CPU time, and nobody sees them. By default, a background tab draws
      // only once a second, and tests would wait for that.
      ...(options.headless !== false && { 'layout.frame_rate': 10, 'layout.throttled_frame_rate': 10 }),
      // Firefox's own requests to its servers, which the replica would have to refuse.
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      ...(options.downloads && {
        'browser.download.folderList': 2,
        'browser.download.dir': options.downloads,
      }),
      ...(options.site && {
        'network.proxy.type': 2,
        'network.proxy.autoconfig_url': proxyScript(options),
      }),
      ...options.preferences,
    },
  });
  if (extension !== null) await browser.installExtension(extension);
  return { browser, base: `moz-extension://${FIREFOX_UUID}` };
}

/** The browser inherits the zone of its process. */
function deviceEnvironment({ deviceZone }: LaunchOptions): NodeJS.ProcessEnv {
  return deviceZone ? { ...process.env, TZ: deviceZone } : process.env;
}

/** A PAC script that sends Sched hosts to the replica, and everything if confined. */
function proxyScript({ site, confined }: LaunchOptions): string {
  const proxy = `"PROXY 127.0.0.1:${site?.proxyPort}"`;
  const direct = confined ? proxy : '"DIRECT"';
  const script = `function FindProxyForURL(url, host) { return /\\.sched\\.com$/.test(host) ? ${proxy} : ${direct}; }`;
  return `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`;
}
