import { existsSync, readFileSync } from 'node:fs';
import { loadKnowledge } from '../../utils/cli/load-knowledge.ts';
import { Facts } from '../../utils/core/facts.ts';
import { createJudge } from '../../utils/core/judge.ts';
import { fastest, ms, row, section } from './report.mts';

const ownMessages = [
  'Hello Robin, I saw your talk and would like to tell you about a role in our platform team. Do you have time this week?',
  'As discussed, here is the pre-employment test: https://github.com/northwind-lab/wallet-check Please clone it, run npm install and tell me what you see.',
  'Thanks for applying! Your HackerRank test is ready: https://www.hackerrank.com/tests/abc123 It takes about 90 minutes.',
  'Заработок от 200$ в день, пишите в телеграм t.me/example_work',
  '面接の前に、こちらの課題を実行してください。 https://bitbucket.org/example/task',
];

/** Lines with a `text`, made into the facts of a message. Falls back to texts of this file. */
function readMessages(path: string | undefined): Facts[] {
  const texts = path && existsSync(path)
    ? readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { text: string }).text)
    : Array.from({ length: 2_000 }, (_, i) => `${ownMessages[i % ownMessages.length]} (${i})`);
  return texts.map((text) => ({ surface: 'linkedin-message', seenAt: '2026-11-21T10:00:00Z', message: { text } }));
}

export async function benchJudge(path: string | undefined): Promise<void> {
  section('Judging messages on one core');
  const knowledge = loadKnowledge();
  const messages = readMessages(path);
  const characters = messages.reduce((sum, { message }) => sum + message!.text!.length, 0) / messages.length;
  row('rules in the base pack', String(knowledge.rules.length));
  row('messages', String(messages.length), `${characters.toFixed(0)} characters on average`);
  const judge = createJudge(knowledge);
  for (const facts of messages) judge(facts);
  const judging = fastest(() => messages.forEach((facts) => judge(facts)));
  const parsing = fastest(() => messages.forEach((facts) => Facts.parse(facts)));
  const phrases = JSON.stringify(knowledge.rules).match(/"says":(?:\{[^}]*\}|\[[^\]]*\])/g)!
    .flatMap((says) => says.match(/"[^"]+"/g)!.slice(1)).map((phrase) => phrase.slice(1, -1).toLowerCase());
  let found = 0;
  const keywords = fastest(() => messages.forEach(({ message }) => {
    const lower = message!.text!.toLowerCase();
    for (const phrase of phrases) if (lower.includes(phrase)) found++;
  }));
  row('judge, messages a second', (messages.length / judging * 1000).toFixed(0), `${ms(judging / messages.length)} each`);
  row(`baseline: includes() for each of the ${phrases.length} phrases`, (messages.length / keywords * 1000).toFixed(0), `judge takes ${(judging / keywords).toFixed(2)} of its time; ${found} hits`);
  row('baseline: schema check of the same facts', (messages.length / parsing * 1000).toFixed(0), `judge takes ${(judging / parsing).toFixed(1)} times as long`);
  await watchMemory(() => judge, messages);
}

/** Heap after every 250,000 of a million messages, each a fresh string. */
async function watchMemory(get: () => ReturnType<typeof createJudge>, messages: readonly Facts[]): Promise<void> {
  const judge = get();
  const heaps: number[] = [];
  for (let i = 0; i < 1_000_000; i++) {
    const facts = messages[i % messages.length]!;
    judge({ ...facts, message: { text: `${i} ${facts.message!.text!.slice(0, 200)}` } });
    if (i % 250_000 === 249_999) {
      globalThis.gc?.();
      await new Promise((done) => setImmediate(done));
      heaps.push(process.memoryUsage().heapUsed / 1e6);
    }
  }
  row('heap over a million messages, MB', heaps.map((heap) => heap.toFixed(0)).join(' '), `last / first ${(heaps.at(-1)! / heaps[0]!).toFixed(2)}`);
}
