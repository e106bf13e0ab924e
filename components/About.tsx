import type { Guide, Link } from '../data/index.ts';
import { Icon } from './Icon.tsx';
import { Out } from './SessionBody.tsx';

/** What the marks on a page mean, the events of the guide, and the community around it. */
export function About({ guide }: { guide: Guide }) {
  const { subject, events, context, source } = guide;
  return (
    <section class="surface about" aria-label={`About the ${subject} guide`}>
      <h2>The marks</h2>
      <ul class="legend">
        <li>
          <span class="chip">
            <Icon shape="hexagon" /> {subject}
          </span>
          In the guide: “About” opens a summary, the star saves it.
        </li>
        <li>
          <span class="chip weak">words</span>
          Not in the guide, but its title or description has these words.
        </li>
        <li>
          <span class="chip weak quiet">words</span>
          Near the subject.
        </li>
      </ul>
      <h2>The events</h2>
      <ul>
        {events.map(({ name, sentence, links }) => (
          <Entry name={name} text={sentence} links={links} />
        ))}
      </ul>
      <h2>The community</h2>
      <ul>
        {context.map(({ title, text, links }) => (
          <Entry name={title} text={text} links={links} />
        ))}
      </ul>
      <p class="source">
        Unofficial: not affiliated with Sched, the CNCF or {subject}. Made from{' '}
        <Out href={source.url}>{source.title}</Out>. Parts can be switched off in the toolbar’s popup.
      </p>
    </section>
  );
}

function Entry({ name, text, links }: { name: string; text: string; links: readonly Link[] }) {
  return (
    <li>
      <strong>{name}</strong> {text}
      {links.map(({ url, label, kind }) => (
        <>
          {' '}
          <Out href={url}>{label ?? kind}</Out>
        </>
      ))}
    </li>
  );
}
