import { isWithin, matches, parentOf, precedes, tagOf } from './dom.ts';
import { findAllAt, findShownAt, type Candidates } from './places.ts';

/** What holds more than one message: nothing further out is looked at, and the page itself, with the account's own address, never. */
const pane = 'main, [role="main"]';

/**
 * The messages of a page whose marks of a message are unknown or have changed: outwards from each body until a sender stands above it.
 * A row that would hold a second body is none, because nobody could tell whose sender it shows.
 */
function rowsAround(page: Document, bodies: Candidates, senders: Candidates, isOurs: (element: Element) => boolean): Element[] {
  const found = findAllAt(page, bodies);
  const outermost = found.filter((body) => !found.some((other) => other !== body && isWithin(body, other)));
  return outermost.flatMap((body) => {
    for (let row = parentOf(body); row && tagOf(row) !== 'body' && !outermost.some((other) => other !== body && isWithin(other, row as Element)); row = parentOf(row)) {
      const sender = findShownAt(row, senders, (element) => isOurs(element) && precedes(element, body));
      if (sender) return [row];
      if (matches(row, pane)) break;
    }
    return [];
  });
}

/** Messages by their marks, the outermost of each; around the bodies where the marks find none or only headers. */
export function messagesOrRows(page: Document, { message, body, sender }: Marks, isOurs: (element: Element) => boolean): Element[] {
  const found = findAllAt(page, message, isOurs);
  const marked = found.filter((row) => !found.some((other) => other !== row && isWithin(row, other)));
  if (marked.some((row) => findShownAt(row, body) && findShownAt(row, sender, isOurs))) return marked;
  const around = rowsAround(page, body, sender, isOurs);
  return around.length > 0 ? around : marked;
}

interface Marks { readonly message: Candidates; readonly body: Candidates; readonly sender: Candidates }
