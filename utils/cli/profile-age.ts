import { parseArgs } from 'node:util';
import { joinInterval, type Anchor } from '../core/join-date.ts';
import { memberNumber } from '../core/member-number.ts';
import { splitLines } from '../mail/byte-lines.ts';
import type { Command } from './command.ts';
import { loadAnchors } from './load-knowledge.ts';
import { complain, jsonLine, plain, print } from './results.ts';

/** Longest line that is read from stdin; addresses are far shorter. */
const lineLimit = 10_000;

export const profileAge: Command = {
  help: `profile-age [--json] X...

When the LinkedIn account X can have been made: between two days, from its member number. X is the address
of a profile, an urn or an identifier (ACoAA...); - reads one a line from stdin. Nothing is fetched.`,

  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) return complain('Name a profile address, or - for a line each on stdin.');
    const anchors = loadAnchors();
    const today = new Date().toISOString();
    for await (const input of inputs(positionals)) {
      const age = ageOf(input, anchors, today);
      if (age.member === null && !mayHoldNumber(input))
        complain(`${input}: is neither an address of a LinkedIn profile, nor an urn, nor an identifier (ACoAA...).`);
      await print(values.json ? jsonLine(age) : describeAge(age));
    }
  },
};

async function* inputs(positionals: readonly string[]): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (const input of positionals) {
    if (input !== '-') yield input;
    else
      for await (const lines of splitLines(process.stdin, lineLimit)) {
        for (const { bytes } of lines) {
          const line = decoder.decode(bytes).trim();
          if (line) yield line;
        }
      }
  }
}

interface Age {
  readonly input: string;
  readonly member: number | null;
  readonly joined: readonly [string, string] | null;
  readonly from: 'identifier' | 'address' | null;
}

/** An address that its owner chose, or an urn of a kind that holds none, is read and holds no number. */
const mayHoldNumber = (input: string): boolean =>
  /^(?:https?:\/\/)?(?:[a-z]+\.)*linkedin\.com(?:[/?#]|$)|^urn:li:|^\/?(?:in|sales\/(?:lead|people))\//i.test(input.trim());

function ageOf(input: string, anchors: readonly Anchor[], today: string): Age {
  const address = /^(?:[a-z]+\.)?linkedin\.com\//i.test(input) ? `https://${input}` : input;
  const found = memberNumber(address);
  if (!found) return { input, member: null, joined: null, from: null };
  return {
    input,
    member: found.member,
    joined: joinInterval(found.member, anchors, today) ?? null,
    from: found.from,
  };
}

function describeAge({ input, member, joined, from }: Age): string {
  if (member === null) return plain(`${input}: holds no member number`);
  const when = joined
    ? `joined between ${joined[0]} and ${joined[1]}`
    : 'is higher than any number given out so far';
  return plain(`${input}: member ${member} (from the ${from}) ${when}`);
}
