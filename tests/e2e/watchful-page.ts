/** What the page below noticed between the end of its parsing and one and a half seconds after its load. */
export type PageReport = {
  received: string[];
  addedGlobals: string[];
  markupBefore: string;
  markupAfter: string;
  extensionResources: string[];
};

/**
 * A page that looks for extensions the way pages do: it listens for messages and for the events that WXT's
 * wrapper sends, patches dispatchEvent, and compares its globals and its markup before and after.
 * Its own variables are `const`, so that they are not properties of window.
 */
export const watchfulPage = (extensionId: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>watching</title>
<script>
  const received = [];
  const note = (event) => received.push(event.type + ' ' + JSON.stringify(event.data ?? event.detail ?? null));
  const prefix = '${extensionId}:watch-linkedin:';
  const names = ['message', 'wxt:locationchange', prefix + 'wxt:content-script-started', prefix + 'wxt:locationchange'];
  for (const name of names)
    for (const target of [window, document]) target.addEventListener(name, note, true);
  const isExtensionAddress = (name) => /^[a-z]+-extension:/.test(name);
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) { note(event); return dispatch.call(this, event); };
  document.dispatchEvent = EventTarget.prototype.dispatchEvent;
  const globalsBefore = new Set(Object.getOwnPropertyNames(window));
  const watching = Promise.withResolvers();
  document.addEventListener('DOMContentLoaded', () => {
    const markupBefore = document.documentElement.outerHTML;
    window.addEventListener('load', () => setTimeout(() => watching.resolve({
      received,
      addedGlobals: Object.getOwnPropertyNames(window).filter((name) => !globalsBefore.has(name)),
      markupBefore,
      markupAfter: document.documentElement.outerHTML,
      extensionResources: performance.getEntries().map(({ name }) => name).filter(isExtensionAddress),
    }), 1500));
  });
</script>
</head>
<body>
<main>
  <article>
    <h2>Dana Example</h2>
    <p>Recruiter at Orchard Example. We are looking for a developer, and this is an ordinary post.</p>
    <a href="https://orchard.example/jobs">Open positions</a>
  </article>
</main>
</body>
</html>
`;
