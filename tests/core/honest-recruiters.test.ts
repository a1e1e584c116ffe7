import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import { createJudge } from '../../utils/core/judge.ts';
import type { Facts } from '../../utils/core/facts.ts';

const judge = createJudge(baseKnowledge());
type Mail = [what: string, name: string, email: string, text: string, more?: Pick<Facts, 'links' | 'headers'>];

/** Invented mails of people who really hire; each carries something that fake recruiters' mails carry too. */
const mails: readonly Mail[] = [
  ['an agency that names its client', 'Dana Wolf', 'dana@wolfsearch.example', 'Hi Noor, our client Siemens is hiring a firmware engineer in Munich. Please send me your resume and your salary expectation.'],
  ['an agency that hides its client', 'Wolf Staffing Recruiting Team', 'jobs@wolfstaffing.example', 'Immediate opening, $65/hr on W2, contract. Kindly revert with your updated CV.'],
  ['an agency with the client\'s assessment', 'Dana Wolf', 'dana@wolfsearch.example', 'I recruit for Accenture. The next step is a coding test: please complete it here.', { links: [{ url: 'https://www.hackerrank.com/test/abc' }] }],
  ['a tracking system for a known company', 'Unilever Careers', 'no-reply@us.greenhouse-mail.io', 'Thank you for applying. Please complete your application here.', { links: [{ url: 'https://boards.greenhouse.io/x/jobs/1' }], headers: { replyTo: 'reply-4711@us.greenhouse-mail.io' } }],
  ['a tracking system with its own signature', 'Siemens Recruiting', 'siemens@myworkday.com', 'Please verify your account to continue your application for the position.', { headers: { mailedBy: 'myworkday.com', signedBy: 'myworkday.com' } }],
  ['in-house, from a sub-domain', 'Dana Wolf', 'dana.wolf@people.siemens.com', 'I am a recruiter at Siemens and would like to invite you to an interview. Book a time here.', { links: [{ url: 'https://calendly.com/dana-wolf/30min' }] }],
  ['in-house, in another country', 'Dana Wolf (Siemens)', 'dana.wolf@siemens.com.br', 'Sou a Dana da Siemens. Temos uma vaga de emprego para você. Clique no link para agendar a entrevista.', { links: [{ url: 'https://jobs.siemens.com/1' }] }],
  ['a company of a group', 'Dana Wolf', 'dana@siemens-energy.com', 'Hi, I am a recruiter at Siemens Energy. We have a job opening for you, please apply here.', { links: [{ url: 'https://jobs.siemens-energy.com/1' }] }],
  ['a start-up under another ending', 'Dana from Birchline', 'dana@birchline.io', 'I am the founder of Birchline. We have a job opening; the take-home task is at the link below, two hours at most.', { links: [{ url: 'https://github.com/birchline/take-home' }] }],
  ['a start-up with a hiring domain', 'Birchline Talent', 'talent@birchline-careers.com', 'Thank you for your interest in Birchline. Please schedule your interview here.', { links: [{ url: 'https://calendly.com/birchline/interview' }] }],
  ['a start-up that shares the name of a listed company', 'Dana Wolf', 'dana@detectify.io', 'I am a recruiter at Detectify Garden. We have a job opening for you. Please apply here.', { links: [{ url: 'https://detectify.io/jobs' }] }],
  ['a personal assistant', 'Kim Lind', 'kim.lind@birchline.example', 'On behalf of Dana Wolf I would like to find a time for your interview. Please answer to dana.wolf@birchline.example.', { headers: { replyTo: 'dana.wolf@birchline.example' } }],
  ['an assistant who sends through a service', 'Dana Wolf', 'dana.wolf@birchline.example', 'We have a job opening and would like to meet you. Please choose a time.', { headers: { mailedBy: 'sendgrid.net', signedBy: 'sendgrid.net', replyTo: 'dana@birchline.example' } }],
  ['a university\'s career office', 'Career Office', 'careers@campus.example', 'Dear students, the career fair is on Monday; part-time jobs at the library are open. Apply through the portal.', { links: [{ url: 'https://careers.campus.example/jobs' }] }],
  ['a professor with an opening', 'Prof. Dana Wolf', 'd.wolf@campus.example', 'Our group is hiring a research assistant, 10 hours per week. Send your CV to d.wolf@campus.example.'],
  ['forwarded mail whose checks fail', 'Dana Wolf', 'dana@birchline.example', 'I am a recruiter at Birchline. Would you like to talk about a role? Please open the job description.', { headers: { authenticationResults: 'mx.campus.example; spf=softfail; dkim=fail; dmarc=fail' } }],
  ['a sole recruiter on free mail', 'Dana Wolf', 'dana.wolf.search@gmail.com', 'I am an independent recruiter and have a position that may suit you. Send me your resume if you like.'],
  ['a job board\'s alert', 'Job Garden', 'alerts@jobgarden.example', 'Amazon is hiring. Siemens is hiring. Microsoft is hiring. New jobs for you: apply now.', { links: [{ url: 'https://jobgarden.example/a' }] }],
  ['a small firm that collects answers elsewhere', 'Lindqvist Bakery', 'hello@lindqvistbakery.example', 'We are hiring bakers! Write to jobs@lindqvist.example for the position.', { headers: { replyTo: 'jobs@lindqvist.example' } }],
  ['an embedded recruiter of an agency', 'Dana Wolf', 'dana@wolfsearch.example', 'I am a recruiter at Wolf Search, working with Unilever\'s people team. We would like to invite you to an interview, please pick a time.', { links: [{ url: 'https://calendly.com/dana/30min' }] }],
];

describe('honest recruiters', () => {
  it.each(mails)('leaves %s below caution', (_, name, email, text, more) => {
    const verdict = judge({ surface: 'gmail', sender: { name, email }, message: { text }, ...more });
    const found = verdict.findings.map(({ rule }) => rule).join(' ');
    expect(`${verdict.level} ${found}`).toMatch(/^(?:none|notice) /);
  });
});
