import { strengthOf } from '../../../utils/core/score.ts';
import { percent, type Share } from '../interval.mts';
import { table } from '../markdown.mts';
import { isCaught, reaches, type InspectedProject } from './inspected-project.mts';

export interface ProjectSet { readonly name: string; readonly ones: readonly InspectedProject[] }

const share = (ones: readonly InspectedProject[], holds: (one: InspectedProject) => boolean): Share => ({ hits: ones.filter(holds).length, of: ones.length });

/** How many malicious projects are caught, set by set. */
export const catchTable = (sets: readonly ProjectSet[]): string =>
  table(['malicious projects', 'danger, and a finding where the harm is', 'danger', 'caution or above', 'finding where the harm is'], sets.map(({ name, ones }) => [
    name, percent(share(ones, isCaught)), percent(share(ones, reaches('danger'))), percent(share(ones, reaches('caution'))), percent(share(ones, ({ isFoundThere }) => isFoundThere)),
  ]));

/** How many ordinary projects are warned about, set by set. */
export const alarmTable = (sets: readonly ProjectSet[]): string =>
  table(['ordinary projects', 'nothing', 'notice', 'caution or above', 'danger'], sets.map(({ name, ones }) => [
    name, String(share(ones, ({ level }) => level === 'none').hits), String(share(ones, ({ level }) => level === 'notice').hits),
    percent(share(ones, reaches('caution'))), percent(share(ones, reaches('danger'))),
  ]));

/** In how many projects each rule held. */
export function ruleTable(malicious: readonly ProjectSet[], ordinary: readonly ProjectSet[]): string {
  const count = (sets: readonly ProjectSet[], rule: string) => sets.flatMap(({ ones }) => ones).filter(({ rules }) => rules.includes(rule)).length;
  const rules = [...new Set([...malicious, ...ordinary].flatMap(({ ones }) => ones.flatMap(({ rules }) => rules)))];
  const counted = rules.map((rule) => ({ rule, of: [count(malicious, rule), count(ordinary, rule)] as const }));
  const sorted = counted.sort((a, b) => b.of[0] - a.of[0] || b.of[1] - a.of[1] || (a.rule < b.rule ? -1 : 1));
  return table(['rule', 'malicious', 'ordinary'], sorted.map(({ rule, of }) => [rule, ...of.map(String)]));
}

/** Malicious projects that were not caught, the most silent first. */
export const misses = (ones: readonly InspectedProject[]): InspectedProject[] => ones.filter((one) => !isCaught(one)).sort((a, b) => strengthOf(a) - strengthOf(b) || (a.id < b.id ? -1 : 1));
/** Ordinary projects that were warned about, the loudest first. */
export const alarms = (ones: readonly InspectedProject[]): InspectedProject[] => ones.filter(reaches('caution')).sort((a, b) => strengthOf(b) - strengthOf(a) || (a.id < b.id ? -1 : 1));

export const missList = (ones: readonly InspectedProject[]): string => listOf(misses(ones), ({ rules }) => rules.join(', '));
export const alarmList = (ones: readonly InspectedProject[]): string => listOf(alarms(ones), ({ places }) => places.join('; '));

const listOf = (ones: readonly InspectedProject[], say: (one: InspectedProject) => string): string =>
  (ones.length === 0 ? 'none' : ones.map((one) => `- \`${one.id}\` ${one.level}${say(one) ? `: ${say(one)}` : ''}`).join('\n'));
