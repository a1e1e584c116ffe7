import { loadKnowledge } from '../utils/cli/load-knowledge.ts';
import { createJudge } from '../utils/core/judge.ts';
import { readRows, factsOf } from './eval/row.mts';
const judge = createJudge(loadKnowledge({ indicators: false }));
const want=new Set(process.argv.slice(2));
for (const set of ['messages','emails_job','emails_other','job_ads']) for (const r of readRows(`../shared/data/eval/${set}.jsonl`)) if ([...want].some(w=>r.id.includes(w))) { const v=judge(factsOf(r)); console.log('\n##',r.id,v.level,v.asks.join(' ')); for(const f of v.findings) console.log('  ',f.rule,f.severity,JSON.stringify(f.seen.map(s=>[s.fact,s.value])).slice(0,400)); console.log('  TEXT',r.text.replace(/\s+/g,' ').slice(0,350)); }
