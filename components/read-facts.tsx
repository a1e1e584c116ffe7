import type { Facts } from '../utils/core/facts.ts';
import { i18n } from '#i18n';
import { factLabel } from './fact-label.ts';
import { quoteText } from './quote-text.ts';

type Row = readonly [fact: string, value: string];
/** Of a long list the first are shown; the page has them all. */
const listed = 12;

/** Facts as rows without what was not seen. A link is told by its address, a file by its name, a thread and its people by their number. */
export function rowsOf(facts: Facts): Row[] {
  const { surface: _, seenAt: __, known: ___, links, files, ...groups } = facts;
  return [
    ...Object.entries(groups).flatMap(([group, fields]) => rowsIn(fields ?? {}, group)),
    ...(links ?? []).slice(0, listed).map(({ url }): Row => ['links.url', url]),
    ...(files ?? []).slice(0, listed).map(({ name }): Row => ['files.name', name]),
  ];
}

function rowsIn(fields: object, group: string): Row[] {
  return Object.entries(fields).flatMap(([field, value]: [string, unknown]): Row[] => {
    const fact = `${group}.${field}`;
    if (value === null || value === undefined || value === '') return [];
    if (field === 'thread' || field === 'people') return [[fact, String((value as unknown[]).length)]];
    if (Array.isArray(value)) return [[fact, value.join(' – ')]];
    return typeof value === 'object' ? rowsIn(value, fact) : [[fact, valueWords(fact, value)]];
  });
}

/** Kinds that surfaces report, and yes and no; everything else is the page's own word. */
function valueWords(fact: string, value: unknown): string {
  const isCode = typeof value === 'boolean' || fact === 'message.kind' || fact === 'profile.photo.kind';
  return isCode ? i18n.t(`values.${String(value)}` as 'values.true') : String(value);
}

/** Everything that was read, so that a person can see what this extension sees. */
export function ReadFacts({ facts }: { facts: Facts }) {
  return (
    <details class="fold">
      <summary>{i18n.t('popup.read')}</summary>
      <p class="small soft">{i18n.t('popup.readHint')}</p>
      <dl class="rows">
        {rowsOf(facts).map(([fact, value], index) => (
          <div key={index}><dt>{factLabel(fact)}</dt><dd><bdi>{quoteText(value)}</bdi></dd></div>
        ))}
      </dl>
    </details>
  );
}
