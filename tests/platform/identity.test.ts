import { describe, expect, it } from 'vitest';
import { areDifferent, areSame } from '../../utils/platform/identity.ts';

describe('areDifferent', () => {
  it.each([
    ['numbers differ', ['member:1', 'slug:a'], ['member:2', 'slug:a'], true],
    ['identifiers differ and a number is missing', ['identifier:1', 'member:1'], ['identifier:2'], true],
    ['only the addresses differ, which people change', ['slug:a'], ['slug:b'], false],
    ['the number is one in spite of another address', ['member:1', 'slug:a'], ['member:1', 'slug:b'], false],
    ['they share no kind of key', ['member:1'], ['slug:b'], false],
  ])('answers when %s', (_, ones, others, answer) => {
    expect(areDifferent(ones, others)).toBe(answer);
  });
});

describe('areSame', () => {
  it.each([
    ['another number at the same address', ['member:1', 'slug:a'], ['member:2', 'slug:a'], false],
    ['the same address when one number is missing', ['member:1', 'slug:a'], ['slug:a'], true],
    ['one of the addresses an account had', ['slug:a', 'slug:b'], ['slug:b'], true],
    ['the same mail address', ['mail:a'], ['mail:a'], true],
    ['nothing in common', ['member:1'], ['mail:a'], false],
  ])('answers for %s', (_, ones, others, answer) => {
    expect(areSame(ones, others)).toBe(answer);
  });
});
