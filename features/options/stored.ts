/** Counts what is stored, by kind. */
import { parseOwnKey } from '../../lib/own/own.ts';
import { isAsideKey } from '../../lib/own/patches.ts';
import { isChoiceKey, isSettingKey } from '../../lib/own/settings.ts';
import { FAILURES } from '../../lib/report/failures.ts';
import { seenKey } from '../../lib/seen/seen.ts';
import { KINDS, type Kind, type Stored } from './views/OptionsState.ts';

type Values = Readonly<Record<string, unknown>>;

/** Everything that the extension has stored, by place. */
interface Areas {
  /** The storage of this device. */
  local: Values;
  /** `localStorage`, with the copy for the first paint (lib/own/first-copy.ts). */
  first: Readonly<Record<string, string>>;
  /** Session storage, which the browser empties when it closes. */
  session: Values;
  /** The browser's account. */
  account: Values;
}

/** A line for each kind in the order of KINDS, even if it is empty. `rest` only has a line if it is not. */
export function listStored({ local, first, session, account }: Areas): Stored[] {
  const lines = new Map(KINDS.map((kind): [Kind, Stored] => [kind, { kind, count: 0, bytes: 0 }]));
  const count = (kind: Kind, key: string, text: string) => {
    const line = lines.get(kind);
    if (!line) return;
    line.count += 1;
    line.bytes += new TextEncoder().encode(key + text).length;
  };
  for (const [key, value] of Object.entries(local)) count(classifyKey(key), key, JSON.stringify(value));
  for (const [key, text] of Object.entries(first)) count('first', key, text);
  for (const [key, value] of Object.entries(session)) {
    count(key === FAILURES ? 'failures' : 'tabs', key, JSON.stringify(value));
  }
  for (const [key, value] of Object.entries(account)) count('account', key, JSON.stringify(value));
  return [...lines.values()].filter((line) => line.kind !== 'rest' || line.count > 0);
}

function classifyKey(key: string): Kind {
  const own = parseOwnKey(key);
  if (own) return own.kind;
  if (key.startsWith(seenKey(''))) return 'seen';
  if (isChoiceKey(key)) return 'choices';
  if (isSettingKey(key)) return 'switches';
  if (isAsideKey(key)) return 'aside';
  return key.startsWith('sync:') ? 'sync' : 'rest';
}
