/** The options page, in a tab: paints what is known at once, then what is stored, and follows it in every window. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { guide } from '../../data/index.ts';
import { firstState } from '../../features/agenda/first.ts';
import { look } from '../../features/agenda/look.ts';
import { openSurface } from '../../features/agenda/open.ts';
import { diagnose } from '../../features/options/diagnose.ts';
import { commandKeys, openShortcuts } from '../../features/options/keys.ts';
import { optionsStore } from '../../features/options/store.ts';
import { Options } from '../../features/options/views/Options.tsx';
import type { OptionsActions, OptionsState } from '../../features/options/views/OptionsState.ts';
import { copied } from '../../lib/files/hand-out.ts';
import { tellBy } from '../../lib/report/early.ts';
import { report } from '../../lib/report/report.ts';
import { tell } from '../../lib/report/tell.ts';
import { t } from '../../lib/text.ts';
import { deviceZone } from '../../lib/time/zones.ts';
import '../../components/tokens.css';
import '../../features/agenda/views/Agenda.css';
import '../../components/Switches.css';
import '../../features/options/views/Options.css';
import '../../features/options/views/OptionsLook.css';
import '../../features/options/views/OptionsParts.css';
import '../../features/options/options.css';

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
