import PageParserTree from 'page-parser-tree';

/** The same messages and links as a chain of children, the way the library wants them: it observes each element of the chain, and nothing else. */
const page = new PageParserTree(document, {
  tags: {},
  watchers: [
    { sources: [null], tag: 'message', selectors: ['body', 'main', 'section', '.scroller', '.msg-s-message-list-content', 'li', '.msg-s-event-listitem'] },
    { sources: ['message'], tag: 'link', selectors: ['.msg-s-event__content', 'p', 'a'] },
    { sources: [null], tag: 'link', selectors: ['body', '#feed', '.post', 'p', 'a'] },
  ],
  finders: {},
});
for (const tag of ['message', 'link']) page.tree.getAllByTag(tag).subscribe(() => {});
