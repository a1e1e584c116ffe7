import 'arrive';

declare global {
  interface Document { arrive(selector: string, options: { existing: boolean }, onArrival: (element: Element) => void): void }
}

/** The same messages and links anywhere in the document. */
for (const selector of ['.msg-s-event-listitem', 'a']) document.arrive(selector, { existing: true }, () => {});
