import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

/**
 * `title` comes quoted where a page wrote it; a date of ours may hold marks of direction, which are not to be shown.
 * `named` is what its button does, said in full: in a list of buttons all are called the same.
 */
export interface Row { readonly key: string; readonly title: string; readonly detail?: string; readonly named: string }
interface Props {
  readonly rows: readonly Row[];
  /** What the button of each row shows. */
  readonly action: ComponentChildren;
  readonly onAct: (key: string) => void;
  /** Said where there is no row. */
  readonly none: string;
}

/** Rows that are drawn before somebody asks for all: a few screens of a telephone. */
const inTheOpen = 20;

/** What is kept, one a row, each with what takes it away. The keyboard goes on to the row that moved up, or to the sentence that none is left. */
export function RowList({ rows, action, onAct, none }: Props) {
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  /** Where the keyboard goes once the rows changed. */
  const [next, setNext] = useState<number>();
  useEffect(() => {
    if (next === undefined) return;
    const buttons = list.current!.querySelectorAll<HTMLElement>('li button');
    (buttons[Math.min(next, buttons.length - 1)] ?? list.current!.querySelector('p'))?.focus();
    setNext(undefined);
    // The place was said in the press; it counts when the rows have changed for it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [rows.length, isWhole]);
  const more = isWhole ? 0 : Math.max(0, rows.length - inTheOpen);
  const showAll = () => {
    setNext(inTheOpen);
    setWhole(true);
  };
  const take = (key: string, place: number) => {
    setNext(place);
    onAct(key);
  };
  return (
    <div class="body" ref={list}>
      {rows.length === 0 ? <p tabIndex={-1}>{none}</p> : (
        <ul class="list">
          {rows.slice(0, rows.length - more).map(({ key, title, detail, named }, place) => (
            <li key={key}>
              <div class="what"><b><bdi>{title}</bdi></b>{detail && <span class="small soft">{detail}</span>}</div>
              <button type="button" class="plain" aria-label={named} onClick={() => take(key, place)}>{action}</button>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <div class="actions"><button type="button" onClick={showAll}>{i18n.t('finding.more', more)}</button></div>}
    </div>
  );
}
