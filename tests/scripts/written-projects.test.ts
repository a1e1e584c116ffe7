import { describe, expect, it } from 'vitest';
import { inspected, isCaught } from '../../scripts/eval/projects/inspected-project.mts';
import { alarmTable, catchTable, misses } from '../../scripts/eval/projects/project-tables.mts';
import { writtenProjects } from '../../scripts/eval/projects/written-project.mts';

const known = await writtenProjects('malicious/known');
const holdout = await writtenProjects('malicious/holdout');
const second = await writtenProjects('malicious/second');
const third = await writtenProjects('malicious/third');
const ordinary = await writtenProjects('ordinary');
const texts = (files: readonly { bytes?: Uint8Array }[]) => files.map(({ bytes }) => new TextDecoder('latin1').decode(bytes ?? new Uint8Array()));
/** Names that nobody can register, addresses set aside for documents, and the places every project names. */
const harmless = /(?:\.example|example\.com|^localhost|^127\.0\.0\.1|^192\.0\.2\.\d+|^198\.51\.100\.\d+|^203\.0\.113\.\d+|^registry\.npmjs\.org|^maven\.apache\.org|^services\.gradle\.org|^www\.w3\.org|^schemas\.)$/;

describe('written-project', () => {
  it('holds enough of both kinds, half of the malicious ones kept apart', () => {
    expect(known.length).toBeGreaterThan(50);
    expect(holdout.length).toBeGreaterThan(50);
    expect(second.length).toBeGreaterThan(50);
    expect(third.length).toBeGreaterThan(50);
    expect(ordinary.length).toBeGreaterThan(40);
  });
  it('lets harmful files name no host that could answer', () => {
    const hosts = [...known, ...holdout, ...second, ...third].flatMap(({ harm = [], project }) =>
      texts(project.files.filter(({ path }) => harm.includes(path))).flatMap((text) => [...text.matchAll(/\bhttps?:\/\/([\w.-]+\w)/g)].map(([, host]) => host!)));
    expect(hosts.length).toBeGreaterThan(50);
    expect(hosts.filter((host) => !harmless.test(host))).toEqual([]);
  });
  it('says of each malicious one when it harms', () => expect([...known, ...holdout, ...second, ...third].filter(({ moments = [] }) => moments.length === 0)).toEqual([]));
});

describe('project-tables', () => {
  const one = (id: string, level: 'none' | 'caution' | 'danger', isFoundThere = false) => ({ id, level, score: 0, rules: [], places: [], isFoundThere });
  const set = { name: 'own', ones: [one('a', 'danger', true), one('b', 'danger'), one('c', 'none'), one('d', 'caution', true)] };
  it('counts as caught only danger that points at the harm', () => expect(catchTable([set])).toContain('| own | 1 of 4 = 25.0 %'));
  it('counts alarms at caution and danger', () => expect(alarmTable([set])).toContain('| own | 1 | 0 | 3 of 4 = 75.0 %'));
  it('names the most silent miss first', () => expect(misses(set.ones).map(({ id }) => id)).toEqual(['c', 'd', 'b']));
});

describe('inspected-project', () => {
  it('does not take a finding elsewhere for a finding at the harm', () => {
    const { project } = known[0]!;
    expect(isCaught(inspected('x', project, { rules: [], lists: new Map() as never }, ['none.js']))).toBe(false);
  });
});
