import { describe, expect, it } from 'vitest';
import { buildPack } from '../../utils/cli/build-pack.ts';
import { assetsFolder } from '../../utils/cli/load-knowledge.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { createJudge, type Judge } from '../../utils/core/judge.ts';
import { knowledgeOf } from '../../utils/core/pack.ts';
import { defaultSettings, type Settings } from '../../utils/core/settings-schema.ts';
import { withOrganisation } from '../../utils/core/with-organisation.ts';

const { pack, bytes } = buildPack(assetsFolder);
const judgeOf = (set: Partial<Settings>): Judge => createJudge(knowledgeOf(withOrganisation(pack, { ...defaultSettings, ...set }), (name) => bytes.get(name)));
const nobody = judgeOf({});
const rulesIn = (judge: Judge, facts: Facts) => judge(facts).findings.map(({ rule }) => rule);

const recruits = 'Hello, I am a recruiter at Fernhollow Labs and we have a job opening for you. Please send me your phone number.';
const mailFrom = (email: string, more: Partial<Facts> = {}): Facts => ({ surface: 'gmail', sender: { name: 'Dana Wolf', email }, message: { text: recruits }, links: [], ...more });

describe('withOrganisation', () => {
  describe('orgName and orgDomains', () => {
    const judge = judgeOf({ orgName: 'Fernhollow Labs, Inc.', orgDomains: ['fernhollow.example'] });

    it('tells of who names the organisation as employer and writes from elsewhere', () => {
      expect(rulesIn(nobody, mailFrom('dana@fernhollow-careers.com'))).not.toContain('sender-claims-employer-elsewhere');
      expect(rulesIn(judge, mailFrom('dana@birchline.com'))).toContain('sender-claims-employer-elsewhere');
    });

    it('says nothing of the kind of a mail from its own domain', () => {
      expect(rulesIn(judge, mailFrom('dana@mail.fernhollow.example'))).not.toContain('sender-claims-employer-elsewhere');
    });

    const disguised = mailFrom('dana@fernhollow.example', { sender: { name: 'office@google.com', email: 'dana@fernhollow.example' } });
    const rule = 'sender-name-shows-other-address';

    it('takes a mail from its own domain for internal only where the mail proves it', () => {
      expect(rulesIn(judge, disguised)).toContain(rule);
      expect(rulesIn(judge, { ...disguised, headers: { authenticationResults: 'mx.example; dmarc=pass' } })).not.toContain(rule);
      expect(rulesIn(judge, { ...disguised, headers: { signedBy: 'fernhollow.example' } })).not.toContain(rule);
    });

    it('takes no other proof than one for its own domain', () => {
      expect(rulesIn(judge, { ...disguised, headers: { authenticationResults: 'mx.example; dmarc=fail', signedBy: 'fernhollow.example' } })).toContain(rule);
      expect(rulesIn(judge, { ...disguised, headers: { signedBy: 'birchline.example' } })).toContain(rule);
      expect(rulesIn(judge, { ...disguised, headers: { mailedBy: 'fernhollow.example' } })).toContain(rule);
    });

    it('never takes anybody for internal by the name that is shown', () => {
      const named = mailFrom('dana@birchline.com', { sender: { name: 'Dana Wolf (Fernhollow Labs) office@google.com', email: 'dana@birchline.com' }, headers: { signedBy: 'birchline.com' } });
      expect(rulesIn(judge, named)).toContain(rule);
    });
  });

  describe('trustedDomains', () => {
    const judge = judgeOf({ trustedDomains: ['www.talentbay.com'] });
    const onTrusted = (text: string): Facts => ({
      surface: 'linkedin-message', message: { text }, links: [{ url: 'https://meet-zoom.talentbay.com/interview', text: 'https://meet-zoom.talentbay.com/interview' }],
    });

    it('quiets what rules say of a domain', () => {
      const facts = onTrusted('We have a job opening for you. Please join the video interview here.');
      const said = rulesIn(nobody, facts).filter((rule) => rule.startsWith('link-'));
      expect(said).not.toEqual([]);
      expect(rulesIn(judge, facts).filter((rule) => rule.startsWith('link-'))).toEqual([]);
    });

    it('leaves alone what rules say of what is asked for', () => {
      const facts: Facts = {
        surface: 'linkedin-message', links: [{ url: 'https://code.talentbay.com/task' }],
        message: { text: 'We have a job opening for you. Clone the repository and run npm install. Do not use a virtual machine. Paste this command into your terminal. Send the seed phrase of your wallet.' },
      };
      const content = (judged: Judge) => judged(facts).findings.filter(({ theme }) => !['link', 'sender', 'channel'].includes(theme)).map(({ rule }) => rule);
      expect(content(nobody).length).toBeGreaterThan(2);
      expect(content(judge)).toEqual(content(nobody));
      expect(judge(facts).asks).toEqual(nobody(facts).asks);
    });

    it('quiets no report about a domain', () => {
      const facts = mailFrom('dana@blocknovasllc.com');
      expect(rulesIn(judgeOf({ trustedDomains: ['blocknovasllc.com'] }), facts)).toContain('sender-reported-host');
    });
  });

  describe('blockedDomains', () => {
    const judge = judgeOf({ blockedDomains: ['calm-harbour.example'], trustedDomains: ['calm-harbour.example'] });

    it('tells of a sender, an answer address and a link there as a proof, in the name of the organisation', () => {
      const verdict = judge(mailFrom('dana@mail.calm-harbour.example', { message: { text: 'Hello.' } }));
      expect(verdict.level).toBe('danger');
      expect(verdict.findings[0]).toMatchObject({ rule: 'sender-blocked-by-organisation', title: expect.stringContaining('Your organisation') as string });
      expect(rulesIn(judge, mailFrom('dana@birchline.example', { headers: { replyTo: 'a@calm-harbour.example' } }))).toContain('sender-blocked-by-organisation');
      expect(rulesIn(judge, mailFrom('dana@birchline.example', { links: [{ url: 'https://calm-harbour.example/x' }] }))).toContain('link-blocked-by-organisation');
    });

    it('tells of nothing where nobody listed it', () => {
      expect(rulesIn(nobody, mailFrom('dana@calm-harbour.example')).join()).not.toContain('blocked');
    });
  });

  describe('blockedProfiles', () => {
    const judge = judgeOf({ blockedProfiles: ['https://uk.linkedin.com/in/Dana-Wolf-9876?trk=x', 'www.linkedin.com/in/ülkü', 'https://www.linkedin.com/in/rowan-hill-123456a/', 'nobody'] });
    const profile = (profileUrl: string, identifier?: string): Facts => ({ surface: 'linkedin-profile', sender: { name: 'Dana Wolf', profileUrl }, profile: { identifier } });

    it('knows a profile in whatever way its address is written', () => {
      for (const address of ['https://www.linkedin.com/in/dana-wolf-9876/', 'https://de.linkedin.com/in/DANA-WOLF-9876/en?x=1', '/in/dana-wolf-9876', 'https://www.linkedin.com/in/%C3%BClk%C3%BC/']) {
        expect([address, ...rulesIn(judge, profile(address))]).toContain('profile-blocked-by-organisation');
      }
    });

    it('knows a profile by its number after its address was changed', () => {
      const number = judge({ surface: 'linkedin-profile', sender: { profileUrl: 'https://www.linkedin.com/in/rowan-hill-123456a' } });
      expect(number.findings.map(({ rule }) => rule)).toContain('profile-blocked-by-organisation');
      expect(rulesIn(judge, { surface: 'linkedin-profile', sender: { profileUrl: 'https://www.linkedin.com/in/rowan' }, profile: { memberNumber: Number.parseInt('a456123', 12) } }))
        .toContain('profile-blocked-by-organisation');
    });

    it('knows a profile that a mail links', () => {
      expect(rulesIn(judge, mailFrom('a@birchline.example', { links: [{ url: 'https://www.linkedin.com/in/%C3%BClk%C3%BC/' }] }))).toContain('profile-blocked-by-organisation');
    });

    it('leaves other profiles alone', () => {
      expect(rulesIn(judge, profile('https://www.linkedin.com/in/dana-wolf-98765/'))).not.toContain('profile-blocked-by-organisation');
    });
  });

  it('judges as before where no organisation set anything', () => {
    const facts = mailFrom('dana@fernhollow-careers.com', { links: [{ url: 'https://meet-zoom.talentbay.com/interview' }] });
    expect(nobody(facts)).toEqual(createJudge(knowledgeOf(pack, (name) => bytes.get(name)))(facts));
  });

  it('leaves the pack it was given as it is', () => {
    const before = structuredClone(pack);
    judgeOf({ orgName: 'Fernhollow', orgDomains: ['fernhollow.example'], trustedDomains: ['talentbay.com'], blockedDomains: ['x.example'] });
    expect(pack).toEqual(before);
  });
});
