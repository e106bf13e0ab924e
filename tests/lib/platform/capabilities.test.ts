import { afterEach, describe, expect, test, vi } from 'vitest';
import { code, product } from '../../sources.ts';

afterEach(() => {
  vi.resetModules();
  vi.doUnmock('wxt/browser');
});

/** Imports the module in a browser that has only these APIs. */
function capabilitiesWith(browser: Record<string, unknown>) {
  vi.resetModules();
  vi.doMock('wxt/browser', () => ({ browser }));
  return import('../../../lib/platform/capabilities.ts');
}

describe('a browser', () => {
  test('without windows, commands and panels, as on a phone, causes no error', async () => {
    const phone = await capabilitiesWith({});
    expect(phone.commandsApi()).toBeUndefined();
    expect(await phone.currentWindowId()).toBeUndefined();
    expect(phone.hasPanel()).toBe(false);
    expect(phone.openPanel(1)).toBeUndefined();
    expect(phone.syncsWithAccount()).toBe(false);
  });

  test.each(['sidePanel', 'sidebarAction'])('with %s has a panel that can be opened', async (name) => {
    const open = vi.fn(async () => {});
    const computer = await capabilitiesWith({ [name]: { open }, windows: { getCurrent: async () => ({ id: 7 }) } });
    expect(computer.hasPanel()).toBe(true);
    await computer.openPanel(await computer.currentWindowId());
    expect(open).toHaveBeenCalledOnce();
    expect(computer.syncsWithAccount()).toBe(true);
  });
});

test('No other module names APIs that Firefox for Android lacks', () => {
  const missing =
    /\b(?:browser|chrome)\??\.(?:windows|commands|sidebarAction|sidePanel)\b|\b(?:sidebarAction|sidePanel)\b/u;
  expect(product.filter((file) => missing.test(code(file)))).toEqual(['lib/platform/capabilities.ts']);
});
