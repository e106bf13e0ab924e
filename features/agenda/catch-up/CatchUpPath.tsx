import { useMemo } from 'preact/hooks';
import { ExternalLink } from '../../../components/ExternalLink.tsx';
import { Icon } from '../../../components/Icon.tsx';
import type { Guide, Session } from '../../../data/index.ts';
import { counted, language, t } from '../../../lib/text.ts';
import { formatList } from '../../../lib/time/format.ts';
import { buildPath, type Step } from './path.ts';

interface Props {
  guide: Guide;
  /** What was watched, by session id. */
  watched: ReadonlyMap<string, unknown>;
}

/** The learning path through all sessions. */
export function CatchUpPath({ guide, watched }: Props) {
  const { stages } = useMemo(() => buildPath(guide), [guide]);
  const steps = stages.flatMap((stage) => stage.steps);
  return (
    <details class="path">
      <summary>
        <h2>{counted('catchUp.path', steps.length)}</h2> <Icon shape="chevron" />
      </summary>
      <p class="hint">{t('catchUp.pathHint')}</p>
      {stages.map((stage) => (
        <section key={stage.level} aria-labelledby={`path-${stage.level}`}>
          <h3 id={`path-${stage.level}`}>{t(`find.level.${stage.level}`)}</h3>
          <ol class="stops" start={steps.indexOf(stage.steps[0] as Step) + 1}>
            {stage.steps.map((step) => (
              <PathStep
                key={step.session.id}
                step={step}
                number={steps.indexOf(step) + 1}
                seen={watched.has(step.session.id)}
              />
            ))}
          </ol>
        </section>
      ))}
    </details>
  );
}

function PathStep({ step, number, seen }: { step: Step; number: number; seen: boolean }) {
  const { session, after, leadsTo } = step;
  return (
    <li class={seen ? 'stop done' : 'stop'}>
      <span class="node" aria-hidden="true">
        {seen ? <Icon shape="check" /> : number.toLocaleString(language())}
      </span>
      <div class="what">
        <p class="title">
          {seen && <span class="unseen">{t('catchUp.pathSeen')} </span>}
          <ExternalLink href={session.url}>{session.title}</ExternalLink>
        </p>
        {after.length > 0 && <p class="after">{t('catchUp.after', { titles: joinTitles(after) })}</p>}
        {leadsTo.length > 0 && <p class="leads">{t('catchUp.leadsTo', { titles: joinTitles(leadsTo) })}</p>}
      </div>
    </li>
  );
}

function joinTitles(sessions: readonly Session[]): string {
  return formatList(sessions.map(({ title }) => t('catchUp.quoted', { title })));
}
