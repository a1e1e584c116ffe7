import { i18n } from '#i18n';
import { Column } from '../../components/column.tsx';
import { Offices } from '../../components/offices.tsx';
import { StepList } from '../../components/step-list.tsx';
import { offices } from '../tab/offices.ts';
import { orderedCases, type Case } from './cases.ts';
import { OwnSecurity } from './own-security.tsx';
import { reportPlaces, revokePlaces } from './places.ts';

/** Steps of each case in en.yml. */
const lengths: Record<Case | 'first' | 'after', number> = {
  first: 3, command: 6, code: 6, install: 5, document: 4, remote: 5, wallet: 5, password: 5, identity: 5, money: 4, after: 5,
};

const stepsOf = (name: keyof typeof lengths) =>
  Array.from({ length: lengths[name] }, (_, index) => i18n.t(`aid.${name}${index + 1}` as 'aid.first1'));

function Places<T extends string>({ places }: { places: Readonly<Record<T, string>> }) {
  return (
    <ul>
      {Object.entries<string>(places).map(([name, address]) => (
        <li key={name}><a href={address} rel="noreferrer noopener" target="_blank">{i18n.t(`aid.${name}` as 'aid.revokeNpm')}</a></li>
      ))}
    </ul>
  );
}

/** For a person who is frightened and on a computer that may be watched: the order of steps, and nothing else. */
export function FirstAid({ address }: { address: string }) {
  const { ordered, asked } = orderedCases(address);
  return (
    <Column title={i18n.t('aid.title')} lead={i18n.t('aid.lead')}>
      <section class="panel">
        <h2>{i18n.t('aid.firstTitle')}</h2>
        <p class="small soft">{i18n.t('aid.firstHint')}</p>
        <StepList steps={stepsOf('first')} />
        <OwnSecurity />
      </section>
      <section class="panel">
        <h2>{i18n.t('aid.pickTitle')}</h2>
        <p class="small soft">{i18n.t(asked > 0 ? 'aid.pickAsked' : 'aid.pickHint')}</p>
        <div class="cases">
          {ordered.map((name, index) => (
            <details key={name} open={index === 0 && asked > 0}>
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
        <section class="links">
          <h3>{i18n.t('aid.linksRevoke')}</h3>
          <Places places={revokePlaces} />
        </section>
        <section class="links">
          <h3>{i18n.t('aid.linksReport')}</h3>
          <Places places={reportPlaces} />
          <Offices {...offices()} />
        </section>
      </div>
      <div class="actions"><button type="button" onClick={() => print()}>{i18n.t('aid.print')}</button></div>
    </Column>
  );
}
