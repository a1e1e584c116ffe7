import type { Given } from './call.ts';
import { allGiven } from './call.ts';
import { copier, writer } from './path-names.ts';
import { label, nothing, type Value } from './python-value.ts';
import type { Detail, Kind } from '../sighting.ts';
import { oneLine } from '../snippet.ts';

/** Files and settings from which a computer starts things by itself later. Sources: docs.python.org/3/library/site, and the manuals of the shells and systems. */
const places: readonly (readonly [RegExp, number])[] = [
  [/\.pth$|\b(?:user|site)customize\.py$/, label.atPython],
  [/(?:^|[\\/])\.(?:bash(?:rc|_profile|_login|_aliases)|zsh(?:rc|env)|z?profile|zlogin)$|\.config\/fish\/config\.fish$|PowerShell_profile\.ps1$/, label.atShell],
  [/Library\/Launch(?:Agents|Daemons)|Start Menu|[\\/]Programs[\\/]Startup|\.config\/autostart|\.config\/systemd\/user|^\/etc\/(?:systemd|cron|init\.d|rc\.local)|CurrentVersion\\+Run/i, label.atLogin],
  [/^(?:LaunchAgents|Startup)$/, label.atLogin],
];
const anyPlace = label.atPython | label.atShell | label.atLogin;
/** Longer texts are no names of places. */
const longest = 300;

export const lastingPlace = (text: string): number =>
  text.length > longest || text.length < 4 ? 0 : places.reduce((labels, [pattern, bit]) => (pattern.test(text) ? labels | bit : labels), 0);

/** Programs whose work is to start others later, and registry keys that do. */
const schedulers = /(?:^|[\s;&|'"/])crontab\s+(?!-l\b|-r\b|--?h|--?V)\S|\bschtasks(?:\.exe)?["']?\s[^\n]*\/create\b|\breg(?:\.exe)?["']?\s+add\s[^\n]*CurrentVersion\\+Run|\blaunchctl["']?\s+(?:load|bootstrap|submit)\b|\bsystemctl["']?\s+--user\s[^\n]*\benable\b/i;
/** A redirection into what each shell reads first. */
const intoProfile = />>\s*["']?(?:~|\$HOME|\$\{HOME\}|…)?\/?\.(?:bashrc|zshrc|profile|bash_profile|zprofile|zshenv)\b/;
const writesKey = /^(?:_?winreg)\.SetValue(?:Ex)?$|^win32api\.RegSetValueEx$/;
const dumps = /^(?:plistlib\.(?:dump|writePlist)|json\.dump|yaml\.(?:safe_)?dump)$/;
const schedules = /^crontab\.CronTab\(\)\.(?:new|write)$|^apscheduler\.persist/;
/** A line that starts a program; paths, aliases and `eval "$(tool init)"` are what installers add. */
const startsProgram = /(?:^|[\n;&|(])[ \t]*(?:nohup[ \t]+|setsid[ \t]+)?(?:\S*\/)?(?:python[\d.]*|node|bash|sh|curl|wget|perl|ruby|osascript)[ \t]|\bexec[ \t]*\(|__import__|…[ \t]+…?\S*\.py\b/;
const runsText = /(?:^|[\n;])[ \t]*import[ \t]|\bexec[ \t]*\(|__import__/;

/** Calls that are asked for, so that all others need not be. */
export const lastingCalls: readonly RegExp[] = [writer, copier, dumps, writesKey, schedules];

/** Whether a call leaves something on the computer that starts again by itself. */
export function leavesBehind(name: string, receiver: Value | undefined, given: Given, see: (kind: Kind, detail?: Detail) => void): void {
  const all = allGiven(given);
  if (writesKey.test(name) && all.labels & label.atLogin) return see('stays-on-computer', { how: 'at login' });
  if (schedules.test(name)) return see('stays-on-computer', { how: 'at login' });
  const place = writer.test(name) ? receiver : copier.test(name) || dumps.test(name) ? given.plain[1] ?? nothing : nothing;
  const bits = (place?.labels ?? 0) & anyPlace;
  if (bits === 0) return;
  const text = given.plain.find((value) => value.text !== undefined)?.text;
  const comes = all.labels & (label.fetched | label.decoded);
  const isCopied = !writer.test(name);
  if (bits & label.atLogin) see('stays-on-computer', { how: 'at login' });
  else if (bits & label.atPython && (comes || isCopied || text !== undefined && (runsText.test(text) || isRunWhole(place)))) see('stays-on-computer', { how: 'at every start of Python' });
  else if (bits & label.atShell && (comes || text !== undefined && startsProgram.test(text))) see('stays-on-computer', { how: 'in every shell' });
}

/** These are run from end to end; a `.pth` file mostly holds paths. */
const isRunWhole = (place: Value | undefined): boolean => (place?.keys ?? []).concat(place?.text ?? []).some((text) => /(?:user|site)customize\.py$/.test(text));

export function schedulesCommand(command: string, see: (kind: Kind, detail?: Detail) => void): void {
  if (schedulers.test(command)) see('stays-on-computer', { how: 'at login', command: oneLine(command) });
  else if (intoProfile.test(command) && /python|node|curl|wget|nohup|\.py\b|\.sh\b|base64/.test(command.replace(/>>.*/, ''))) see('stays-on-computer', { how: 'in every shell', command: oneLine(command) });
}
