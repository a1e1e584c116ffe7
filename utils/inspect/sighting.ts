import type { NamedLists } from '../core/named-list.ts';
import type { Project } from './project.ts';
import type { Moment } from './run.ts';

/** What a detector can see at one place, and no more: a rule may name nothing else. */
export const kinds = {
  'runs-fetched-text': 'Text from the network is executed as code.',
  'runs-decoded-text': 'Text that is decoded first (base64, hex, character codes) is executed as code.',
  'runs-built-text': 'Text that is put together at run time is executed as code.',
  'starts-process': 'A program is started.',
  'starts-fetched-file': 'A file is fetched from the network and started.',
  'loads-disguised-file': 'A file is loaded as code whose name says that it is something else.',
  'sends-environment': 'Environment variables are sent to the network.',
  'sends-files': 'Files from outside the project are sent to the network.',
  'reads-wallets': 'Folders of wallets, or of wallet extensions, are read.',
  'reads-browser-data': 'Passwords, cookies or profiles of browsers are read.',
  'reads-keys': 'Private keys, key rings or stored credentials are read.',
  'reads-clipboard': 'The clipboard is read.',
  'changes-clipboard': 'The clipboard is changed by a program.',
  'sends-wallet-key': 'The key or the words of a wallet are sent to the network.',
  'stays-on-computer': 'Something is written where the computer starts it again by itself: at login, in every shell, at every start of Python.',
  'loads-compiled-code': 'A compiled file of the project is loaded whose source is not with it.',
  'watches-person': 'Keys, mouse or screen are recorded.',
  'asks-blockchain-for-code': 'Text is fetched from a blockchain transaction or contract and used.',
  'decodes-address': 'A network address is kept encoded and decoded at run time.',
  'hides-behind-whitespace': 'Code stands behind so many spaces or empty lines that an editor does not show it.',
  'obfuscated': 'Code was made unreadable on purpose.',
  'invisible-characters': 'Characters that nobody sees stand in code.',
  'direction-characters': 'Characters that turn the reading direction stand in code.',
  'disguised-file': 'What a file holds is not what its name says.',
  'program-file': 'A program for a computer, already built.',
  'shortcut-file': 'A shortcut that starts something.',
  'listed-package': 'A package that was reported as malicious.',
  'package-like-popular': 'A package whose name resembles a popular one.',
  'package-from-elsewhere': 'A dependency from an address, not from the registry.',
  'lock-from-elsewhere': 'A lock file takes a package from an address that is not the registry.',
  'registry-elsewhere': 'A setting takes packages from another registry.',
  'automatic-tasks-allowed': 'A setting lets tasks start when the folder is opened.',
  'trust-prompts-off': 'A setting turns off the question whether the folder is trusted.',
  'extension-asked-for': 'The folder asks for an extension of the editor that is not among the much-used ones.',
  'hooks-path': 'A setting moves the hooks of git into the project.',
  'hook-file': 'A hook of git lies in the project.',
  'unsafe-deserialising': 'Stored objects are read in a way that runs code.',
  'listed-host': 'An address on a reported host.',
  'listed-address': 'A reported network address.',
  'unread-entry': 'An entry of the archive or folder that was not looked into, or that is packed to mislead.',
} as const satisfies Readonly<Record<string, string>>;
export type Kind = keyof typeof kinds;

/** What a detector may say besides; rules ask for these by name. */
export const details = {
  package: 'Name of a package.',
  version: 'Version or range of a package, as written.',
  popular: 'Name of the popular package that a package resembles.',
  how: 'How: the resemblance, the call, the method.',
  list: 'Name of the list that something is a member of.',
  host: 'Host of an address.',
  url: 'Address, as written or as decoded.',
  command: 'Command that is started.',
  target: 'File of the project that is loaded or started.',
  pretends: 'What a name says that the file is.',
  holds: 'What the file holds.',
  by: 'What does it: the call, the setting, the tool.',
  source: 'Where a value comes from.',
  hook: 'Name of a hook of git.',
  path: 'File or folder that is read, or that a setting names.',
  setting: 'Name of a setting.',
  way: 'How something is executed, loaded or sent: the function.',
  isDetour: 'A function was reached by a way that hides its name.',
  givesRequire: 'The text that is run can load modules.',
  isDecoded: 'It was decoded on its way.',
  isAddressHidden: 'The address that was asked is kept encoded.',
  asValue: 'The text stands in brackets: as old programs read JSON.',
  isDetached: 'A program goes on when what started it has ended.',
  isHidden: 'A program is started without a window or any output.',
  fetches: 'A command fetches from the network.',
  runsFetched: 'A command runs what it fetches.',
  isEncoded: 'A command is encoded.',
  isSent: 'What was read is sent to the network.',
  isSecret: 'What is sent belongs to wallets, browsers or keys.',
  where: 'Where an encoded address stands: "code", "text in code" or "settings".',
  asked: 'The encoded address is asked.',
  isParsed: 'False: the file could not be parsed, one line of it says so.',
  isUnchecked: 'Nothing checks what comes: no checksum, no certificate, no encryption.',
  hostKind: 'Whose a host is: "registry" of many, "own network", "throw-away" (a tunnel, free space), "bare number", "unknown".',
  runsOnInstall: 'A package runs something of its own when it is installed.',
  isWithin: 'It stands within a file whose other parts another tool made, or a person.',
  isNamesake: 'A host has the name of those under whose scope a package is published.',
  isOfPage: 'The program looks for the scripts of the page that loads it.',
  count: 'How many.',
  reason: 'Why an entry was not looked into, or what is odd about how it is packed: a reason of `project.ts`.',
} as const satisfies Readonly<Record<string, string>>;

/** Details that a detector says when they are true: left out, they are false. Every other detail that is left out is unknown. */
export const flags = [
  'isDetour', 'givesRequire', 'isDecoded', 'isAddressHidden', 'asValue', 'isDetached', 'isHidden', 'fetches', 'runsFetched', 'isEncoded', 'isSent', 'isUnchecked', 'runsOnInstall', 'isWithin', 'isNamesake', 'isOfPage',
] as const satisfies readonly (keyof typeof details)[];

export type Detail = Readonly<Record<string, string | number | boolean>>;

/** What a detector saw at one place. */
export interface Sighting {
  readonly kind: Kind;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** One line, cut at 160, control characters shown as "␀". */
  readonly snippet: string;
  /** Host, package, list, command and the like. */
  readonly detail?: Detail;
  /** Moments at which this file runs, from the runs and the graph of imports. */
  readonly reached?: readonly Moment[];
}

/** Where lines begin in a text. */
export interface LineIndex {
  /** Line of an offset, from 1. */
  readonly lineOf: (offset: number) => number;
}
export interface TextFile { readonly path: string; readonly text: string; readonly lines: LineIndex }

export type Detector = (file: TextFile, project: Project) => readonly Sighting[];
/** Looks at the project as a whole, and at the bytes of files that are no text. */
export type ProjectDetector = (project: Project) => readonly Sighting[];
/** Compares what a file names with lists. */
export type ListDetector = (file: TextFile, project: Project, lists: NamedLists) => readonly Sighting[];
