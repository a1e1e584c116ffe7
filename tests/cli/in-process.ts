import { vi } from 'vitest';
import type { Ended } from './run-program.ts';

/**
 * Runs a part of the program inside the test: starting the program takes longer than what is asked of it. What it throws is what
 * main.ts would print to stderr with exit code 2.
 */
export async function inProcess(act: () => Promise<void>): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) => vi.spyOn(process[name], 'write').mockImplementation((text) => {
    said[name] += String(text);
    return true;
  }));
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await act();
  } catch (error) {
    said.stderr += `${(error as Error).message}\n`;
    process.exitCode = 2;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = before;
  return { ...said, code };
}
