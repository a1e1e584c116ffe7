/**
 * What the demo pages hold instead of times: `{{kind ago}}`, for example `{{photo 6d}}` or `{{message 26m}}` (m, h, d before now).
 * Identifiers carry their times as the real ones do, so the pages never grow old.
 */
const unit = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const formatted = (options: Intl.DateTimeFormatOptions) => (at: Date) => new Intl.DateTimeFormat('en', options).format(at);

/** Gmail keeps milliseconds in the upper bits of a message's number. */
const mailNumber = (at: Date) => BigInt(at.getTime()) << 20n;

const kinds: Record<string, (at: Date) => string> = {
  'ringed-photo': (at) => `https://media.licdn.com/dms/image/v2/D4E35AQdemoTessaVarnholt/profile-framedphoto-shrink_400_400/`
    + `B4EZdemoTessa/0/${at.getTime()}?e=4102444800&amp;v=beta&amp;t=demo`,
  photo: (at) => `https://media.licdn.com/dms/image/v2/D4E03AQdemoElinMarwick/profile-displayphoto-scale_400_400/`
    + `B4EZdemoElin/0/${at.getTime()}?e=4102444800&amp;v=beta&amp;t=demo`,
  message: (at) => `urn:li:msg_message:(urn:li:fsd_profile:${memberIdentifier(601_234_567)},`
    + `2-${Buffer.from(`${at.getTime()}b00001-100`).toString('base64')})`,
  mail: (at) => mailNumber(at).toString(16),
  'mail-number': (at) => mailNumber(at).toString(),
  clock: formatted({ hour: 'numeric', minute: '2-digit' }),
  day: formatted({ month: 'short', day: 'numeric' }),
  month: formatted({ month: 'short', year: 'numeric' }),
  when: formatted({ dateStyle: 'medium', timeStyle: 'short' }),
};

/** Fills a page in. @throws {Error} on a placeholder that is not known, naming it */
export function fillPlaceholders(page: string, now: Date): string {
  return page.replace(/\{\{([a-z-]+) (\d+)([mhd]?)\}\}/g, (whole, kind: string, amount: string, letter: '' | keyof typeof unit) => {
    if (kind === 'member' && letter === '') return memberIdentifier(Number(amount));
    const write = kinds[kind];
    if (!write || letter === '') throw new Error(`A demo page holds ${whole}, which is no placeholder known here.`);
    return write(new Date(now.getTime() - Number(amount) * unit[letter]));
  });
}

/** Identifier as LinkedIn's pages hold it (layout: utils/core/member-number.ts), with twenty equal bytes for the opaque ones. */
export function memberIdentifier(member: number): string {
  const bytes = Buffer.alloc(29, 0x5a);
  bytes.set([0, 0x2a]);
  bytes.writeUIntBE(member, 2, 6);
  bytes[8] = 1;
  return bytes.toString('base64url');
}
