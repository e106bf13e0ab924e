import { describe, expect, test } from 'vitest';
import { report } from '../../../lib/report/report.ts';
import { takeErrors } from '../../errors.ts';

describe('report', () => {
  function consoleAfter(error: unknown): unknown[][] {
    report(error, 'cards');
    return takeErrors();
  }

  test.each([new Error('quota'), 'a text', undefined, null, { message: 'Extension context invalidated.' }])(
    'logs the product, the part and the error %s',
    (error) => {
      expect(consoleAfter(error)).toEqual([['Cilium Session Guide (cards)', error]]);
    },
  );

  test.each(['Extension context invalidated.', 'Could not establish connection. Receiving end does not exist.'])(
    'ignores errors of a removed extension: %s',
    (message) => {
      expect(consoleAfter(new Error(message))).toEqual([]);
    },
  );
});
