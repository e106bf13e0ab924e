// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { Switches } from '../../components/Switches.tsx';
import { guide } from '../../data/index.ts';
import { readSettings, type Switch, switchKey } from '../../lib/own/settings.ts';
import { draw, press, readText } from './draw.ts';

const [CO, MAIN] = guide.sites.map(({ host }) => host) as [string, string];

/** Every switch, in the order of the list. */
const ROWS: [Switch, string][] = [
  [{ all: true }, 'Show the guide on Sched'],
  ...guide.sites.map(({ host, name }): [Switch, string] => [{ host }, name]),
  [{ part: 'highlights' }, 'Highlights'],
  [{ part: 'cards' }, 'Summaries'],
  [{ part: 'mentions' }, 'Mentions of Cilium in other sessions'],
  [{ part: 'quiet' }, 'Mentions of eBPF, XDP'],
  [{ part: 'strip' }, 'Toolbar above lists'],
  [{ others: true }, 'Dim other sessions'],
];

let turned: [Switch, boolean][];
beforeEach(() => {
  turned = [];
});

function drawSwitches(stored: Record<string, unknown> = {}, into?: Element): Promise<HTMLElement> {
  return draw(
    <Switches
      settings={readSettings(stored)}
      sites={guide.sites}
      subject="Cilium"
      quiet={['eBPF', 'XDP']}
      onTurn={(which, on) => turned.push([which, on])}
    />,
    into,
  );
}

/** This switch is inverted: it is on while `others` is off. */
const isDim = (which: Switch) => 'others' in which;
const boxes = (root: Element) => [...root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
const checked = (root: Element) => boxes(root).map((box) => box.checked);
const disabled = (root: Element) => boxes(root).map((box) => box.disabled);

describe('the switches', () => {
  test('have names, and are all on by default except the one that dims other sessions', async () => {
    const root = await drawSwitches();
    expect(boxes(root).map((box) => readText(box.closest('label')))).toEqual(ROWS.map(([, name]) => name));
    expect(checked(root)).toEqual(ROWS.map(([which]) => !isDim(which)));
    expect(disabled(root)).toEqual(ROWS.map(() => false));
  });

  test.each(ROWS)('show only %j as off if only its key is stored', async (which) => {
    const root = await drawSwitches({ [switchKey(which)]: true });
    expect(checked(root)).toEqual(ROWS.map(([one]) => (one !== which) !== isDim(one)));
  });

  test.each(ROWS.map(([which], index) => [which, index] as const))(
    'call back when %j is turned off or on',
    async (which, index) => {
      const root = await drawSwitches();
      await press(boxes(root)[index] as Element);
      expect(turned).toEqual([[which, false]]);
      const off = await drawSwitches({ [switchKey(which)]: true });
      await press(boxes(off)[index] as Element);
      expect(turned[1]).toEqual([which, true]);
    },
  );

  test('name the site where a part is off', async () => {
    const root = await drawSwitches({ [`off:cards@${CO}`]: true });
    expect(checked(root)).toEqual(ROWS.map(([which]) => !isDim(which)));
    expect([...root.querySelectorAll('p')].map(readText)).toEqual([`Off on: ${guide.sites[0]?.name}`]);
    expect(boxes(root)[4]?.closest('li')?.querySelector('p')).not.toBeNull();
  });

  test('are all disabled but the first while everything is off, and still show their state', async () => {
    const root = await drawSwitches({ 'off:everywhere': true, [`off:host:${MAIN}`]: true });
    expect(disabled(root)).toEqual(ROWS.map((_, index) => index > 0));
    expect(checked(root)).toEqual(
      ROWS.map(([which]) => !('all' in which || isDim(which) || ('host' in which && which.host === MAIN))),
    );
    await press(boxes(root)[1] as Element);
    expect(turned).toEqual([]);
    await drawSwitches({ [`off:host:${CO}`]: true }, root);
    expect(disabled(root)).not.toContain(true);
  });

  test('show the stored state again when they are rendered after a press without effect', async () => {
    const root = await drawSwitches();
    await press(boxes(root)[3] as Element);
    expect(checked(root)[3]).toBe(false);
    await drawSwitches({}, root);
    expect(checked(root)).toEqual(ROWS.map(([which]) => !isDim(which)));
  });
});
