import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fixture, Fixtures } from '../../utils/cli/browser/fixture-server.ts';
import { fillPlaceholders } from './placeholders.mts';
import { drawPortrait } from './portrait.mts';

const folder = join(import.meta.dirname, '../../assets/demo');

/** Addresses of the demo pages, each under its real host. */
export const demoPages = {
  start: 'https://start.bonafide.example/',
  profile: 'https://www.linkedin.com/in/elin-marwick/',
  thread: 'https://www.linkedin.com/messaging/thread/2-ZGVtby10aHJlYWQ=/',
  borrowed: 'https://www.linkedin.com/in/tessa-varnholt/',
  borrowedThread: 'https://www.linkedin.com/messaging/thread/2-ZGVtby1ib3Jyb3dlZA==/',
  inbox: 'https://mail.google.com/mail/u/0/#inbox',
  interview: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzDemoBrightwaterNextStep',
  newsletter: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzDemoTheWeeklyKilnLetter',
  notice: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzDemoRevisedSalaryNotice',
} as const;

/** Which file is played for the beginning of an address; any other page is the end of the demo. */
const files: readonly (readonly [address: string, file: string])[] = [
  ['start.bonafide.example/', 'start.html'],
  ['www.linkedin.com/in/elin-marwick/', 'profile.html'],
  ['www.linkedin.com/in/tessa-varnholt/', 'borrowed-profile.html'],
  ['www.linkedin.com/messaging/thread/2-ZGVtby1ib3Jyb3dlZA==/', 'borrowed-thread.html'],
  ['www.linkedin.com/messaging/', 'thread.html'],
  ['mail.google.com/mail/u/0/', 'gmail.html'],
];
const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', html: 'text/html; charset=utf-8' };

/** The web of the demo: its pages as of `now`, their styles and scripts, and one portrait for every photo, as it is or as it was taken over. */
export function createDemoWeb(now: Date): Fixtures {
  const portrait = { type: 'image/png', body: drawPortrait() };
  const borrowed = { type: 'image/jpeg', body: readFileSync(join(folder, 'borrowed.jpg')) };
  return (host, path) => {
    if (host === 'media.licdn.com') return path.includes('/profile-framedphoto-') ? borrowed : portrait;
    const part = /^\/demo\/([a-z]+\.(?:css|js))$/.exec(path)?.[1];
    if (part) return read(part, now);
    return read(files.find(([address]) => `${host}${path}`.startsWith(address))?.[1] ?? 'away.html', now);
  };
}

function read(file: string, now: Date): Fixture {
  const body = fillPlaceholders(readFileSync(join(folder, file), 'utf8'), now);
  return { type: types[file.split('.').at(-1) ?? ''], body };
}
