import { describe, expect, it } from 'vitest';
import { readableList } from '../../utils/core/named-list.ts';
import { indexSites } from '../../utils/core/site.ts';
import { tellingLinks } from '../../utils/platform/telling-links.ts';
import { mail } from './fresh-browser.ts';

const known = {
  companies: { owned: new Set(['large.example']) },
  sites: indexSites([{ at: 'github.com', kind: 'repository' }, { at: 'dropbox.com', kind: 'file-host' }, { at: 'vercel.app', kind: 'hosting' }]),
  lists: {
    'hiring-vendors': readableList(['greenhouse.io'], 'host', false), 'dynamic-dns': readableList(['duckdns.org'], 'host', false),
    reported: readableList(['bad.example'], 'host', true),
  },
};
const places = (url: string, whose: Partial<Parameters<typeof tellingLinks>[1]> = {}) =>
  tellingLinks(mail({ links: [{ url }], message: {} }), { employers: [], ...whose }, known).places;

describe('tellingLinks', () => {
  it.each([
    ['a repository', 'https://github.com/Moss-Lab/Task.git', ['github.com/moss-lab/task']],
    ['a name on shared hosting', 'https://moss-task.vercel.app/x', ['moss-task.vercel.app']],
    ['a host of its own', 'https://www.skill-desk.example/invite/x', ['skill-desk.example']],
    ['a name below dynamic DNS', 'https://desk.duckdns.org', ['desk.duckdns.org']],
    ['a reported host', 'https://bad.example', ['bad.example']],
  ])('tells by %s', (_, url, expected) => expect(places(url)).toEqual(expected));

  it.each(['https://github.com', 'https://github.com/features', 'https://www.dropbox.com/s/x/a.zip', 'https://boards.greenhouse.io/x', 'https://vercel.app', 'https://jobs.large.example/x',
    'mailto:a@b.example', 'not an address', 'https://'])('tells nothing by %s, where everybody goes', (url) => expect(places(url)).toEqual([]));

  it('tells nothing by the company\'s own site and repositories: all its recruiters link there', () => {
    expect(places('https://jobs.birchline.example/x', { mailDomain: 'birchline.example' })).toEqual([]);
    expect(places('https://birchline-careers.example/x', { employers: ['birchline'] })).toEqual([]);
    expect(places('https://github.com/birchline/task', { employers: ['birchlinesystems'] })).toEqual([]);
  });

  it('counts personal interview links on unknown hosts, each once', () => {
    const of = (...urls: string[]) => tellingLinks(mail({ links: urls.map((url) => ({ url })), message: {} }), { employers: [] }, known).interviews.length;
    const token = 'a1b2c3d4e5f6a7b8c9d0';
    expect(of(`https://desk.example/invite/${token}`, `https://desk.example/invite/${token}/`, `https://desk.example/invite/x${token}`)).toBe(2);
    expect(of(`https://boards.greenhouse.io/invite/${token}`, 'https://desk.example/invite/friend', 'https://desk.example/blog/interview')).toBe(0);
  });
});
