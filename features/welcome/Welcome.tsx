import { Icon } from '../../components/Icon.tsx';
import { ListPicture } from '../../components/ListPicture.tsx';
import type { AgendaGuide } from '../../data/agenda.ts';
import { t } from '../../lib/text.ts';

interface Props {
  guide: Pick<AgendaGuide, 'subject' | 'name' | 'sites'>;
  /** The browser that the extension was built for: pinning a button differs. */
  build: 'chrome' | 'firefox';
  /** Whether the extension may run on all sites. */
  allowed: boolean;
  onAllow: () => void;
}

/** The page that opens after the installation: three first steps. */
export function Welcome({ guide, build, allowed, onAllow }: Props) {
  const { subject, name, sites } = guide;
  return (
    <div class="welcome">
      <header>
        <h1>
          <Icon shape="hexagon" /> {t('surface.title', { subject })}
        </h1>
        <p>{t('welcome.what', { subject, event: name })}</p>
      </header>
      <ListPicture of="all" />
      <ol>
        <li>
          <h2>{t('welcome.open')}</h2>
          <p>{t('welcome.openHint', { subject })}</p>
          <ul>
            {sites.map(({ host, name: site }) => (
              <li key={host}>
                <a href={`https://${host}/list/simple`} target="_blank" rel="noopener noreferrer">
                  {site}
                </a>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <h2>{t('welcome.allow')}</h2>
          {allowed ? (
            <p class="allowed" role="status" tabIndex={-1}>
              <Icon shape="check" /> {t('welcome.allowed')}
            </p>
          ) : (
            <>
              <p>{t('welcome.allowHint')}</p>
              <button type="button" class="allow" onClick={onAllow}>
                {t('notice.allow')}
              </button>
            </>
          )}
        </li>
        <li>
          <h2>{t('welcome.pin')}</h2>
          <p>{t(`welcome.pinHint.${build}`, { name: t('surface.title', { subject }) })}</p>
        </li>
      </ol>
      <footer>
        <p>{t('welcome.private')}</p>
        <p>{t('options.about.unofficial', { subject })}</p>
      </footer>
    </div>
  );
}
