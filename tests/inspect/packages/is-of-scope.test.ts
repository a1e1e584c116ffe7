import { describe, expect, it } from 'vitest';
import { isOfScope } from '../../../utils/inspect/packages/is-of-scope.ts';

describe('is-of-scope', () => {
  it.each([['@acme/ui', 'packages.acme.example'], ['@acme', 'npm.acme.co.uk']])('knows %s again in %s', (name, host) => {
    expect(isOfScope(name, host)).toBe(true);
  });

  it.each([['@acme/ui', 'acme.packages.example'], ['@acme/ui', 'npm.acme-tools.example'], ['acme', 'npm.acme.example']])('does not take %s for that of %s', (name, host) => {
    expect(isOfScope(name, host)).toBe(false);
  });
});
