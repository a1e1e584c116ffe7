import { describe, expect, it } from 'vitest';
import { hostKind } from '../../../utils/inspect/packages/host-kind.ts';

describe('hostKind', () => {
  it.each([
    ['registry.npmmirror.com', 'registry'], ['npm.pkg.github.com', 'registry'], ['acme.jfrog.io', 'registry'], ['acme-1234.d.codeartifact.eu-west-1.amazonaws.com', 'registry'],
    ['localhost', 'own network'], ['10.0.0.7', 'own network'], ['172.20.1.1', 'own network'], ['npm', 'own network'], ['npm.acme.internal', 'own network'],
    ['4f2a.ngrok-free.app', 'throw-away'], ['a.b.trycloudflare.com', 'throw-away'], ['acme.vercel.app', 'throw-away'], ['203.0.113.7', 'bare number'], ['172.32.1.1', 'bare number'],
    ['npm.files.example', 'unknown'], ['notngrok.app', 'unknown'], ['jfrog.io.files.example', 'unknown'], ['', 'unknown'],
  ])('of %s is %s', (host, kind) => expect(hostKind(host)).toBe(kind));
});
