import { Icon } from '../../../components/Icon.tsx';
import { counted, language, t } from '../../../lib/text.ts';
import { Section } from './OptionsSection.tsx';
import type { Kind, Stored } from './OptionsState.ts';

/** All stored data by kind, with count, size, place and purpose, folded under a summary. */
export function OptionsStored({ stored }: { stored: readonly Stored[] }) {
  const sum = (of: 'count' | 'bytes') => stored.reduce((total, one) => total + one[of], 0);
  return (
    <Section id="stored" title={t('options.stored.title')}>
      <p class="hint">{t('options.stored.hint')}</p>
      <details class="fold">
        <summary>
          {counted('options.stored.sum', sum('count'), { size: sizeName(sum('bytes')) })} <Icon shape="chevron" />
        </summary>
        <table class="stored" aria-labelledby="stored-title">
          <thead>
            <tr>
              <th scope="col">{t('options.stored.kind')}</th>
              <th scope="col">{t('options.stored.count')}</th>
              <th scope="col">{t('options.stored.size')}</th>
              <th scope="col">{t('options.stored.where')}</th>
              <th scope="col">{t('options.stored.why')}</th>
            </tr>
          </thead>
          <tbody>
            {stored.map(({ kind, count, bytes }) => (
              <tr key={kind}>
                <th scope="row">{t(`options.stored.${kind}`)}</th>
                <td class="number">{count.toLocaleString(language())}</td>
                <td class="number">{sizeName(bytes)}</td>
                <td>{placeText(kind)}</td>
                <td>{t(`options.stored.${kind}Why`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}

function placeText(kind: Kind): string {
  if (kind === 'account') return t('options.stored.inAccount');
  return t(kind === 'tabs' || kind === 'failures' ? 'options.stored.inSession' : 'options.stored.inBrowser');
}

/** A number of bytes as text, such as “512 bytes” or “12.3 kB”. */
export function sizeName(bytes: number): string {
  const [value, unit] = bytes < 1000 ? [bytes, 'byte'] : [bytes / 1000, 'kilobyte'];
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const format = new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
  return format.format(value);
}
