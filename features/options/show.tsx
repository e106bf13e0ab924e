/** Shows the options page, first from the copy for the first paint, then from the storage. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { guide } from '../../data/index.ts';
import { copyText } from '../../lib/files/export.ts';
import { readFirstCopy } from '../../lib/own/first-copy.ts';
import type { Choices } from '../../lib/own/settings.ts';
import { syncsWithAccount } from '../../lib/platform/capabilities.ts';
import { report } from '../../lib/report/report.ts';
import { t } from '../../lib/text.ts';
import { deviceZone } from '../../lib/time/zones.ts';
import { diagnose } from './diagnose.ts';
import { followFocus } from './focus.ts';
import { type CommandKeys, commandKeys, openShortcuts } from './keys.ts';
import { optionsStore } from './store.ts';
import { Options } from './views/Options.tsx';
import type { OptionsActions, OptionsState } from './views/OptionsState.ts';
import '../../components/tokens.css';
import '../../components/Controls.css';
import '../../components/ListPicture.css';
import '../../components/Switches.css';
import './views/Options.css';
import './views/OptionsLook.css';
import './views/OptionsParts.css';
import './views/OptionsSwitches.css';
import './options.css';

/** What the options page uses of the agenda. */
interface Agenda {
  /** Shows the theme and the accent. */
  look(choices: Choices): void;
  open(): Promise<void>;
}

/** Shows the page in an element. */
export function showOptions(root: HTMLElement, agenda: Agenda): void {
  const mine = deviceZone();
  const { own, settings } = readFirstCopy();
  let state: OptionsState = { own, settings, stored: [] };
  let keys: CommandKeys = {};
  const failed = (error: unknown) => report(error, 'options');

  const draw = () => {
    const { version } = browser.runtime.getManifest();
    const build = import.meta.env.FIREFOX ? 'Firefox' : 'Chrome';
    render(
      <Options
        guide={guide}
        state={state}
        act={act}
        mine={mine}
        installed={{ version, build, keys, syncs: syncsWithAccount() }}
      />,
      root,
    );
  };
  const update = (change: Partial<OptionsState>) => {
    state = { ...state, ...change };
    if (change.settings) agenda.look(state.settings);
    draw();
  };
  const { signal } = new AbortController();
  const store = optionsStore(guide, mine, { now: () => state, update }, signal);
  const loaded = store.load();
  /** Waits for the storage, so that no press is lost. */
  const whenLoaded = (run: () => Promise<void>) => void loaded.then(run).catch(failed);

  const act: OptionsActions = {
    prefer: (name, value) => whenLoaded(() => store.prefer(name, value)),
    turn: (which, on) => whenLoaded(() => store.turn(which, on)),
    exportFile: store.exportFile,
    importFile: (file) => loaded.then(() => store.importFile(file)),
    resetChoices: () => whenLoaded(store.resetChoices),
    resetAll: () => whenLoaded(store.resetAll),
    shortcuts: () => void openShortcuts().catch(() => update({ notice: t('options.about.changeRefused') })),
    async diagnose() {
      await loaded;
      return copyText(await diagnose(guide, state, Date.now()));
    },
    openAgenda: () => void agenda.open().catch(failed),
    dismiss: () => update({ notice: undefined }),
    showDone: (done) => update({ done }),
  };

  const loadKeys = () =>
    commandKeys().then((now) => {
      keys = now;
      draw();
    }, failed);

  agenda.look(state.settings);
  followFocus(root, signal);
  draw();
  loadKeys();
  // The reader changes shortcuts on the browser's page, for which there is no event.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && loadKeys());
}
