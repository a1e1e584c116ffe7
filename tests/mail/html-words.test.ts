import { describe, expect, it } from 'vitest';
import { readHtml } from '../../utils/mail/html-words.ts';

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
      textOf('<style>p{}</style><div style="display: none">preview</div><p hidden>x</p><p>Shown</p>'),
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

  it('leaves out quoted mail and its links', () => {
    const html =
      '<p>Mine</p><div class="gmail_quote"><p>Theirs</p><a href="https://old.example">old</a></div>';
    expect(readHtml(html, true)).toEqual({ text: 'Mine', links: [] });
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

  it('does not lose words behind nesting no mail needs', () => {
    expect(textOf(`${'<b>'.repeat(30_000)}<a href="https://task.example">install it</a>`)).toContain(
      'https://task.example',
    );
  });
});
