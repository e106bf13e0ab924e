/** Gives the fake browser a window. Import this before the module that asks for it. */
import { fakeBrowser } from 'wxt/testing/fake-browser';

export const WINDOW = 7;

fakeBrowser.windows.getCurrent = (async () => ({ id: WINDOW })) as unknown as typeof fakeBrowser.windows.getCurrent;
