import { describe } from 'vitest';
import { readGuide } from '../../build/guide-plugin.ts';
import { BROWSERS } from '../../tools/browsers.ts';
import { output } from './output.ts';

describe.each(BROWSERS)('the build for %s', (name) => output(name, readGuide()));
