import { useEffect, useState } from 'preact/hooks';
import { readDiagnosis, type Diagnosis } from '../../utils/platform/diagnosis.ts';

/** What was found out, as of the last reading; `read` reads again, and `count` says how often that was done. */
export function useDiagnosis() {
  const [{ found, fault, count }, setFound] = useState<{ found?: Diagnosis; fault?: string; count: number }>({ count: 0 });
  const read = () => void readDiagnosis().then(
    (now) => setFound((before) => ({ found: now, count: before.count + 1 })),
    (error: Error) => setFound((before) => ({ ...before, fault: error.message })),
  );
  useEffect(read, []);
  return { found, fault, count, read };
}
