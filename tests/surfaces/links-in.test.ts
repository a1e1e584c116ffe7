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
  it('leaves out links that show nothing, and keeps pictures', () => {
    expect(read('<a href="https://a.example/"> </a><a href="https://b.example/"><img src="b.png"></a>')).toEqual([{ url: 'https://b.example/' }]);
  });
  it('leaves out links around a hidden picture', () => {
    expect(read('<a href="https://a.example/"><img style="display:none" src="a.png"></a>')).toEqual([]);
  });
  it('takes the same address with the same words once, with other words again', () => {
    const links = '<a href="https://a.example/">a</a><a href="https://a.example/">a</a><a href="https://a.example/">b</a>';
    expect(read(links).map(({ text }) => text)).toEqual(['a', 'b']);
  });
  it('keeps the first and the last of too many', () => {
    const texts = read(Array.from({ length: 300 }, (_, i) => `<a href="https://a.example/${i}">${i}</a>`).join('')).map(({ text }) => text);
    expect([texts.length, texts[99], texts[100], texts[199]]).toEqual([200, '99', '200', '299']);
  });
  it.each(['<button>Sign in</button>', '<input type="submit" value="Sign in">', '<button type="button">Show</button><button type="submit">Sign in</button>'])(
    'takes a form for a link named by its button: %s', (button) => {
      expect(read(`<form action="https://a.example/in"><input name="action">${button}</form>`)).toEqual([{ url: 'https://a.example/in', text: 'Sign in' }]);
    });
  it('takes a button that sends a form elsewhere for a link', () => {
    const form = '<form action="/here"><button formaction="https://a.example/">Go</button></form>';
    expect(read(form)).toEqual([{ url: 'https://a.example/', text: 'Go' }]);
  });
  it('keeps the address Outlook puts behind its own wrapper, and nobody else\'s', () => {
    const links = '<a originalsrc="https://a.example/" href="https://eur05.safelinks.protection.outlook.com/?url=x">a</a><a originalsrc="https://a.example/" href="https://b.example/">b</a>'
      + '<a originalsrc="https://a.example/" href="https://safelinks@b.example/">c</a><a originalsrc="https://a.example/" href="https://safelinks.b.example/">d</a>';
    expect(read(links).map(({ target }) => target)).toEqual(['https://a.example/', undefined, undefined, undefined]);
  });
});
