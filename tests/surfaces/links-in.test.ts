import { describe, expect, it } from 'vitest';
import { linksIn } from '../../utils/surfaces/links-in.ts';

const read = (html: string) => {
  document.body.innerHTML = html;
  return linksIn(document.body).links;
};

describe('links-in', () => {
  it('keeps the address as the page holds it, wrapped or not', () => {
    const url = 'https://www.google.com/url?q=https://code.example/';
    expect(read(`<a href="${url}">code</a>`)).toEqual([{ url, text: 'code' }]);
  });
  it('takes addresses of people for no links, and keeps unusual ones', () => {
    expect(read('<a href="mailto:a@b.example">a</a><a href="TEL:1">b</a><a href="sms:1">c</a>').map(({ url }) => url)).toEqual(['sms:1']);
  });
  it('leaves out links nobody sees', () => {
    expect(read('<a style="display:none" href="https://a.example/">a</a>')).toEqual([]);
  });
});
