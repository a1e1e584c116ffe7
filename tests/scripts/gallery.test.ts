import { describe, expect, it } from 'vitest';
import { madeUpIn } from '../../scripts/gallery/made-up.mts';
import { messagesIn } from '../../scripts/gallery/made-up-words.mts';
import { looksIn } from '../../scripts/gallery/own-looks.mts';
import { ownStates } from '../../scripts/gallery/own-states.mts';

const english = madeUpIn('en');

describe('the gallery', () => {
  it.each(['danger', 'caution', 'notice', 'none'] as const)('has somebody whom the real rules judge as %s', (name) => {
    expect(english.verdict(name).level).toBe(name);
  });

  it('has 200 different findings to draw', () => {
    const { findings } = english.flood(200).judgement.verdict;
    expect(new Set(findings.map(({ rule }) => rule)).size).toBe(200);
  });

  it('says a verdict in the language of the page', () => {
    expect(madeUpIn('ja').verdict('danger').findings[0]!.title).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });

  it('turns words around for a language that runs from right to left', () => {
    expect(messagesIn('ar-XB').popup_settings).toMatch(/^\u202e.*\u202c$/);
    expect(messagesIn('ar-XB').language_direction).toBe('rtl');
    expect(Object.keys(messagesIn('ar-XB'))).toEqual(Object.keys(messagesIn('en')));
  });

  it('names no state twice, so that no picture is lost', () => {
    const names = ownStates.map(({ show, state }) => `${show}/${state}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows every state of the card and the popup that has been a trouble', () => {
    const of = (wanted: string) => ownStates.filter(({ show }) => show === wanted).map(({ state }) => state);
    expect(of('card')).toEqual(expect.arrayContaining(['caution', 'danger', 'details', 'dismissal-asked', 'noted', 'long-names', 'name-from-right-to-left']));
    expect(of('popup')).toEqual(expect.arrayContaining(['loading', 'nothing-found', 'notice', 'caution', 'danger', '200-findings', 'unreadable', 'unsupported', 'trouble']));
  });

  it('has light, dark, more contrast, forced colours and a narrow window', () => {
    expect(looksIn('en').map(({ name }) => name)).toEqual(['light', 'dark', 'contrast', 'forced', 'light-narrow']);
    expect(looksIn('ja').map(({ name }) => name)).toEqual(['light', 'dark', 'light-narrow']);
  });
});
