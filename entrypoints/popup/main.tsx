/** The toolbar's popup: paints the agenda from bundled data, then applies what is stored. */
import { render } from 'preact';
import { Agenda } from '../../components/Agenda.tsx';
import { dismissTerms } from '../../components/terms.ts';
import { agendaGuide as guide } from '../../data/agenda.ts';
import { loadSeen } from '../../lib/storage.ts';
import { type PopupState, popupStore } from './store.ts';
import '../../components/tokens.css';
import '../../components/SessionBody.css';
import '../../components/Agenda.css';
import '../../components/Switches.css';
import './popup.css';

const root = document.querySelector('#agenda');
if (!root) throw new Error('popup/index.html has no #agenda');

/** The longer texts: a chunk of their own, so that the list is painted before they are read. */
const detail = async (id: string) => {
  const [{ guide: full }, { detailOf }] = await Promise.all([
    import('../../data/index.ts'),
    import('../../lib/detail.ts'),
  ]);
  return detailOf(full, id, (await loadSeen()).get(id));
};

const now = Date.now();
const draw = (state: PopupState) =>
  render(
    <Agenda
      guide={guide}
      now={now}
      {...state}
      onTurn={(which, on) => void store.turn(which, on)}
      onDismiss={store.dismiss}
      onPick={(id) => void store.toggle(id)}
      detail={detail}
    />,
    root,
  );
const store = popupStore(guide, draw);

draw(store.state());
dismissTerms(document.body, new AbortController().signal);
void store.load();
