import type { Node } from '@babel/types';
import { evaluate, keyName, memberName } from './evaluate.ts';
import type { Frame } from './frame.ts';
import { readMember, setterOf } from './member.ts';
import { connections } from './natives.ts';
import { namesIn } from './scope.ts';
import { noteScriptText } from './sinks.ts';
import { elementsOf, label, memberOf, ofLabels, type Value } from './value.ts';

/** Gives a value to a name, a member or a pattern. Without `withDefaults` only the value is handed on, for calls: defaults belong to the function. */
export function assign(target: Node | null, value: Value, frame: Frame, withDefaults = true): void {
  switch (target?.type) {
    case 'Identifier': return (frame.scope.find(target.name) ?? memberOf(frame.program.globals, target.name)).add(value);
    case 'AssignmentPattern': {
      if (withDefaults) assign(target.left, evaluate(target.right, frame), frame);
      return assign(target.left, value, frame, withDefaults);
    }
    case 'RestElement': return assign(target.argument, value, frame, withDefaults);
    case 'TSParameterProperty': {
      for (const thing of frame.self?.things ?? []) for (const name of namesIn(target)) memberOf(thing, name).add(value);
      return assign(target.parameter, value, frame, withDefaults);
    }
    case 'ArrayPattern': return target.elements.forEach((element, index) => assign(element, elementAt(value, index, frame), frame, withDefaults));
    case 'ObjectPattern': {
      for (const property of target.properties) {
        if (property.type === 'RestElement') assign(property.argument, value, frame, withDefaults);
        else assign(property.value, readMember(value, property.computed ? undefined : keyName(property.key), frame.program), frame, withDefaults);
      }
      return;
    }
    case 'MemberExpression': if (withDefaults) assignMember(target, value, frame); return;
    case 'TSAsExpression': case 'TSNonNullExpression': case 'ParenthesizedExpression': return assign(target.expression, value, frame, withDefaults);
    default:
  }
}

/** `[a, b] = value`: an array of texts read as pairs (Object.entries) has its elements one level deeper. */
const elementAt = (value: Value, index: number, { program }: Frame): Value =>
  (value.things.length === 0 ? elementsOf(value) : readMember(value, String(index), program));

function assignMember(target: Node & { type: 'MemberExpression' }, value: Value, frame: Frame): void {
  const object = evaluate(target.object, frame);
  const name = memberName(target, frame);
  const { script, program } = frame;
  if (object.natives.includes('module') && name === 'exports') script.whole.add(value);
  if (object.natives.includes('module.exports') || object.natives.includes('exports')) memberOf(script.exports, name).add(value);
  if (object.natives.includes('global') && name) memberOf(program.globals, name).add(value);
  for (const thing of object.things) {
    memberOf(thing, name).add(value);
    if (name !== undefined) thing.members.get(setterOf(name))?.value.functions.forEach((one) => one.call([value]));
  }
  if (object.natives.some((native) => connections.test(native)) && name?.startsWith('on')) {
    value.functions.forEach((one) => one.call([ofLabels(label.fetched)]));
  }
  if (object.natives.includes('script element')) noteScriptText(target, name, value, frame);
}
