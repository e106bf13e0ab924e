import { ExternalLink } from '../../../components/ExternalLink.tsx';
import { Sentence } from '../../../components/Sentence.tsx';
import { partName } from '../../../components/Switches.tsx';
import type { Guide, Link } from '../../../data/index.ts';
import { linkName } from '../../../lib/guide/names.ts';
import type { Part } from '../../../lib/own/settings.ts';
import { t } from '../../../lib/text.ts';
import { GuideChip, MentionChip } from './Chip.tsx';

/**
 * Explains the marks, the guide's events and the community.
 * @param hideable the parts that can be switched off on the site of the page
 */
export function About({ guide, hideable }: { guide: Guide; hideable: readonly Part[] }) {
  const { subject, events, context, source } = guide;
  return (
    <section class="surface about" aria-label={t('page.legend.label', { subject })}>
      <h2>{t('page.legend.marks')}</h2>
      <ul class="legend">
        <li>
          <GuideChip subject={subject} />
          {t('page.legend.guide')}
        </li>
        <li>
          <MentionChip />
          {t('page.legend.mention')}
        </li>
        <li>
          <MentionChip quiet />
          {t('page.legend.quiet')}
        </li>
      </ul>
      {hideable.length > 0 && (
        <p class="hide" data-setting>
          {t('page.hide')}{' '}
          {hideable.map((part) => (
            <button type="button" data-action="hide" data-part={part} data-setting>
              {partName(part, subject, guide.mentions?.quiet ?? [])}
            </button>
          ))}
        </p>
      )}
      <h2>{t('page.legend.events')}</h2>
      <ul>
        {events.map(({ name, sentence, links }) => (
          <Entry name={name} text={sentence} links={links} />
        ))}
      </ul>
      <h2>{t('page.legend.community')}</h2>
      <ul>
        {context.map(({ title, text, links }) => (
          <Entry name={title} text={text} links={links} />
        ))}
      </ul>
      <p class="source">
        <Sentence
          text={t('page.legend.unofficial', { subject, source: '{source}' })}
          parts={{ source: <ExternalLink href={source.url}>{source.title}</ExternalLink> }}
        />
      </p>
    </section>
  );
}

function Entry({ name, text, links }: { name: string; text: string; links: readonly Link[] }) {
  return (
    <li>
      <strong>{name}</strong> {text}
      {links.map((link) => (
        <>
          {' '}
          <ExternalLink href={link.url}>{linkName(link)}</ExternalLink>
        </>
      ))}
    </li>
  );
}
