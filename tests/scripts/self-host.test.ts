import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const selfHost = (...words: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/self-host.mts', ...words], { encoding: 'utf8' });
  return { status, stderr };
};
const anyFile = 'package.json';

describe('npm run self-host', () => {
  it('asks for a key where there is none, and says how to make one', () => {
    expect(selfHost('--url', 'https://extensions.birchline.example/')).toEqual({ status: 2, stderr: expect.stringContaining('openssl genrsa') });
  });

  it('refuses an address that Firefox would refuse', () => {
    expect(selfHost('--key', anyFile, '--url', 'http://extensions.birchline.example/')).toEqual({ status: 2, stderr: expect.stringContaining('--url is http://extensions.birchline.example/') });
  });

  it('names a word it does not know', () => {
    expect(selfHost('--keys', anyFile)).toEqual({ status: 2, stderr: expect.stringContaining('--keys') });
  });
});
