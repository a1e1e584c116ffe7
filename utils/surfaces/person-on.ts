import { attribute, findAll, isShown, precedes } from './dom.ts';
import { mailAddressIn, mailAddressOn, nameIn } from './mail-address-on.ts';
import { oneLine, shownLine } from './shown-line.ts';
import type { IsOurs, Person } from './webmail.ts';

/** `From: `, `De : `, `发件人：`: what stands before a name in a label for screen readers. */
const label = /^[^:：<>@]{1,25}[:：]\s*/;
/** A line that is a name with an address in brackets and nothing else. */
const person = /^[^<＜]{1,200}[<＜]\s*[^\s@<>＜＞]+@[^\s@<>＜＞]+\.[^\s@<>＜＞]+\s*[>＞]$/;
/** Elements looked through for one: a header has some dozens. */
const most = 400;

/** Person an element shows or names in its label; undefined when it does neither. */
export function personOn(element: Element | undefined): Person | undefined {
  if (!element) return undefined;
  const labelled = oneLine(attribute(element, 'aria-label')) ?? '';
  const before = label.exec(labelled)?.[0] ?? '';
  const shown = shownLine(element) ?? labelled;
  const email = mailAddressOn(element);
  const name = nameIn(before && shown.startsWith(before.trim()) ? shown.slice(before.trim().length) : shown, email);
  return name ?? email ? { name, email } : undefined;
}

/** First person before the body, by the shape of the line alone: headers begin with who wrote. */
export function personBefore(body: Element | undefined, message: Element, isOurs: IsOurs): Person | undefined {
  if (!body) return undefined;
  for (const element of findAll(message, '*').slice(0, most)) {
    if (!precedes(element, body) || !isOurs(element) || !isShown(element)) continue;
    const line = [shownLine(element), oneLine(attribute(element, 'aria-label'))?.replace(label, '')].find((text) => person.test(text ?? ''));
    if (line) return { name: nameIn(line, mailAddressIn(line)), email: mailAddressIn(line) };
  }
  return undefined;
}
