import * as tabs from '@zag-js/tabs';
import { normalizeProps, useMachine } from '@zag-js/preact';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface Tab { readonly id: string; readonly title: string; readonly content: ComponentChildren }
interface Props<Id extends string> {
  /** What the tabs are of, for those who do not see them. */
  readonly label: string;
  readonly tabs: readonly (Tab & { readonly id: Id })[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** One of several parts of a page. Arrow keys, Home and End move between them; only the shown part is drawn. Not for content scripts: the library is 30 kB. */
export function Tabs<Id extends string>({ label, tabs: parts, value, onChange }: Props<Id>) {
  const id = useId();
  const dir = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
  const machine = useMachine(tabs.machine, { id, dir, value, onValueChange: (to: { value: string }) => onChange(to.value as Id) });
  const api = tabs.connect(machine, normalizeProps);
  return (
    <div {...api.getRootProps()}>
      <div {...api.getListProps()} aria-label={label}>
        {parts.map((part) => <button key={part.id} {...api.getTriggerProps({ value: part.id })}>{part.title}</button>)}
      </div>
      {parts.map((part) => <div key={part.id} {...api.getContentProps({ value: part.id })}>{part.id === value && part.content}</div>)}
    </div>
  );
}
