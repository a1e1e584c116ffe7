import * as z from 'zod/mini';
import { marks } from '../core/fact-paths.ts';
import { Facts } from '../core/facts.ts';
import { listLimit } from '../core/limits.ts';
import type { OrganisationWords } from '../core/organisation-words.ts';
import { quietDays } from '../core/quiet-days.ts';
import { levels } from '../core/score.ts';
import type { Placement } from '../core/settings-schema.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Event } from './contact-timeline.ts';
import type { EventsPreview } from './events-state.ts';
import type { Inspected } from './inspections.ts';
import type { ListedRule } from './list-rules.ts';
import type { PackState } from './pack-states.ts';
import type { Remembered } from './remembered.ts';

/**
 * Everything that is said between the parts. A page's script may ask for what has `fromPages: true`; the rest is refused unless one of our own
 * pages asks. Bodies are parsed where they arrive.
 * Here are the schemas, for the background; `ask.ts` holds the asking side, which the page's script can afford.
 */
export const scopes = ['message', 'sender', 'domain'] as const;
export type Scope = (typeof scopes)[number];

/** A verdict with what the person said about it. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Set when the person marked it as not a problem: nothing interrupts, the popup still shows all. */
  readonly dismissed?: Scope;
  /** The mail domain that can be marked as not a problem. */
  readonly domain?: string;
  /** Addresses of linked repositories that can be looked into first. */
  readonly repositories?: readonly string[];
  /** Too weak for what the organisation wants to have said in a page; the button and the side panel say it. */
  readonly isQuiet?: true;
  readonly organisation?: OrganisationWords;
}
/** What a person chose in a page to have it checked. */
export interface Waiting { readonly text?: string; readonly link?: string }
/** Without `inspected` there is nothing to say. */
export interface RepositoryNote { readonly inspected?: Inspected; readonly placement: Placement }
/**
 * `cropped`: a closer look found a cut-out of a photo that is remembered under another profile. `noRoom`: found nowhere else, and the disk is too full
 * to remember it.
 */
export type PhotoAnswer = 'remembered' | 'noRoom' | 'same' | 'similar' | 'cropped' | { readonly skipped: string };

const Rect = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), ratio: z.number() });
const nothing = z.strictObject({});

/** Somebody passed by in a list: only what tells whose photo it is. A list has 24 at most. */
const Sighted = z.strictObject({
  profileUrl: z.string(), identifier: z.optional(z.string()), memberNumber: z.optional(z.number()), photo: z.string(),
});
const Sightings = z.array(Sighted).check(z.maxLength(24));

/** Words of one mail as the script of its frame reads them (utils/surfaces/mail-words.ts). */
const ToldWords = z.strictObject({
  all: z.string(), own: z.string(),
  quotes: z.array(z.strictObject({ text: z.string(), isFolded: z.boolean() })),
  links: z.array(z.strictObject({ url: z.string(), text: z.optional(z.string()), target: z.optional(z.string()), isQuoted: z.boolean() })).check(z.maxLength(listLimit)),
});

/** Asked of the background. */
export const questions = {
  judge: { ask: Facts, fromPages: true },
  /** Whether the page that asks may be read: the person, or the policy, can switch a site off. */
  mayRead: { ask: nothing, fromPages: true },
  /** From a frame of another origin, for the page around it; without words it asks whether they are wanted. */
  mailFrame: { ask: z.strictObject({ place: z.array(z.number()), words: z.optional(ToldWords) }), fromPages: true },
  sighted: { ask: z.strictObject({ people: Sightings }), fromPages: true },
  card: { ask: nothing, fromPages: true },
  badge: { ask: z.strictObject({ level: z.enum(levels), health: z.enum(['readable', 'unreadable', 'nothing to read', 'switched off']) }), fromPages: true },
  /** `repository`: its address, for the page that inspects it. `asked`: what was asked for, for first aid. */
  open: { ask: z.strictObject({ page: z.enum(['first-aid', 'options', 'inspect', 'check', 'welcome']), repository: z.optional(z.string()), asked: z.optional(z.readonly(z.array(z.enum(marks)))) }), fromPages: true },
  /** What is remembered of the repository whose page asks. */
  repositoryNote: { ask: nothing, fromPages: true },
  rememberInspection: { ask: z.strictObject({ repository: z.string(), level: z.enum(levels) }), fromPages: false },
  /** `days` bounds a mark on a sender or a domain. */
  dismiss: { ask: z.strictObject({ facts: Facts, scope: z.enum(scopes), days: z.optional(z.literal(quietDays)), undo: z.boolean() }), fromPages: true },
  /** What is remembered of who wrote this. */
  timeline: { ask: z.strictObject({ facts: Facts }), fromPages: false },
  /** The employer they name, where the table of companies knows its site. */
  employer: { ask: z.strictObject({ facts: Facts }), fromPages: false },
  /** Ends one exception, or all without a key. */
  undismiss: { ask: z.strictObject({ key: z.optional(z.string()) }), fromPages: false },
  checkPhoto: { ask: z.strictObject({ tabId: z.number(), windowId: z.number(), place: Rect, facts: Facts, deep: z.boolean() }), fromPages: false },
  /** For the page that checks, once: what was chosen for it. */
  waiting: { ask: nothing, fromPages: false },
  /** That one of our own pages asks another host for something. */
  countSent: { ask: z.strictObject({ what: z.enum(['archives']) }), fromPages: false },
  forgetPhotos: { ask: nothing, fromPages: false },
  /** Rows of the memory, without names: there are none. */
  remembered: { ask: nothing, fromPages: false },
  forgetOne: { ask: z.strictObject({ what: z.enum(['contact', 'photo']), key: z.string() }), fromPages: false },
  /** The rules that judge, in the language of the interface. */
  rules: { ask: nothing, fromPages: false },
  /** The packs that judge: how old, and how the last looks for newer ones went. */
  packs: { ask: nothing, fromPages: false },
  /** Looks for newer packs now. */
  checkPacks: { ask: nothing, fromPages: false },
  rollBackPack: { ask: z.strictObject({ id: z.string() }), fromPages: false },
  forget: { ask: nothing, fromPages: false },
  /** What an organisation is told, word for word. */
  events: { ask: nothing, fromPages: false },
} as const;
type Questions = typeof questions;
export type Name = keyof Questions;
export type Ask<N extends Name> = z.infer<Questions[N]['ask']>;
export interface Answer {
  /** With where it may be shown: a page cannot read settings. */
  judge: Judgement & { readonly placement: Placement };
  mayRead: boolean;
  /** Whether photos are wanted at all: a page that hears no asks never again. */
  sighted: boolean;
  /** Whether the page took it, has to draw itself first, or is none that may. */
  mailFrame: 'taken' | 'later' | 'unwanted';
  /** The card's script is in the page. */
  card: void;
  badge: void;
  open: void;
  repositoryNote: RepositoryNote;
  rememberInspection: void;
  dismiss: void;
  /** Oldest first. */
  timeline: readonly Event[];
  employer: { readonly name: string; readonly domain: string } | undefined;
  undismiss: void;
  checkPhoto: PhotoAnswer;
  waiting: Waiting;
  countSent: void;
  remembered: Remembered;
  forgetOne: void;
  rules: readonly ListedRule[];
  packs: readonly PackState[];
  checkPacks: readonly PackState[];
  rollBackPack: readonly PackState[];
  /** Number of photos forgotten. */
  forgetPhotos: number;
  /** Number of photos, contacts and inspections forgotten. */
  forget: number;
  /** Undefined where no policy wants events. */
  events: EventsPreview | undefined;
}
export interface From {
  readonly tabId?: number;
  /** Of who asks; `pageUrl` of the page around a frame, where we may read there. */
  readonly url?: string;
  readonly pageUrl?: string;
  readonly frameId?: number;
  readonly incognito: boolean;
  readonly fromPage: boolean;
}
export type Answers = { [N in Name]: (ask: Ask<N>, from: From) => Promise<Answer[N]> };

/** Asked of the content script by the popup. Message text lives in the page's memory only, so the popup asks for it there. */
export interface PageItem {
  readonly key: string;
  readonly facts: Facts;
  readonly judgement: Judgement;
  /** Number of the candidate that found each fact's place (utils/surfaces/places.ts). */
  readonly answered?: Readonly<Record<string, number>>;
}
export interface PageState {
  readonly health: z.infer<Questions['badge']['ask']>['health'];
  readonly items: readonly PageItem[];
  /** Set when the background could not judge: why, in a sentence. */
  readonly trouble?: string;
}
export interface PageQuestions {
  /** What stands on the page, judged. `again` judges everything anew (a photo was checked, a dismissal undone). */
  state: { ask: { again: boolean }; answer: PageState };
  /** Where the photo of an item is on the screen; null when it is out of view. */
  photoPlace: { ask: { key: string }; answer: z.infer<typeof Rect> | null };
}

/** Told to the page's script by the background: what a frame of another origin in it says. Answered with whether the page has that frame. */
export interface FrameNews { readonly mailFrame: Ask<'mailFrame'> & { readonly frame: number } }

/** What comes back: the answer, or why there is none. */
export type Reply<T> = { readonly ok: T } | { readonly error: string };
