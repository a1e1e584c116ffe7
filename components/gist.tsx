import { asksAmong } from '../utils/core/asks-among.ts';
import type { Mark } from '../utils/core/rule.ts';
import type { Level } from '../utils/core/score.ts';
import type { Finding } from '../utils/core/verdict.ts';
import { i18n } from '#i18n';
import { joinSentences } from './join-sentences.ts';

/** A warning in the words that have to be enough: what is asked, why that stands out, and what to do. The same in the card and on our own pages. */
export function Gist({ finding, ...said }: { level: Level; finding: Finding; asks: readonly Mark[] }) {
  const next = i18n.t('warning.next');
  return (
    <>
      <GistLine {...said} />
      <p class="why">{finding.why}</p>
      <p class="advice"><b>{next}</b>{next.endsWith('：') ? '' : ' '}{finding.advice}</p>
    </>
  );
}

/** What is asked, and how grave it is. */
export function GistLine({ level, asks }: { level: Level; asks: readonly Mark[] }) {
  const [gravest] = asksAmong(asks);
  const asked = gravest && i18n.t(`warning.asks.${gravest.replaceAll('-', '_')}` as 'warning.asks.run_code');
  const signs = level === 'danger' || level === 'caution' ? i18n.t(`warning.signs.${level}`) : undefined;
  return asked || signs ? <p class="sentence"><b>{joinSentences([asked, signs])}</b></p> : null;
}
