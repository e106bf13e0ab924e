/** The toolbar's popup: paints the agenda from bundled data, then applies what is stored. */
import { render } from 'preact';
import { Agenda } from '../../components/Agenda.tsx';
import { agendaGuide as guide } from '../../data/agenda.ts';
import { detailOf } from '../../lib/agenda.ts';
import { agendaPicks, type PicksState } from './picks.ts';
import '../../components/tokens.css';
import '../../components/SessionBody.css';
import '../../components/Agenda.css';
import './popup.css';

const root = document.querySelector('#agenda');
if (!root) throw new Error('popup/index.html has no #agenda');

/** The longer texts: a chunk of their own, so that the list is painted before they are read. */
const detail = async (id: string) => detailOf((await import('../../data/index.ts')).guide, id);

const now = Date.now();
const draw = ({ picked, notice }: PicksState) =>
  render(
    <Agenda
      guide={guide}
      now={now}
      picked={picked}
      notice={notice}
      onDismiss={picks.dismiss}
      onPick={(id) => void picks.toggle(id)}
      detail={detail}
    />,
    root,
  );
const picks = agendaPicks(guide.id, draw);

draw({ picked: new Set() });
void picks.load();
