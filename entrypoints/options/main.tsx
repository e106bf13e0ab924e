/** The options page, in a tab: paints what is known at once, then what is stored, and follows it in every window. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Options } from '../../components/options/Options.tsx';
import type { OptionsActions, OptionsState } from '../../components/options/OptionsState.ts';
import { guide } from '../../data/index.ts';
import { report } from '../../lib/report.ts';
import { t } from '../../lib/text.ts';
import { deviceZone } from '../../lib/zones.ts';
import { tellBy } from '../failures/early.ts';
import { tell } from '../failures/tell.ts';
import { firstState } from '../surface/first.ts';
import { copied } from '../surface/hand-out.ts';
import { look } from '../surface/look.ts';
import { openSurface } from '../surface/open.ts';
import { diagnose } from './diagnose.ts';
import { commandKeys, openShortcuts } from './keys.ts';
import { optionsStore } from './store.ts';
import '../../components/tokens.css';
import '../../components/agenda/Agenda.css';
import '../../components/Switches.css';
import '../../components/options/Options.css';
import '../../components/options/OptionsLook.css';
import '../../components/options/OptionsParts.css';
import './options.css';

const root = document.querySelector('#options');
if (!root) throw new Error('the document of the options page has no #options');
tellBy(tell);
const { signal } = new AbortController();
const mine = deviceZone();
const { own, settings, preferences } = firstState('page', '', Date.now());
let state: OptionsState = { own, settings, preferences, stored: [] };
let keys: Record<string, string> = {};

const draw = () => {
  const { version } = browser.runtime.getManifest();
  const build = import.meta.env.FIREFOX ? 'Firefox' : 'Chrome';
  render(<Options guide={guide} state={state} act={act} mine={mine} installed={{ version, build, keys }} />, root);
};
const update = (change: Partial<OptionsState>) => {
  state = { ...state, ...change };
  if (change.preferences) look(state.preferences);
  draw();
};
const store = optionsStore(guide, mine, { now: () => state, update }, signal);
const said = (error: unknown) => report(error, 'options');
const loaded = store.load();
/** What needs the storage waits for it; a press is never lost. */
const stored = (run: () => Promise<void>) => void loaded.then(run).catch(said);

const act: OptionsActions = {
  prefer: (name, value) => stored(() => store.prefer(name, value)),
  turn: (which, on) => stored(() => store.turn(which, on)),
  exportFile: store.exportFile,
  importFile: (file) => loaded.then(() => store.importFile(file)),
  resetChoices: () => stored(store.resetChoices),
  resetAll: () => stored(store.resetAll),
  shortcuts: () => void openShortcuts().catch(() => update({ notice: t('options.about.changeRefused') })),
  async diagnose() {
    await loaded;
    const text = await diagnose(guide, state, Date.now());
    return { text, copied: (await copied(text)) === undefined };
  },
  openAgenda: () => void openSurface('page', 'page', '').catch(said),
  dismiss: () => update({ notice: undefined }),
  said: (done) => update({ done }),
};

/** They are changed in the browser's own page, which tells nobody. */
async function readKeys(): Promise<void> {
  keys = await commandKeys();
  draw();
}

look(state.preferences);
draw();
readKeys().catch(said);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') readKeys().catch(said);
});
