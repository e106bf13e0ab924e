/** Changes to what the reader chose, as patches for the storage. What is chosen at first is kept as no key at all. */
import { canonical } from './own.ts';
import type { Patch } from './own-changes.ts';
import { DEFAULTS, isPreferenceKey, type Preferences, preferenceKey, readPreferences } from './preferences.ts';
import { isSettingKey } from './settings.ts';

type Values = Readonly<Record<string, unknown>>;

/** Stores one choice. */
export function choicePatch<K extends keyof Preferences>(name: K, value: Preferences[K]): Patch {
  const atFirst: Preferences = DEFAULTS;
  return { [preferenceKey(name)]: value === atFirst[name] ? undefined : value };
}

/**
 * What the choices of a file change. Of two plans the newer counts; whether to sync is no file's to say, because that
 * sends what is on this device elsewhere.
 */
export function importedChoices(stored: Values, incoming: Partial<Preferences>): Patch {
  const now = readPreferences(stored);
  const { sync: _, plan, ...rest } = incoming;
  const newer = plan && plan.at > (now.plan?.at ?? 0) ? { plan } : {};
  const names = Object.keys({ ...rest, ...newer }) as (keyof Preferences)[];
  const changed = names.filter((name) => canonical(incoming[name]) !== canonical(now[name]));
  return Object.assign({}, ...changed.map((name) => choicePatch(name, incoming[name] as Preferences[typeof name])));
}

/** Lets every choice be what it was at first. What the reader plans to catch up on is none: it holds how far that went. */
export function resetChoices(stored: Values): Patch {
  const plan = preferenceKey('plan');
  const keys = Object.keys(stored).filter((key) => isSettingKey(key) || (isPreferenceKey(key) && key !== plan));
  return Object.fromEntries(keys.map((key) => [key, undefined]));
}
