import * as fc from 'fast-check';
import { surfaceIds, type Facts } from '../../utils/core/facts.ts';

/** Words that rules listen to, so that random facts make rules fire. */
const talk = fc.constantFrom(
  'Hello, I am a recruiter and we have a remote job for you.', 'Please clone the repository and run npm install.',
  'Paste this command into PowerShell.', 'Connect your MetaMask wallet for the test.', 'Send me a photo of your passport.',
  'You pay a registration fee first.', 'Let us continue on Telegram.', 'Please complete the video interview here.',
  'I am Dana from Stripe and we at Coinbase are hiring.', 'On behalf of Google LLC, answer to dana@gmail.com.',
  'See https://github.com/someone/demo and bit.ly/abc', 'Thanks, talk soon.', '', 'interview', '今日は', 'работа',
);
const text = fc.oneof({ weight: 4, arbitrary: talk }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) });
const address = fc.oneof(
  fc.constantFrom('https://github.com/a/b', 'https://zoom-us.example.com/j/1', 'http://10.0.0.1:8080/x.zip', 'https://lnkd.in/abc',
    'https://hackerrank.com/test', 'https://x.vercel.app/', 'https://www.linkedin.com/safety/go?url=https%3A%2F%2Fgitlab.com%2Fa%2Fb', 'javascript:alert(1)', '%%%'),
  fc.webUrl(), fc.string({ maxLength: 40 }));
const mail = fc.oneof(fc.constantFrom('dana@gmail.com', 'dana.recruiter@outlook.com', 'jobs@zoom-us.example'), fc.emailAddress(), fc.string({ maxLength: 20 }));
const date = fc.constantFrom('2026-11-21T10:00:00Z', '2026-01-01', '2014', '2012-05', 'yesterday');
const seldom = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const fileName = fc.oneof(fc.constantFrom('JD.pdf', 'JD.pdf.exe', '2026-11-21Task.zip', 'offer.lnk', 'cv.docm', ''), fc.string({ unit: 'binary', maxLength: 30 }));

const days = seldom(fc.integer({ min: 0, max: 200 }));
const known = fc.record({
  firstContact: seldom(fc.boolean()), photoSeenElsewhere: seldom(fc.constantFrom('same' as const, 'similar' as const)), daysKnown: days,
  nameChanged: seldom(fc.boolean()), employerChanged: seldom(fc.boolean()), employerChangedWithinDays: days, mailDomainChanged: seldom(fc.boolean()),
  askedBefore: seldom(fc.record({ 'run-code': seldom(fc.boolean()), 'pay-money': seldom(fc.boolean()) }, { requiredKeys: [] })),
  metOnLinkedin: seldom(fc.boolean()), joinedBy: seldom(fc.constantFrom('name and company' as const, 'link' as const)), interviewLinks: seldom(fc.nat(5)),
}, { requiredKeys: [] });

/** Any facts the schema accepts. One source of age at a time: two that contradict cancel out, which is their purpose. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  surface: fc.constantFrom(...surfaceIds),
  company: seldom(fc.record({
    name: seldom(fc.constantFrom('Stripe', 'Birchline')), website: seldom(address), founded: seldom(fc.integer({ min: 1800, max: 2026 })),
    followers: seldom(fc.nat(2_000)), members: seldom(fc.nat(60)), sizeMost: seldom(fc.constantFrom(10, 50)), verified: seldom(fc.boolean()),
  }, { requiredKeys: [] })),
  seenAt: seldom(date),
  sender: seldom(fc.record({
    name: seldom(text), email: seldom(mail), headline: seldom(fc.oneof(text, fc.constantFrom('Recruiter at Stripe', 'Talent Partner @ Acme GmbH'))), company: seldom(fc.constantFrom('Stripe', 'Acme')), verified: seldom(fc.boolean()), degree: seldom(fc.integer({ min: 1, max: 3 })),
  }, { requiredKeys: [] })),
  message: seldom(fc.record({
    subject: seldom(text), text: seldom(text), kind: seldom(fc.constantFrom('message', 'inmail') as fc.Arbitrary<'message' | 'inmail'>),
    wholeThread: seldom(fc.boolean()),
    thread: seldom(fc.array(fc.record({ from: fc.constantFrom('them' as const, 'me' as const), text: seldom(text) }), { maxLength: 4 })),
  }, { requiredKeys: [] })),
  links: seldom(fc.array(fc.record({ url: address, text: seldom(text) }), { maxLength: 4 })),
  files: seldom(fc.array(fc.record({ name: fileName }), { maxLength: 3 })),
  headers: seldom(fc.record({ replyTo: seldom(mail), authenticationResults: seldom(fc.constantFrom('spf=fail; dkim=pass', 'dmarc=fail', 'x')) }, { requiredKeys: [] })),
  profile: seldom(fc.record({
    memberNumber: seldom(fc.integer({ min: 1, max: 2_000_000_000 })), connections: seldom(fc.nat(500)),
    photo: seldom(fc.record({ none: seldom(fc.boolean()), url: fc.constantFrom('', 'https://media.licdn.com/dms/image/v2/D4/profile-displayphoto-scale_400_400/x/0/1793348062417?e=1') })),
  }, { requiredKeys: [] })),
  known: seldom(known),
}, { requiredKeys: ['surface'] });

/** The same facts with the fact at one path gone, for every path but the surface. */
export function withoutOne(facts: Facts): { path: string; facts: Facts }[] {
  const found: { path: string; facts: Facts }[] = [];
  const walk = (value: unknown, path: string[]) => {
    if (path.length > 0 && path[0] !== 'surface') {
      const copy = structuredClone(facts);
      const parent = path.slice(0, -1).reduce<Record<string, unknown>>((part, key) => part[key] as Record<string, unknown>, copy);
      delete parent[path.at(-1)!];
      found.push({ path: path.join('.'), facts: copy });
    }
    // Elements of a list are not missing facts: a message with one link less is another message.
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], [...path, key]);
  };
  walk(facts, []);
  return found;
}
