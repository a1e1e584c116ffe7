import { describe, expect, it } from 'vitest';
import { storedPrograms } from '../../../utils/inspect/hidden/stored-programs.ts';
import { seenInProject } from '../sightings-of.ts';

describe('stored-programs', () => {
  it.each([
    ['objects of the first protocol', { 'model.pkl': 'cposix\nsystem\n(S"hostname"\ntR.' }],
    ['objects of the fourth protocol', { 'model.joblib': new Uint8Array(Buffer.from('8004951f000000000000008c05706f736978948c0673797374656d9493948c08686f73746e616d6594859452942e', 'hex')) }],
    ['a call of the language', { 'a/b.pt': 'cbuiltins\nexec\n(S"1"\ntR.' }],
    ['settings in YAML', { 'seed.yml': 'a: 1\nb: !!python/object/apply:os.system ["hostname"]\n' }],
  ])('sees a program in %s', (_, files) => {
    expect(seenInProject(storedPrograms, files as Record<string, string>).map((seen) => seen.split(' ')[0])).toEqual(['unsafe-deserialising']);
  });

  it('is quiet about stored rows and plain settings', () => {
    expect(seenInProject(storedPrograms, { 'rows.pkl': 'ccollections\nOrderedDict\n(tR.', 'a.yml': 'a: !!python/tuple [1, 2]\nsystem: os.system\n', 'notes.md': 'cposix\nsystem\n', 'empty.pkl': '' })).toEqual([]);
  });
});
