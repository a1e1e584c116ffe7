import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import { createJudge } from '../../utils/core/judge.ts';

const judge = createJudge(baseKnowledge({ indicators: false }));
const lead = 'Hello Maria, thank you for applying for the role of data analyst at Northwind. Your interview is on Monday at 10.\n\n';
const levelOf = (text: string) => judge({ surface: 'gmail', message: { text: lead + text } }).level;
const asksOf = (text: string) => judge({ surface: 'gmail', message: { text: lead + text } }).asks.filter((ask) => ask.startsWith('message.asks.'));

describe('fraud notice', () => {
  it.each([
    'Beware of recruitment fraud: we never ask for fees, bank details or interviews via Telegram.',
    'Please note that Northwind will never ask candidates to pay a registration fee, buy equipment or deposit a check.',
    'Northwind does not conduct interviews via Telegram, WhatsApp or any other chat app.',
    'Our recruiters only write from @northwind.example addresses and never request your bank account number or a copy of your passport.',
    'Fraudsters may pretend to be our recruiters and ask you to send money, buy gift cards or share your social security number.',
    'We are aware of scammers who use our name. They often conduct interview via text and ask applicants to deposit the check.\nReport it.',
    'If you are asked to pay a training fee or to continue on WhatsApp, please report it to security@northwind.example.',
    'Northwind will never:\n- ask you to pay a processing fee\n- send you a check to buy equipment\n- interview via Google Chat\n- ask for your online banking login',
    'Warning signs of job scams:\n\n• you are asked to buy gift cards\n• they want you to receive packages at your home\n• an interview on Telegram',
    'Anyone who asks you for a security deposit or for your bank login details on our behalf is a scammer; that is a scam.',
    'Be wary of messages that promise $# weekly for liking YouTube videos, or that ask you to top up your account to unlock tasks.',
    'Any offer that requires you to pay a visa fee is fraudulent and does not come from us.',
    'Recruitment scams usually involve a request to contact the hiring manager on Telegram.',
    'We do not charge applicants, nor do we ask them to pay for the background check or the starter kit.',
    'There is no registration fee, no training fee and no security deposit at any point.',
    'Do not send your passport or your bank details to anyone claiming to recruit for Northwind.',
    'Northwind does not make job offers without an interview, and we do not use Telegram or WhatsApp to hire.',
    'A genuine recruiter will never ask you to disable your antivirus, run a command or connect your wallet.',
    'We cover the visa fee and pay for your equipment. We will never send you a check to deposit.',
    'Should you receive a message on WhatsApp from somebody asking for a refundable deposit, treat it as suspicious and contact the police.',
  ])('is no warning: "%s"', (text) => expect(['none', 'notice']).toContain(levelOf(text)));

  it.each([
    'We will never ask you for money, bank details, gift cards, crypto wallets, a copy of your passport or a security deposit.',
    'Fraudsters may ask you to pay a registration fee.',
    'Northwind will never:\n- ask for a processing fee\n- text you on WhatsApp',
    'Scammers often use Telegram: they invite you on Telegram and demand a fee.',
  ])('holds no ask: "%s"', (text) => expect(asksOf(text)).toEqual([]));

  it.each([
    'This is not a scam. To start, pay a registration fee of $40 and message our manager on Telegram.',
    'Beware of scammers! Please contact the hiring manager on Telegram and pay a refundable deposit.',
    'There are many scammers these days, so we interview via Telegram only: contact our HR manager on Telegram @northwind_hr.',
    'We do not require any experience, contact our hiring manager on Telegram. Your interview is via Telegram.',
    "We never ask for money up front, but you will receive packages at your home and forward parcels to our clients.",
    'Our company is verified and not fake. We will send you a check, deposit the check and purchase equipment from our vendor.',
  ])('does not hide an ask: "%s"', (text) => expect(['caution', 'danger']).toContain(levelOf(text)));
});
