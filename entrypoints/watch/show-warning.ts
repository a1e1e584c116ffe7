import { browser } from 'wxt/browser';
import type { MountedWarning } from '../../components/mount-warning.ts';
import type { DismissalScope } from '../../components/dismissal.tsx';
import { ask } from '../../utils/platform/ask.ts';
import { boxInView, scrollerBox } from '../../utils/surfaces/dom.ts';
import type { Item, Judging } from './judge-readings.ts';
import { loadCard } from './load-card.ts';
import { threadOf, toldThreads } from './told-threads.ts';
import { anchorOf, worstItem, type Judged } from './worst-item.ts';

/** How long "Noted" with its undo stays, in ms: time to read it and to reach the button by keyboard. */
const notedFor = 12_000;

export interface Shown {
  /** Shows the worst there is to show, or nothing. */
  draw(): void;
  hide(): void;
  stepAside(time: number): void;
}

/** Decides which of the judged items the one card in the page is about; none where no card may stand. */
export function showWarning(document: Document, judging: Judging, mayStand: () => boolean, onFault: () => void): Shown {
  let mounted: MountedWarning | undefined;
  let loading: Promise<void> | undefined;
  const told = toldThreads();
  /** What the person said of an item, before its judgement knows; without a scope they took it back. */
  let noted: { readonly item: Judged; readonly scope?: DismissalScope } | undefined;
  let fault: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const note = (said: typeof noted) => {
    noted = said;
    clearTimeout(timer);
    if (noted) timer = setTimeout(() => { noted = undefined; shown.draw(); }, notedFor);
  };
  const fail = (error: Error) => {
    onFault();
    fault = error.message;
    noted = undefined;
    shown.draw();
  };
  const dismiss = (item: Judged, scope: DismissalScope, undo: boolean) => {
    fault = undefined;
    // Taken back, the card stays as it is: gone until it is judged anew, it would lose the keyboard.
    note(undo ? { item } : { item, scope });
    if (undo) told.reopen(item);
    else told.close(item);
    shown.draw();
    ask('dismiss', { facts: item.reading.facts, scope, undo }).then(() => judging.again()).catch((error: Error) => {
      // What was not kept is not done: the card says why.
      told.reopen(item);
      fail(error);
    });
  };
  const load = async () => {
    const mount = await loadCard();
    // Firefox draws the address anew for each installation.
    mounted = mount(document, browser.runtime.getURL('/' as never).slice(-13, -1));
    shown.draw();
  };
  const candidate = (): Judged | undefined => {
    const present = judging.items();
    if (noted && present.some(({ key }: Item) => key === noted?.item.key)) return noted.item;
    return worstItem(present.filter((item) => !item.judgement || (!item.judgement.isQuiet && told.mannerOf(item as Judged) !== 'quiet')));
  };

  const shown: Shown = {
    draw() {
      const item = candidate();
      const level = item?.judgement.verdict.level;
      if (!mayStand() || !item || (level !== 'caution' && level !== 'danger')) return mounted?.hide();
      // After a failure the next change of the page tries again.
      if (!mounted) return void (loading ??= load().catch(onFault).finally(() => { loading = undefined; }));
      const { findings, asks } = item.judgement.verdict;
      const [repository] = item.judgement.repositories ?? [];
      const anchor = anchorOf(item.reading, findings, (element) => boxInView(element) !== undefined);
      mounted.show({
        key: threadOf(item), isFolded: told.mannerOf(item) === 'folded', level, findings, asks, fault, domain: item.judgement.domain,
        organisation: item.judgement.organisation,
        dismissed: noted?.item === item ? noted.scope : undefined,
        anchor: () => boxInView(anchor), around: () => boxInView(item.reading.element), within: () => scrollerBox(anchor),
        onDismiss: (scope, undo) => dismiss(item, scope, undo),
        onRan: () => { ask('open', { page: 'first-aid', asked: asks }).catch(fail); },
        ...(repository !== undefined && { onInspect: () => { ask('open', { page: 'inspect', repository }).catch(fail); } }),
        onClose: () => {
          note(undefined);
          told.close(item);
          shown.draw();
        },
      });
    },
    hide: () => mounted?.hide(),
    stepAside: (time) => mounted?.stepAside(time),
  };
  return shown;
}
