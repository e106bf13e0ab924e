import { describe, expect, test } from 'vitest';
import { judge, parseAudit } from '../../tools/audit.ts';

const report = (vulnerabilities: Record<string, { severity: string }>) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

describe('the report of npm audit', () => {
  test('lists each affected package with its severity', () => {
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
  ])('is missing, not empty, if npm printed %s', (output, reason) => {
    expect(parseAudit(output)).toEqual({ unreachable: reason });
  });
});

describe('the audit', () => {
  test('fails if a shipped package is affected, and lists tools separately', () => {
    const verdict = judge({ affected: ['whisker (low)'] }, { affected: ['whisker (low)', 'left-paw (high)'] });
    expect(verdict).toEqual({
      text: 'Known vulnerabilities in packages that ship: whisker (low); in tools: left-paw (high)',
      fails: true,
    });
  });

  test('passes if only tools are affected, or nothing is', () => {
    expect(judge({ affected: [] }, { affected: ['left-paw (high)'] }).fails).toBe(false);
    expect(judge({ affected: [] }, { affected: [] })).toEqual({
      text: 'Known vulnerabilities in packages that ship: none; in tools: none',
      fails: false,
    });
  });

  test('passes with a message if there is no report', () => {
    const none = { unreachable: '405 Method Not Allowed' };
    const verdict = { text: 'npm audit was not possible: 405 Method Not Allowed', fails: false };
    expect(judge(none, none)).toEqual(verdict);
    expect(judge({ affected: [] }, none)).toEqual(verdict);
  });
});
