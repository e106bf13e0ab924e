import { language, t } from '../../../lib/text.ts';
import { Section } from './OptionsSection.tsx';
import type { Kind, Stored } from './OptionsState.ts';

/** What every key of a kind begins with, where that is in this extension's own storage. */
const PREFIXES: Partial<Record<Kind, string>> = {
  pick: 'pick:',
  watched: 'watched:',
  note: 'note:',
  seen: 'seen:',
  switches: 'off:',
  choices: 'pref:',
  aside: 'aside:',
  sync: 'sync:',
};

/** Everything that is stored, counted from the storage itself, and why. */
export function OptionsStored({ stored }: { stored: readonly Stored[] }) {
  const sum = (of: 'count' | 'bytes') => stored.reduce((total, one) => total + one[of], 0);
  return (
    <Section id="stored" title={t('options.stored.title')}>
      <p class="hint">{t('options.stored.hint')}</p>
      <table class="stored" aria-labelledby="stored-title">
        <thead>
          <tr>
            <th scope="col">{t('options.stored.kind')}</th>
            <th scope="col">{t('options.stored.count')}</th>
            <th scope="col">{t('options.stored.size')}</th>
            <th scope="col">{t('options.stored.why')}</th>
          </tr>
        </thead>
        <tbody>
          {stored.map(({ kind, count, bytes }) => (
            <tr key={kind}>
              <th scope="row">
                {t(`options.stored.${kind}`)} <code>{describeArea(kind)}</code>
              </th>
              <td class="number">{count.toLocaleString(language())}</td>
              <td class="number">{sizeName(bytes)}</td>
              <td>{t(`options.stored.${kind}Why`)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('options.stored.sum')}</th>
            <td class="number">{sum('count').toLocaleString(language())}</td>
            <td class="number">{sizeName(sum('bytes'))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

function describeArea(kind: Kind): string {
  const prefix = PREFIXES[kind];
  if (prefix) return prefix;
  if (kind === 'first') return t('options.stored.firstKey');
  if (kind === 'tabs' || kind === 'failures') return t('options.stored.tabsKey');
  return kind === 'account' ? t('options.stored.accountKey') : t('options.stored.restKey');
}

/** A number of bytes in words, such as “512 bytes” or “12.3 kB”. */
export function sizeName(bytes: number): string {
  const [value, unit] = bytes < 1000 ? [bytes, 'byte'] : [bytes / 1000, 'kilobyte'];
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const format = new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
  return format.format(value);
}
