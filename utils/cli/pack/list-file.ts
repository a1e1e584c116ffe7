import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { writeWhole } from '../../packs-publishing/metadata-files.ts';
import { indicatorLists, type IndicatorList } from './place-indicator.ts';

/** What a row says beside its member: since and until when, and where it is from. */
export interface Entry { readonly since?: string; readonly until?: string; readonly source: string }

/** Most members of a list. A hash set of that many has 8 MB. */
export const mostMembers = 1_000_000;

/** A list of a pack while indicators go in. Nothing is written before `save`. */
export class ListFile {
  readonly name: IndicatorList;
  private readonly path: string;
  private readonly head: string[];
  private readonly rows = new Map<string, string>();
  private changed = false;

  constructor(folder: string, name: IndicatorList, today: string) {
    this.name = name;
    const there = existsSync(folder) ? readdirSync(folder).find((file) => basename(file, extname(file)) === name) : undefined;
    this.path = join(folder, there ?? `${name}.tsv`);
    const lines = there === undefined ? [] : readFileSync(this.path, 'utf8').split('\n').filter((line) => line.trim());
    this.head = lines.filter((line) => line.startsWith('#'));
    for (const line of lines) if (!line.startsWith('#')) this.rows.set(line.split('\t')[0]!.trim().toLowerCase(), line);
    if (there === undefined) {
      this.head = [
        `# match: ${indicatorLists[name]}`, '# indicators: yes', '# licence: as its sources, named per row', `# date: ${today}`,
        '# origin: taken over by pack add', '# until: column 3', '# member, since, until, source',
      ];
    } else if (!this.head.some((line) => line.startsWith('# until:'))) this.head.push('# until: column 3');
  }

  /** False when the list has the member already; a later end is taken over. Throws when the list is full. */
  put(member: string, { since = '', until = '', source }: Entry): boolean {
    const before = this.rows.get(member);
    const end = before?.split('\t')[2] ?? '';
    if (before !== undefined && (end === '' || (until !== '' && until <= end))) return false;
    if (before === undefined && this.rows.size >= mostMembers) throw new Error(`The list "${this.name}" is full: ${mostMembers} members.`);
    this.rows.set(member, [member, since, until, source.replace(/[\t\r\n]/g, ' ')].join('\t'));
    this.changed = true;
    return before === undefined;
  }

  /** Takes a member out that its source took back. */
  remove(member: string): boolean {
    const was = this.rows.delete(member);
    this.changed ||= was;
    return was;
  }

  save(): void {
    if (this.changed) writeWhole(this.path, [...this.head, ...[...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row), ''].join('\n'));
  }

  get members(): string[] {
    return [...this.rows.keys()];
  }
}
