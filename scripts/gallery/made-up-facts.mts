import type { Facts } from '../../utils/core/facts.ts';

/** Persons, companies and addresses of our own making. Each is what a place shows; the level it leads to is the judge's doing. */
const asksToRun: Facts = {
  surface: 'linkedin-message', seenAt: '2026-11-21',
  sender: { name: 'Mara Quill', headline: 'Talent Partner at Larkspur Labs', profileUrl: 'https://www.linkedin.com/in/mara-quill-8a1b2c/' },
  message: {
    kind: 'inmail', thread: [{ from: 'them', text: 'Hi' }],
    text: 'Thanks for your interest! Before the call please clone https://bitbucket.org/larkspur-tasks/shop-app and run npm install && npm start, then fix the cart. '
      + 'Please connect your MetaMask wallet so that we can see the payment step. We need it today. Let us continue on Telegram @maraquill.',
  },
  links: [{ url: 'https://bitbucket.org/larkspur-tasks/shop-app' }],
  known: { firstContact: true },
};

const movesChannel: Facts = {
  surface: 'gmail', seenAt: '2026-11-21',
  sender: { name: 'Tobin Ashe', email: 'tobin.ashe.hr@gmail.com' },
  message: {
    subject: 'A role at Northbeam',
    text: 'Hello, I recruit for Northbeam. We would like to talk with you about a senior role. Please write to me on WhatsApp so that we can find a time.',
  },
};

const youngProfile: Facts = {
  surface: 'linkedin-profile', seenAt: '2026-11-21',
  sender: { name: 'Edda Lorne', headline: 'Recruiter at Halden Works', profileUrl: 'https://www.linkedin.com/in/edda-lorne/' },
  profile: { connections: 12, joined: '2026-09', photo: { url: 'https://media.licdn.com/dms/image/v2/x/0' } },
};

const ordinary: Facts = {
  surface: 'linkedin-message', seenAt: '2026-11-21',
  sender: { name: 'Jonas Feld', headline: 'Engineering Manager at Birchline' },
  message: { kind: 'message', text: 'Are you coming to the meetup on Thursday? I would like to hear about your talk.' },
};

const named = (facts: Facts, name: string): Facts => ({ ...facts, sender: { ...facts.sender, name } });

export const madeUpFacts = {
  danger: asksToRun,
  caution: movesChannel,
  notice: youngProfile,
  none: ordinary,
  longNames: {
    ...named(asksToRun, 'Maximiliane-Alexandra Theodora von Hohenfels-Wildenstein genannt Brandtner zu Quellenau'),
    links: [{ url: `https://bitbucket.org/${'larkspur-interview-assignment-'.repeat(4)}shop/${'a'.repeat(90)}` }],
  },
  fromRightToLeft: named(asksToRun, 'مارا كويل'),
} satisfies Record<string, Facts>;
export type MadeUpName = keyof typeof madeUpFacts;
