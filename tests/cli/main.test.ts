import { describe, expect, it } from 'vitest';
import { fromSources, programPatience, runProgram } from './run-program.ts';

describe('main', { timeout: programPatience }, () => {
  it('lists its commands', async () => {
    const { stdout, code } = await runProgram(['--help'], '', fromSources);
    expect(code).toBe(0);
    for (const name of ['judge', 'profile-age', 'image-hash', 'image-match', 'inspect', 'rules', 'pack', 'read-page']) expect(stdout).toContain(name);
  });

  it('refuses a command it does not know', async () => {
    const { stderr, code } = await runProgram(['constructor']);
    expect([stderr, code]).toEqual(['There is no command "constructor": --help lists them.\n', 2]);
  });
});
