import { describe, expect, test } from 'vitest';
import { report } from '../../../lib/report/report.ts';
import { takeErrors } from '../../errors.ts';

describe('A report', () => {
  function consoleAfter(error: unknown): unknown[][] {
    report(error, 'cards');
    return takeErrors();
  }

  test.each([new Error('quota'), 'a text', undefined, null, { message: 'Extension context invalidated.' }])(
    'of %s names the product, the part and the error',
    (error) => {
      expect(consoleAfter(error)).toEqual([['Cilium Session Guide (cards)', error]]);
    },
  );

  test.each(['Extension context invalidated.', 'Could not establish connection. Receiving end does not exist.'])(
    'is silent when the extension has gone: %s',
    (message) => {
      expect(consoleAfter(new Error(message))).toEqual([]);
    },
  );
});
