import { i18n } from '#i18n';
import { Contact } from '../../components/contact.tsx';
import { ask } from '../../utils/platform/ask.ts';
import type { PageItem } from '../../utils/platform/questions.ts';
import { toolsOf } from '../tab/tools-of.ts';
import { useImageSearch } from '../tab/use-image-search.ts';

/** The verdict on what was pasted, as the popup shows one. There is nobody to leave alone: nothing ties these words to a sender. */
export function CheckResult({ item: { facts, judgement } }: { item: PageItem }) {
  const { level } = judgement.verdict;
  return (
    <>
      {(level === 'none' || level === 'notice') && <p class="small soft">{i18n.t('check.silent')}</p>}
      <Contact
        folded={false} facts={facts} verdict={judgement.verdict} organisation={judgement.organisation}
        onRan={() => void ask('open', { page: 'first-aid', asked: judgement.verdict.asks })}
        onCopy={(text) => navigator.clipboard.writeText(text)}
        imageSearch={useImageSearch()} repositories={judgement.repositories} onInspect={(repository) => void ask('open', { page: 'inspect', repository })}
        tools={toolsOf({ facts, judgement })}
      />
    </>
  );
}
