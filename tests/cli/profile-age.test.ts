import { describe, expect, it } from 'vitest';
import { objectsIn, programPatience, runProgram } from './run-program.ts';

/** 29 bytes as LinkedIn lays them out, with an invented number. */
const identifier = Buffer.from([
  0,
  0x2a,
  0,
  0,
  0x05,
  0xf5,
  0xe1,
  0x00,
  1,
  ...Array.from({ length: 20 }, (_, i) => i),
]).toString('base64url');

describe('profile-age', { timeout: programPatience }, () => {
  it('dates addresses, urns and identifiers, from arguments and stdin alike', async () => {
    const inputs = [
      'https://www.linkedin.com/in/dana-example-1a2b345/',
      'linkedin.com/in/dana-example-1a2b345',
      `urn:li:fsd_profile:${identifier}`,
    ];
    const { stdout, stderr, code } = await runProgram(
      ['profile-age', '--json', ...inputs, '-'],
      `${identifier}\n\nnothing here\n`,
    );
    const results = objectsIn(stdout);
    expect(results.map((result) => Object.keys(result))).toEqual(
      results.map(() => ['input', 'member', 'joined', 'from']),
    );
    expect(results.map(({ input }) => input)).toEqual([...inputs, identifier, 'nothing here']);
    expect(results.map(({ member }) => member)).toEqual([
      17_736_458,
      17_736_458,
      100_000_000,
      100_000_000,
      null,
    ]);
    expect(results.map(({ from }) => from)).toEqual(['address', 'address', 'identifier', 'identifier', null]);
    expect(results[4]).toEqual({ input: 'nothing here', member: null, joined: null, from: null });
    expect(stderr).toContain('nothing here: ');
    expect(code).toBe(2);
  });

  it('reads an address that holds no number, which is no fault', async () => {
    const { stdout, stderr, code } = await runProgram(['profile-age', 'https://www.linkedin.com/in/dana-example/']);
    expect([stdout, stderr, code]).toEqual(['https://www.linkedin.com/in/dana-example/: holds no member number\n', '', 0]);
  });

  it.each(['foo', 'https://elsewhere.example/in/dana', 'ACoAAshort'])('cannot read %s, says what it reads, and ends with 2', async (input) => {
    const { stdout, stderr, code } = await runProgram(['profile-age', '--json', input]);
    expect(objectsIn(stdout)).toEqual([{ input, member: null, joined: null, from: null }]);
    expect(stderr).toBe(`${input}: is neither an address of a LinkedIn profile, nor an urn, nor an identifier (ACoAA...).\n`);
    expect(code).toBe(2);
  });

  it('gives an interval of two days in order', async () => {
    const [{ joined } = {}] = objectsIn((await runProgram(['profile-age', '--json', identifier])).stdout);
    const [from, to] = joined as [string, string];
    expect(from).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(from < to && to < new Date().toISOString()).toBe(true);
  });

  it('says it in a sentence without --json', async () => {
    expect((await runProgram(['profile-age', identifier])).stdout).toMatch(
      /: member 100000000 \(from the identifier\) joined between \S+ and \S+\n$/,
    );
  });
});
