/** A command of a script with where it begins; lines that go on are one. */
export interface ScriptLine { readonly at: number; readonly text: string }

/** Lines of a shell, PowerShell or batch script without comments. */
export function scriptLines(text: string): ScriptLine[] {
  const lines: ScriptLine[] = [];
  let at = 0;
  let open: { at: number; text: string } | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    const part = /^\s*(?:#(?!!)|::|@?rem\s)/i.test(line) ? '' : line.replace(/\s#\s.*$/, '');
    const current: { at: number; text: string } = open ?? { at, text: '' };
    const goesOn = /(?:[^\\]\\|\^|\s`|\|)$/.test(part.trimEnd());
    current.text += `${open ? ' ' : ''}${goesOn ? part.trimEnd().replace(/[\\^`]$/, '') : part}`;
    at += raw.length + 1;
    // A line that never ends is cut: it is kept apart from what follows.
    open = goesOn && current.text.length < 20_000 ? current : undefined;
    if (!open && current.text.trim()) lines.push(current);
  }
  if (open) lines.push(open);
  return lines;
}
