import type { Finding } from '../../utils/core/verdict.ts';

export const exampleFinding = (over: Partial<Finding> = {}): Finding => ({
  rule: 'asks-to-run-code',
  theme: 'assignment',
  severity: 'high',
  title: 'A stranger asks you to run their code',
  why: 'Mara Quill asks you to run code from larkspur-tasks.example.',
  rationale: 'In staged interviews the task itself copies passwords.',
  normal: 'A sandbox that the company hosts.',
  advice: 'Read the code in the browser first.',
  references: ['https://attack.mitre.org/techniques/T1204/'],
  seen: [{ fact: 'links.host', value: 'larkspur-tasks.example', index: 0 }],
  share: 1,
  trial: false,
  ...over,
});
