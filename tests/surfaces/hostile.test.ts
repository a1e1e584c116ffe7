import { beforeAll, describe, expect, it } from 'vitest';
import { listLimit, textLimit } from '../../utils/core/limits.ts';
import { surfaces } from '../../utils/surfaces/surfaces.ts';
import { loadPage, pagesOf, type Page } from './load-page.ts';
import { processorTime } from '../processor-time.ts';

const seenAt = '2026-11-21T09:00:00.000Z';
const pages = surfaces.flatMap((surface) => pagesOf(surface.id).map((page) => ({ ...page, surface })));
const page = (name: string) => pages.find((candidate) => candidate.name === name) as Page & { surface: (typeof surfaces)[number] };

/** Names that replace what readers commonly call, on forms, collections and the document. */
const names = ['querySelector', 'querySelectorAll', 'closest', 'matches', 'getAttribute', 'children', 'childNodes', 'firstChild', 'firstElementChild',
  'nextSibling', 'nextElementSibling', 'parentNode', 'parentElement', 'textContent', 'innerText', 'nodeType', 'localName', 'tagName',
  'attributes', 'createTreeWalker', 'body', 'documentElement', 'defaultView', 'title', 'hidden', 'baseURI', 'ownerDocument',
  'checkVisibility', 'contains', 'compareDocumentPosition', 'addEventListener', 'isConnected', 'shadowRoot', 'length'];
const clobbering = `<form>${names.map((name) => `<input name="${name}"><img name="${name}">`).join('')}</form>`
  + names.map((name) => `<img name="${name}">`).join('');

describe('surfaces over hostile pages', () => {
  describe.each(pages)('on $name', ({ html, url, surface }) => {
    const read = (text: string) => surface.read(loadPage(text), new URL(url), seenAt).map(({ facts }) => facts);
    let plain: ReturnType<typeof read>;
    beforeAll(() => {
      plain = read(html);
    });

    it('read the same with the page\'s names replaced', () => {
      expect(read(html.replace('</body>', `${clobbering}</body>`))).toEqual(plain);
    });

    it('read the same with a form of replaced names around everything', () => {
      const wrapped = html.replace('<body>', `<body><form>${names.map((name) => `<input type="hidden" name="${name}">`).join('')}`).replace('</body>', '</form></body>');
      expect(read(wrapped)).toEqual(plain);
    });
  });

  const mailWith = (body: string) => {
    const { html, url, surface } = page('gmail/attachments.html');
    const started = processorTime();
    const loaded = loadPage(html.replace('<div>See attached.</div>', body));
    const ready = processorTime();
    const [reading] = surface.read(loaded, new URL(url), seenAt);
    return { reading, took: processorTime() - ready, loading: ready - started };
  };

  it('reads a mail whose own nodes are forms with replaced names', () => {
    const { reading } = mailWith(`<form>Pay <a href="https://pay.example/">here</a>${names.map((name) => `<input name="${name}">`).join('')}</form>`);
    expect(reading?.facts.message?.text).toBe('Pay here');
    expect(reading?.facts.links).toEqual([{ url: 'https://pay.example/', text: 'here' }]);
  });

  it('looks at the first and the last links of too many, each with its element', () => {
    const { reading } = mailWith(Array.from({ length: 5_000 }, (_, i) => `${i % 100 === 0 ? '</b><b>' : ''}<a href="https://l.example/${i}">${i}</a> `).join(''));
    expect(reading?.facts.links).toHaveLength(listLimit);
    expect(reading?.links[listLimit - 1]?.getAttribute('href')).toBe('https://l.example/4999');
  });

  it('reads both ends of ten megabytes in less than a second', () => {
    const { reading, took } = mailWith(`<p>begin ${'word '.repeat(2_000_000)}</p>`);
    expect(reading?.facts.message?.text).toHaveLength(textLimit);
    expect(took).toBeLessThan(1_000);
  });

  it('reads what stands before and behind megabytes of nothing in less than a second', () => {
    const { reading, took } = mailWith(`<p>begin${' \n'.repeat(5_000_000)}end</p>`);
    expect(reading?.facts.message?.text).toBe('begin\nend');
    expect(took).toBeLessThan(1_000);
  });

  it('reads what stands behind thousands of empty nodes', () => {
    const { reading } = mailWith(`${`<b>${'<i></i>'.repeat(1_000)}</b>`.repeat(61)}Pay now`);
    expect(reading?.facts.message?.text).toBe('Pay now');
  });

  it('keeps names with direction marks as they are shown', () => {
    const { html, url, surface } = page('linkedin-profile/sdui-verified.html');
    const name = 'To\u202Enib\u202C \u2066Hale\u2069';
    const [reading] = surface.read(loadPage(html.replaceAll('>Tobin Hale<', `>${name}<`)), new URL(url), seenAt);
    expect(reading?.facts.sender?.name).toBe(name);
  });

  it('reads addresses that are none, and none of scripts and frames', () => {
    const { reading } = mailWith('Text<script>var words;</script><a href="http://[">broken</a><a href="intent://x">odd</a><a>none</a><a href="#top">up</a>');
    expect(reading?.facts.links?.map(({ url }) => url)).toEqual(['http://[', 'intent://x']);
    expect(reading?.facts.message?.text).toBe('Textbrokenoddnoneup');
  });
});
