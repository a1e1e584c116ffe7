import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimedEmployers } from '../../utils/core/claimed-employer.ts';
import { textLimit } from '../../utils/core/limits.ts';
import { processorTime } from '../processor-time.ts';

const claims = (text: string) => claimedEmployers({ surface: 'text', message: { text } });
const keys = (text: string) => claims(text).map(({ key }) => key);
const ofHeadline = (headline: string) => claimedEmployers({ surface: 'linkedin-profile', sender: { headline } }).map(({ key }) => key);
const ofName = (name: string) => claimedEmployers({ surface: 'gmail', sender: { name } }).map(({ key }) => key);

describe('claimed employer', () => {
  it.each([
    ["Hi, I'm Dana from Birchline and we have a role.", 'birchline'], ['I am Dana Wolf, a recruiter at Birchline Systems. I saw your page.', 'birchlinesystems'],
    ['I work at Birchline, Inc. and saw you.', 'birchline'], ['We at Birchline Labs believe in you.', 'birchlinelabs'],
    ['はじめまして、株式会社ミナトの採用担当の田中と申します。', 'ミナト'], ['Birchlineで採用を担当しております山田です。', 'birchline'],
    ['안녕하세요, 버치라인 채용팀 김다나입니다.', '버치라인'], ['我是白桦公司的招聘经理小王。', '白桦'],
    ['Ich bin Dana Wolf von der Birchline GmbH und suche Sie.', 'birchline'], ['Bonjour, je suis Dana de chez Birchline.', 'birchline'],
    ['See you soon.\nBirchline Recruiting Team', 'birchline'], ['Hola, soy Dana Lobo de Birchline.', 'birchline'], ['Olá, sou a Dana da Birchline.', 'birchline'],
    ['Здравствуйте! Меня зовут Дана, я из компании «Birchline».', 'birchline'], ['Мене звати Дана, я з компанії Birchline.', 'birchline'],
  ])('reads the employer in "%s"', (text, key) => expect(claims(text)).toMatchObject([{ key, from: 'text', isFirm: true }]));

  it.each([
    ['Birchline is hiring a developer.', 'birchline'], ['I am writing on behalf of Birchline.', 'birchline'], ['Ask the hiring manager at Birchline tomorrow.', 'birchline'],
  ])('is not sure that "%s" speaks of his own house', (text, key) => expect(claims(text)).toMatchObject([{ key, isFirm: false }]));

  it.each([
    'Our client Birchline is hiring.', 'I used to be a recruiter at Birchline.', 'Unser Kunde, der Recruiter bei Birchline, sucht.', 'I am a recruiter at a large company.', 'We are hiring now.',
    'I am a recruiter at LinkedIn.', 'Let us meet at Monday.', '弊社の採用担当です。', '', 'They are looking for you.', 'Наш клиент, рекрутер компании Birchline, ищет.',
  ])('claims nothing in "%s"', (text) => expect(keys(text)).toEqual([]));

  it.each([
    ['Recruiter at Birchline', 'birchline'], ['Talent Partner @Birchline Labs | ex-Lindqvist', 'birchlinelabs'], ['Birchline | Head of Talent', 'birchline'], ['Senior Recruiter, Birchline', 'birchline'],
    ['Ex-Lindqvist, recruiter at Birchline', 'birchline'], ['Reclutadora en Birchline', 'birchline'], ['Recruteuse chez Birchline', 'birchline'], ['株式会社ミナト 採用担当', 'ミナト'],
    ['Рекрутер в компании Birchline', 'birchline'],
  ])('reads the employer in the headline "%s"', (headline, key) => expect(ofHeadline(headline)).toEqual([key]));

  it.each(['Dentist', 'Java | Recruiter', 'Open to work', 'Looking at the stars', 'Former recruiter at Birchline', 'IT Recruiter | Berlin | Remote'])(
    'claims nothing in the headline "%s"', (headline) => expect(ofHeadline(headline)).toEqual([]));

  it.each([
    ['Dana (Birchline)', 'birchline'], ['Dana from Birchline', 'birchline'], ['Birchline Careers', 'birchline'], ['Birchline Recruiting Team', 'birchline'], ['HR at Birchline', 'birchline'],
    ['Dana Wolf | Birchline', 'birchline'],
  ])('reads the employer in the display name "%s"', (name, key) => expect(ofName(name)).toEqual([key]));

  it.each(['Dana Wolf', 'Dana Wolf (she/her)', 'Dana (Recruiter)', 'Dana Wolf via Birchline', 'Human Resources', 'Wolf, Dana', 'Dana Wolf (HR Manager)', 'dana@birchline.example'])(
    'claims nothing in the display name "%s"', (name) => expect(ofName(name)).toEqual([]));

  it.each([
    ['Thanks!\n\nBest regards,\nDana Wolf\nSenior Technical Recruiter | Birchline', 'birchline'], ['See you.\nBest,\nDana\nBirchline GmbH', 'birchline'],
  ])('reads the lines below a closing', (text, key) => expect(claims(text)).toMatchObject([{ key, from: 'signature' }]));

  it('puts the page\'s own statement first and each employer once', () => {
    const text = 'I am a recruiter at Birchline Inc. We at Birchline are hiring. Marmalade is hiring.';
    const found = claimedEmployers({ surface: 'linkedin-message', sender: { company: 'Birchline', headline: 'Recruiter at Lindqvist' }, message: { text } });
    expect(found.map(({ key, from, isFirm }) => [key, from, isFirm])).toEqual([
      ['birchline', 'company', true], ['lindqvist', 'headline', true], ['marmalade', 'text', false],
    ]);
  });

  it('reads what they wrote and not the answers', () => {
    const thread = [{ from: 'me' as const, text: 'I work at Lindqvist.' }, { from: 'them' as const, text: 'I work at Birchline.' }];
    expect(claimedEmployers({ surface: 'linkedin-message', message: { thread } }).map(({ key }) => key)).toEqual(['birchline']);
  });

  it('copes with any words in any place', () => {
    const words = fc.constantFrom('Recruiter at ', 'I am ', 'X is hiring ', 'の採用', '채용팀', '招聘', '\u202e', '\ud800', 'Best,\n', 'on behalf of ', '(', '«', 'Aa.', ' я из ', '|');
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')));
    fc.assert(fc.property(text, (any) => {
      for (const { key, name } of claimedEmployers({ surface: 'text', sender: { name: any, headline: any, company: any }, message: { text: any } })) {
        expect(key.length).toBeGreaterThan(1);
        expect(name.length).toBeLessThanOrEqual(80);
      }
    }), { numRuns: 300 });
  });

  it.each(['Recruiter at ', 'a', 'A ', 'I am ', 'X is hiring ', 'の採用', '채용팀 ', '招聘', 'Best,\n', 'Aa.', 'i am a b c ', 'hr at A ', '\ud800', 'ex ', 'Aa@', "I'm Dana from "])(
    'reads the longest text, "%s" over and over, in under 10 ms', (part) => {
      const facts = { surface: 'text' as const, message: { text: part.repeat(textLimit / part.length) } };
      const took = Array.from({ length: 6 }, () => {
        const start = processorTime();
        claimedEmployers(facts);
        return processorTime() - start;
      });
      expect(Math.min(...took)).toBeLessThan(10);
    });
});
