import { ExternalLink } from '../../../components/ExternalLink.tsx';
import { Sentence } from '../../../components/Sentence.tsx';
import type { Guide } from '../../../data/index.ts';
import { language, t } from '../../../lib/text.ts';
import { dateName } from '../../../lib/time/format.ts';
import type { CommandKeys } from '../keys.ts';
import { OptionsDiagnostics } from './OptionsDiagnostics.tsx';
import { OptionsKeys } from './OptionsKeys.tsx';
import { Section } from './OptionsSection.tsx';
import type { OptionsActions } from './OptionsState.ts';

/** The installed extension. */
export interface Installed {
  version: string;
  /** The name of the browser that it was built for. */
  build: string;
  keys: CommandKeys;
  /** Whether sync reaches other devices. */
  syncs: boolean;
}

interface Props {
  guide: Guide;
  installed: Installed;
  act: Pick<OptionsActions, 'shortcuts' | 'diagnose'>;
}

/** Version, guide and its source, diagnostics, and keyboard shortcuts. */
export function OptionsAbout({ guide, installed, act }: Props) {
  const { name, subject, sessions, source } = guide;
  const { version, build, keys } = installed;
  const facts: [string, preact.ComponentChildren][] = [
    [t('options.about.version'), t('options.about.versionFor', { version, build })],
    [t('options.about.guide'), name],
    [t('options.about.sessions'), sessions.length.toLocaleString(language())],
    [t('options.about.asOf'), dateName(newestFactDate(guide))],
    [
      t('options.about.source'),
      <Sentence
        key="source"
        text={t('options.about.sourceBy', {
          source: '{source}',
          author: source.author,
          organisation: source.organisation,
          day: dateName(source.published),
        })}
        parts={{ source: <ExternalLink href={source.url}>{source.title}</ExternalLink> }}
      />,
    ],
    [t('options.about.licence'), t('options.about.apache')],
  ];
  return (
    <Section id="about" title={t('options.about.title')}>
      <dl class="facts">
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('options.about.unofficial', { subject })}</p>
      <OptionsDiagnostics onCopy={act.diagnose} />
      <OptionsKeys keys={keys} onChange={act.shortcuts} />
    </Section>
  );
}

/** The newest day, `YYYY-MM-DD`, on which something in the guide was checked. */
export function newestFactDate({ sessions, events, context, source }: Guide): string {
  const dated = [
    ...sessions.flatMap(({ links, changes }) => [...links, ...changes]),
    ...events.flatMap(({ links }) => links),
    ...context.flatMap(({ links }) => links),
  ];
  // Dates in this form sort as texts.
  return [source.published, ...dated.map(({ asOf }) => asOf)].sort().at(-1) ?? source.published;
}
