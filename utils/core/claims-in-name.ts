import type { Named } from './claimed-employer.ts';
import { nameAt } from './employer-name.ts';
import { hiringRole } from './employer-words.ts';

const word = '(?:recruit(?:ing|ment|er)|careers?|hr|human resources|talent(?: acquisition)?|hiring|jobs|people|staffing)';
/** "X Careers", "X HR Team", "X Talent Acquisition". */
const trailing = new RegExp(`^(.{2,60}?)[ ,:-]+(?:${word}[ &]*){1,2}(?:team|department|dept\\.?|office|manager|specialist)?$`, 'iu');
/** "Careers at X", "HR @ X", "Recruitment - X". */
const leading = new RegExp(`^(?:${word}[ &]*){1,2}(?:team|department)?(?: at | @ ?| of | [|–-] )(.{2,60})$`, 'iu');
/** "Dana (X)", "Dana from X", "Dana Wolf | X", "Dana Wolf @ X". */
const beside = /^[^()]{2,60}\(([^()]{2,60})\)$|^[^()|]{2,60}(?: (?:from|at|bei|chez|von|из|з) | ?[@|] ?)(.{2,60})$/iu;
const role = new RegExp(`^(?:\\p{L}+ )?${hiringRole}$`, 'iu');

/** Employers in a display name. Several hands write there (mailing lists say "via"), so only the sure forms count. */
export function claimsInName(name: string): Named[] {
  const bare = name.trim().replace(/^["']|["']$/g, '');
  if (/(?<!\p{L})via(?!\p{L})/iu.test(bare) || bare.includes('://')) return [];
  const match = leading.exec(bare) ?? trailing.exec(bare) ?? beside.exec(bare);
  const written = (match?.[1] ?? match?.[2])?.trim();
  if (!written || role.test(written) || written.includes('@')) return [];
  const read = nameAt(written, 0);
  return read && read.length >= written.length - 1 ? [{ name: read, isFirm: true }] : [];
}
