// Turns evaluation rows into lines for `judge -`. Usage: tsx scripts/eval-facts.mts ROWS.jsonl... >
// facts.jsonl
// A row: {id, kind: message|email|job_ad|url, text, subject?, from?, reply_to?, return_path?, auth?, links?,
// ...}, one a line.
import { createReadStream } from 'node:fs';
import { addressParser } from 'postal-mime';
import { splitLines } from '../utils/mail/byte-lines.ts';
import type { Facts, SurfaceId } from '../utils/core/facts.ts';

interface Row {
  id: string;
  kind: 'message' | 'email' | 'job_ad' | 'url';
  text: string;
  subject?: string;
  from?: string;
  reply_to?: string;
  return_path?: string;
  auth?: string;
  links?: string[];
}

const surfaces: Record<Row['kind'], SurfaceId> = {
  message: 'linkedin-message',
  email: 'text',
  job_ad: 'linkedin-job',
  url: 'linkedin-message',
};
const addressOf = (field: string | undefined) =>
  field ? addressParser(field, { flatten: true })[0] : undefined;

function factsOf({
  id,
  kind,
  text,
  subject,
  from,
  reply_to,
  return_path,
  auth,
  links,
}: Row): Facts & { id: string } {
  const surface = surfaces[kind];
  if (!surface)
    throw new Error(`row ${id}: "${kind}" is no kind of row; it can be ${Object.keys(surfaces).join(', ')}`);
  if (kind === 'url') return { id, surface, links: [{ url: links?.[0] ?? text }] };
  const base = { id, surface, message: { subject, text }, links: links?.map((url) => ({ url })) };
  if (kind !== 'email') return base;
  const sender = addressOf(from);
  return {
    ...base,
    sender: { name: sender?.name || undefined, email: sender?.address || undefined },
    headers: {
      replyTo: addressOf(reply_to)?.address,
      returnPath: addressOf(return_path)?.address,
      authenticationResults: auth,
    },
  };
}

/** Longest row; evaluation texts are a few kB. */
const rowLimit = 10_000_000;
const decoder = new TextDecoder();

for (const path of process.argv.slice(2)) {
  for await (const rows of splitLines(createReadStream(path), rowLimit)) {
    const facts = rows
      .map(({ bytes }) => decoder.decode(bytes))
      .filter((row) => row.trim())
      .map((row) => factsOf(JSON.parse(row)));
    for (const one of facts) process.stdout.write(`${JSON.stringify(one)}\n`);
  }
}
