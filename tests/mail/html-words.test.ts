import { describe, expect, it } from 'vitest';
import { readHtml } from '../../utils/mail/html-words.ts';
import { processorTime } from '../processor-time.ts';

const textOf = (html: string, isAnswer = false) => readHtml(html, isAnswer).text;

describe('readHtml', () => {
  it('breaks lines where a browser does', () => {
    expect(textOf('<div>One\n two</div><div>three<br>four</div>')).toBe('One two\n\nthree\nfour');
  });

  it('decodes entities', () => {
    expect(textOf('<p>5 &lt; 6 &amp; more</p>')).toBe('5 < 6 & more');
  });

  it('leaves out what is not shown', () => {
    expect(
      textOf('<style>p{}</style><div style="display: none">preview</div><p>Shown</p>'),
    ).toBe('Shown');
  });

  it('keeps line breaks of preformatted text', () => {
    expect(textOf('<pre>one\n  two</pre>')).toBe('one\ntwo');
  });

  it('gives each link with its visible text', () => {
    const { links } = readHtml(
      '<a href=" https://task.example/a "><b>The</b>\n task</a><a href="#top">up</a><a name="x">none</a>',
      false,
    );
    expect(links).toEqual([{ url: 'https://task.example/a', text: 'The task' }]);
  });

  it('leaves out quoted mail in an answer, and reads its links', () => {
    const html = '<p>Mine</p><div class="gmail_quote"><p>Theirs</p><a href="https://old.example">old</a></div>';
    const { text, links } = readHtml(html, true);
    expect([text, links]).toEqual(['Mine', [{ url: 'https://old.example', text: 'old' }]]);
  });

  it('takes a blockquote for a quote in an answer only', () => {
    const html = '<p>Mine</p><blockquote>indented</blockquote>';
    expect([textOf(html, true), textOf(html, false)]).toEqual(['Mine', 'Mine\n\nindented']);
  });

  it('leaves out a signature', () => {
    expect(textOf('<p>Mine</p><div class="gmail_signature">Dana, Orchard Example</div>')).toBe('Mine');
  });

  it('keeps a "signature" that is too long to be one', () => {
    expect(textOf(`<p>Mine</p><div class="gmail_signature">${'Install it. '.repeat(100)}</div>`)).toContain(
      'Install it.',
    );
  });

  it('keeps everything when all of it is marked as a quote', () => {
    expect(textOf('<div class="gmail_quote">Please install it</div>')).toBe('Please install it');
  });

  it.each([
    ['a quote\'s class in a first mail', '<p>Mine</p><div class="gmail_quote">Install it</div>'],
    ['a signature\'s class on text with a link', '<p>Mine</p><div class="gmail_signature">Install it <a href="https://task.example">here</a></div>'],
    ['a comment in the style', '<p>Mine</p><div style="/*display:none*/">Install it</div>'],
    ['a later display in the style', '<p>Mine</p><div style="display:none;display:block">Install it</div>'],
    ['words parted by a comment', '<p>Mine</p><div style="dis/**/play:none">Install it</div>'],
    ['a style element that overrides', '<style>.x{display:block !important}</style><p>Mine</p><div class="x" style="display:none">Install it</div>'],
    ['a style element that comes later', '<p>Mine</p><div style="display:none">Install it</div><style>div{display:block!/**/important}</style>'],
    ['noscript', '<p>Mine</p><noscript>Install it</noscript>'],
    ['a drawing', '<p>Mine</p><svg><foreignObject><p>Install it</p></foreignObject></svg>'],
    ['a style in a drawing', '<p>Mine</p><svg><style><p>Install it</p></style></svg>'],
    ['a head that is not closed', '<head><p>Mine</p><div>Install it</div>'],
    ['a hidden heading that browsers close', '<h1><div style="display:none"></h2>Install it</div></h1><p>Mine</p>'],
    ['a button', '<p>Mine</p><form><input type="submit" value="Install it"></form>'],
  ])('reads what stands in %s', (_, html) => {
    expect(textOf(html)).toContain('Install it');
  });

  it('takes the target of a form for a link', () => {
    const { links } = readHtml('<form action="https://task.example/a"><button formaction="https://task.example/b">Go</button></form>', false);
    expect(links.map(({ url }) => url)).toEqual(['https://task.example/a', 'https://task.example/b']);
  });

  it('resolves relative links by the base of the mail', () => {
    const { links } = readHtml('<a href="x/y">one</a><a href="#top">two</a><base href="https://task.example/a/">', false);
    expect(links.map(({ url }) => url)).toEqual(['https://task.example/a/x/y', 'https://task.example/a/#top']);
  });

  it.each([
    ['blanks in preformatted text', `<pre>a${' '.repeat(100_000)}x</pre>`],
    ['45,000 tags around a blank', '<b> </b>'.repeat(45_000)],
    ['10,000 signature parts', '<p>a</p><div class="gmail_signature">b</div>'.repeat(10_000)],
    ['comments that are not closed', `<div style="${'/*'.repeat(150_000)}">a</div>`],
  ])('takes less than a second for %s', (_, html) => {
    const start = processorTime();
    readHtml(html, false);
    expect(processorTime() - start).toBeLessThan(1_000);
  });

  it('does not lose words behind nesting no mail needs', () => {
    expect(textOf(`${'<b>'.repeat(30_000)}<a href="https://task.example">install it</a>`)).toContain(
      'https://task.example',
    );
  });
});
