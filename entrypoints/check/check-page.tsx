import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ask } from '../../utils/platform/ask.ts';
import { factsOfPaste, type Pasted } from '../../utils/mail/facts-of-paste.ts';
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

  const judge = async (read: Promise<Facts>) => {
    setSaid(i18n.t('check.checking'));
    setItem(undefined);
    try {
      const facts = await read;
      setItem({ key: 'pasted', facts, judgement: await ask('judge', facts) });
      setSaid(i18n.t('check.done'));
    } catch (error) {
      setSaid((error as Error).message);
    }
  };
  const check = (filled: Pasted) => {
    if (!filled.text.trim() && !filled.link) return setSaid(i18n.t('check.empty'));
    if (filled.link && !URL.canParse(filled.link)) return setSaid(i18n.t('check.badLink', [filled.link]));
    void judge(factsOfPaste(filled));
  };
  const startOver = () => {
    setPasted({ text: '' });
    setItem(undefined);
    setSaid(undefined);
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
    <div class="column">
      <header>
        <p class="wordmark soft">{i18n.t('extName')}</p>
        <h1>{i18n.t('check.title')}</h1>
        <p class="soft">{i18n.t('check.lead')}</p>
      </header>
      <main>
        <PasteForm
          pasted={pasted} onChange={setPasted} onCheck={() => check(pasted)} onFile={(file) => void judge(readFile(file))}
          onClear={item || pasted.text ? startOver : undefined}
        />
        <p class="outcome" role="status">{said}</p>
        {item && (
          <section class="panel" ref={result} tabIndex={-1} aria-labelledby="result">
            <h2 id="result">{i18n.t('check.result')}</h2>
            <CheckResult item={item} />
          </section>
        )}
      </main>
    </div>
  );
}
