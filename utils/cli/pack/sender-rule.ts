import type { TestedRule } from '../../core/rule.ts';

/**
 * A rule for mail addresses that a pack names: the extension's own rules ask for the hosts of senders only. Its cases use members of
 * the list, so it is made with the first ones. Undefined when there are none.
 */
export function senderRule(members: readonly string[], today: string): TestedRule | undefined {
  const [first] = members;
  if (first === undefined) return undefined;
  const from = (name: string, email: string, text: string) => ({ name, facts: { surface: 'gmail' as const, sender: { email }, message: { text } } });
  return {
    id: 'sender-reported-to-us',
    title: 'Mail from an address known from attacks',
    severity: 'critical',
    theme: 'sender',
    status: 'stable',
    since: today,
    when: { fact: 'sender.email', in: 'reported-senders' },
    why: 'The mail comes from {sender.email}, an address that our security team knows from attacks.',
    rationale: 'Who attacked one of us often writes to others from the same address.',
    normal: 'The address may have been stolen and given back, or put on the list by mistake.',
    advice: 'Do not answer and open nothing. Tell the security team.',
    references: [],
    tests: {
      match: [
        from('a mail from the address', first, 'We have a job opening for you.'),
        from('the address in capital letters', first.toUpperCase(), 'We have a job opening for you.'),
        from('a mail without an offer', first, 'Good morning.'),
      ],
      pass: [
        from('another address', 'dana.wolf@birchline.example', 'We have a job opening for you.'),
        from('another name at the same host', `nobody.else.${first}`, 'We have a job opening for you.'),
        from('the address in the text of another mail', 'dana.wolf@birchline.example', `Has ${first} written to you?`),
      ],
    },
  };
}
