import { i18n } from '#i18n';
import { StepList } from '../../components/step-list.tsx';
import { reportPlaces, revokePlaces } from './places.ts';

const cases = ['code', 'install', 'wallet', 'identity', 'money'] as const;
type Case = (typeof cases)[number];
/** Steps of each case in en.yml. */
const lengths: Record<Case | 'first' | 'after', number> = { first: 3, code: 6, install: 5, wallet: 5, identity: 5, money: 4, after: 5 };

const stepsOf = (name: keyof typeof lengths) =>
  Array.from({ length: lengths[name] }, (_, index) => i18n.t(`aid.${name}${index + 1}` as 'aid.first1'));

function Places<T extends string>({ title, places }: { title: string; places: Readonly<Record<T, string>> }) {
  return (
    <section class="links">
      <h3>{title}</h3>
      <ul>
        {Object.entries<string>(places).map(([name, address]) => (
          <li key={name}><a href={address} rel="noreferrer noopener" target="_blank">{i18n.t(`aid.${name}` as 'aid.revokeNpm')}</a></li>
        ))}
      </ul>
    </section>
  );
}

/** For a person who is frightened and on a computer that may be watched: the order of steps, and nothing else. */
export function FirstAid() {
  return (
    <div class="column">
      <header>
        <p class="wordmark soft">{i18n.t('extName')}</p>
        <h1>{i18n.t('aid.title')}</h1>
        <p class="soft">{i18n.t('aid.lead')}</p>
      </header>
      <main>
        <section class="panel">
          <h2>{i18n.t('aid.firstTitle')}</h2>
          <StepList steps={stepsOf('first')} />
        </section>
        <section class="panel">
          <h2>{i18n.t('aid.pickTitle')}</h2>
          <p class="small soft">{i18n.t('aid.pickHint')}</p>
          <div class="cases">
            {cases.map((name) => (
              <details key={name}>
                <summary>{i18n.t(`aid.${name}`)}</summary>
                <StepList steps={stepsOf(name)} />
              </details>
            ))}
          </div>
        </section>
        <section class="panel">
          <h2>{i18n.t('aid.afterTitle')}</h2>
          <StepList steps={stepsOf('after')} />
        </section>
        <div class="pair">
          <Places title={i18n.t('aid.linksRevoke')} places={revokePlaces} />
          <Places title={i18n.t('aid.linksReport')} places={reportPlaces} />
        </div>
        <p class="soft small">{i18n.t('aid.reportPolice')}</p>
        <div class="actions"><button type="button" onClick={() => print()}>{i18n.t('aid.print')}</button></div>
      </main>
    </div>
  );
}
