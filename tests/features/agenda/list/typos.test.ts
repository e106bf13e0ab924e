import { describe, expect, test } from 'vitest';
import { isOneErrorAway, nearWords, otherForms, otherNumber } from '../../../../features/agenda/list/typos.ts';

describe('one error', () => {
  test.each([
    ['kelp', 'kelps', true],
    ['kelp', 'elp', true],
    ['kelp', 'help', true],
    ['kelp', 'klep', true],
    ['kelp', 'kelp', false],
    ['kelp', 'plek', false],
    ['kelp', 'keel', false],
    ['kelp', 'kelpie', false],
    ['', 'k', true],
  ])('is between “%s” and “%s”: %s', (one, other, expected) => {
    expect(isOneErrorAway(one, other)).toBe(expected);
    expect(isOneErrorAway(other, one)).toBe(expected);
  });
});

describe('other forms of a word', () => {
  const vocabulary = ['harbour', 'humour', 'h5r', 'h', 'kelp', 'harbours'];

  test.each([
    ['h5r', ['harbour']],
    ['h4r', ['humour']],
    ['harbour', ['h5r']],
    ['humour', []],
    ['h6r', []],
    ['h7r', []],
    ['h0r', []],
    ['h5', []],
    ['h', []],
    ['', []],
    ['h99999999999r', []],
    ['kelp', []],
  ])('for “%s” are %j', (word, expected) => {
    expect(otherForms(word, new Set(vocabulary))).toEqual(expected);
  });
});

describe('the singular or plural of a word', () => {
  test.each([
    ['policy', ['policies']],
    ['policies', ['policy', 'policie']],
    ['cookies', ['cooky', 'cookie']],
    ['meshes', ['mesh', 'meshe']],
    ['caches', ['cach', 'cache']],
    ['boxes', ['box', 'boxe']],
    ['processes', ['process', 'processe']],
    ['gateways', ['gateway']],
    ['clusters', ['cluster']],
    ['uses', ['use']],
    ['gateway', []],
    ['mesh', []],
    ['process', []],
    ['has', []],
    ['dns', []],
    ['news', []],
    ['クラスタs', []],
  ])('for “%s” may be %j', (word, expected) => {
    expect(otherNumber(word)).toEqual(expected);
  });
});

describe('the words near a misspelled one', () => {
  test.each([
    ['whole words', 'tidse', ['tides', 'tidal'], ['tides']],
    ['beginnings, when no whole word is near', 'hobbo', ['harbour', 'hubbobs'], ['hubbo']],
    ['none for a short word', 'tdes', ['tides'], []],
    ['none when two letters are wrong', 'tedus', ['tides'], []],
  ])('are %s', (_, word, vocabulary, expected) => {
    expect(nearWords(word, vocabulary)).toEqual(expected);
  });
});
