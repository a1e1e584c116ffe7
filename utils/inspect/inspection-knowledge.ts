import * as z from 'zod/mini';
import type { NamedLists } from '../core/named-list.ts';
import type { Pack } from '../core/pack.ts';
import { faultsOfInspection, InspectionRule } from './inspection-rule.ts';
import type { InspectionKnowledge } from './judge-project.ts';

/** The part of a pack that inspections need. Throws an error that names the rule at fault. */
export function inspectionKnowledgeOf({ id, inspectionRules = [] }: Pack, lists: NamedLists): InspectionKnowledge {
  return { rules: inspectionRules.map((rule, i) => readRule(rule, `rule ${i + 1} for projects of pack "${id}"`)), lists };
}

function readRule(value: unknown, place: string): InspectionRule {
  const { success, data, error } = InspectionRule.safeParse(value);
  if (!success) throw new Error(`The ${place} does not fit the format of rules: ${z.prettifyError(error)}`);
  const [fault] = faultsOfInspection(data);
  if (fault) throw new Error(`The ${place}, "${data.id}", is faulty: ${fault}`);
  return data;
}
