import { benchJudge } from './bench/judge.mts';
await benchJudge('/work/shared/data/eval/messages.jsonl');
