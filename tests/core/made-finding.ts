import type { FindingWords, Teller } from '../../utils/core/event.ts';

export const teller: Teller = {
  id: '019cadfd-8900-7b1e-8c55-3f0a9e6f2d11', time: Date.UTC(2026, 2, 2, 10), version: '0.1.0', browser: 'firefox 153',
  install: 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6', packs: ['base@1'],
};
export const found: FindingWords = {
  uid: teller.id, level: 'danger', site: 'linkedin', rules: ['upfront-fee', 'command-to-fix-camera'], isUpdate: false, score: 0.97, strongest: 'critical', shown: 'page',
};
