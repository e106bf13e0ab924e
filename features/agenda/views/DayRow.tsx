import { Icon } from '../../../components/Icon.tsx';
import { t } from '../../../lib/text.ts';
import { durationText } from '../../../lib/time/duration.ts';
import { timeRange } from '../../../lib/time/format.ts';
import type { Listed } from '../list/listed.ts';
import { type Gap, groupOverlapping, type Row } from '../list/rows.ts';
import { AgendaRow, type RowProps } from './AgendaRow.tsx';

interface Props extends RowProps {
  row: Row<Listed>;
}

/** A session, or several at the same time to choose from, after the gap before it. */
export function DayRow({ row, ...props }: Props) {
  const items = row.sessions.map((listed) => <AgendaRow key={listed.id} listed={listed} {...props} />);
  return (
    <>
      {row.gap && <Between gap={row.gap} guide={props.guide} />}
      {items.length === 1 ? items : <AtOnce row={row} zone={props.zone} items={items} />}
    </>
  );
}

function AtOnce({ row, zone, items }: { row: Props['row']; zone: string; items: preact.ComponentChild[] }) {
  const chosen = row.sessions.filter(({ picked }) => picked);
  const picked = chosen.length;
  // Two that overlap a third need not overlap each other.
  const clashes = groupOverlapping(chosen).length < picked;
  const time = timeRange(row.start, row.end, zone);
  const count = items.length;
  return (
    <li class={clashes ? 'cluster clash' : 'cluster'}>
      <p class="choose">
        <Icon shape="overlap" />{' '}
        {picked > 0
          ? t(clashes ? 'agenda.clash' : 'agenda.chosen', { picked, count, time })
          : t('agenda.choose', { count, time })}
      </p>
      <ul>{items}</ul>
    </li>
  );
}

/** The gap between two rows: its length, and the event, site or room to go to. */
function Between({ gap: { minutes, otherEvent, otherSite, room }, guide }: { gap: Gap } & Pick<RowProps, 'guide'>) {
  const named = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? id;
  const parts = [
    minutes > 0 ? t('agenda.gap', { time: durationText(minutes * 60_000) }) : t('agenda.gapNone'),
    otherEvent && t('agenda.gapEvent', { event: named(guide.events, otherEvent) }),
    otherSite && t('agenda.gapSite', { site: named(guide.sites, otherSite) }),
    room && t('agenda.gapRoom', { room }),
  ].filter(Boolean);
  // Nothing to say about sessions of one event that touch.
  return minutes === 0 && parts.length === 1 ? null : <li class="gap">{parts.join(' · ')}</li>;
}
