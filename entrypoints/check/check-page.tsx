import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Column } from '../../components/column.tsx';
import { quoteText } from '../../components/quote-text.ts';
import { ask } from '../../utils/platform/ask.ts';
import { factsOfPaste, type Pasted } from '../../utils/mail/facts-of-paste.ts';
import { textLimit } from '../../utils/core/limits.ts';
import type { Facts } from '../../utils/core/facts.ts';
import type { PageItem } from '../../utils/platform/questions.ts';
import { CheckResult } from './check-result.tsx';
import { PasteForm } from './paste-form.tsx';
import { readFile } from './read-file.ts';

/** A message from anywhere, judged as if it had come by mail. It lives in this page's memory only. */
export function CheckPage() {
  const [pasted, setPasted] = useState<Pasted>({ text: '' });
  const [item, setItem] = useState<PageItem>();
  const [said, setSaid] = useState<string>();
  const result = useRef<HTMLElement>(null);

  /** Only the newest check may show its outcome; starting over counts as one. */
  const turnRef = useRef(0);

  const judge = async (read: Promise<Facts>) => {
    const mine = ++turnRef.current;
    setSaid(i18n.t('check.checking'));
    setItem(undefined);
    const [found, words] = await read.then(async (facts) => ({ key: 'pasted', facts, judgement: await ask('judge', facts) })).then(
      (judged) => [judged, i18n.t(isCut(judged.facts) ? 'check.doneLong' : 'check.done')] as const, (error: Error) => [undefined, error.message] as const,
    );
    if (mine !== turnRef.current) return;
    setItem(found);
    setSaid(words);
  };
  const check = (filled: Pasted) => {
    const tidy = trimmed(filled);
    if (!tidy.text && !tidy.link) return setSaid(i18n.t('check.empty'));
    if (tidy.link && !URL.canParse(tidy.link)) return setSaid(i18n.t('check.badLink', [quoteText(tidy.link)]));
    void judge(factsOfPaste(tidy));
  };
  const startOver = () => {
    turnRef.current += 1;
    setPasted({ text: '' });
    setItem(undefined);
    setSaid(undefined);
    document.querySelector<HTMLElement>('#text')?.focus();
  };

  useEffect(() => {
    const takeChosen = async () => {
      const { text = '', link } = await ask('waiting', {});
      if (!text && !link) return;
      setPasted({ text, link });
      check({ text, link });
    };
    // Without an answer there is the form.
    takeChosen().catch(() => undefined);
  }, []);
  // Who pressed the button hears the outcome and finds the keyboard at it.
  useEffect(() => { if (item) result.current?.focus(); }, [item]);

  return (
    <Column title={i18n.t('check.title')} lead={i18n.t('check.lead')}>
      <PasteForm
        pasted={pasted} onChange={setPasted} onCheck={() => check(pasted)} onFile={(file) => void judge(readFile(file))}
        onClear={item || Object.values(pasted).some(Boolean) ? startOver : undefined}
      />
      <p class="outcome" role="status">{said}</p>
      {item && (
        <section class="panel" ref={result} tabIndex={-1} aria-labelledby="result">
          <h2 id="result">{i18n.t('check.result')}</h2>
          <CheckResult item={item} />
        </section>
      )}
    </Column>
  );
}

/** Of more nobody reads on: facts-of-paste.ts cuts there. */
const isCut = ({ message }: Facts): boolean => (message?.text?.length ?? 0) >= textLimit;

const trimmed = ({ text, name, email, link }: Pasted): Pasted =>
  ({ text: text.trim(), name: name?.trim() || undefined, email: email?.trim() || undefined, link: link?.trim() || undefined });
