import { describe, expect, test } from 'vitest';
import { judge, parseAudit } from '../../tools/audit.ts';

const report = (vulnerabilities: Record<string, { severity: string }>) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

describe('The report of npm audit', () => {
  test('names each affected package with its severity.', () => {
    expect(parseAudit(report({ 'left-paw': { severity: 'high' }, whisker: { severity: 'low' } }))).toEqual({
      affected: ['left-paw (high)', 'whisker (low)'],
    });
    expect(parseAudit(report({}))).toEqual({ affected: [] });
  });

  test.each([
    [
      '{"message":"405 Method Not Allowed","statusCode":405,"error":{"summary":"","detail":""}}',
      '405 Method Not Allowed',
    ],
    ['{"error":{"code":"ENOLOCK","summary":"no lock file"}}', 'no lock file'],
    ['{}', 'no reason given'],
    ['', 'npm printed no report'],
    ['<html>', 'npm printed no report'],
  ])('is not mistaken for a good one where there is none: %s', (output, reason) => {
    expect(parseAudit(output)).toEqual({ unreachable: reason });
  });
});

describe('The audit', () => {
  test('fails where a package that ships is affected, and lists the tools apart.', () => {
    const verdict = judge({ affected: ['whisker (low)'] }, { affected: ['whisker (low)', 'left-paw (high)'] });
    expect(verdict).toEqual({
      text: 'Known vulnerabilities in packages that ship: whisker (low); in tools: left-paw (high)',
      fails: true,
    });
  });

  test('passes where only tools are affected, or nothing is.', () => {
    expect(judge({ affected: [] }, { affected: ['left-paw (high)'] }).fails).toBe(false);
    expect(judge({ affected: [] }, { affected: [] })).toEqual({
      text: 'Known vulnerabilities in packages that ship: none; in tools: none',
      fails: false,
    });
  });

  test('says so where the registry gave no answer, and passes.', () => {
    const none = { unreachable: '405 Method Not Allowed' };
    const verdict = { text: 'npm audit was not possible: 405 Method Not Allowed', fails: false };
    expect(judge(none, none)).toEqual(verdict);
    expect(judge({ affected: [] }, none)).toEqual(verdict);
  });
});
