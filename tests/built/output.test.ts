import { describe } from 'vitest';
import { BROWSERS } from '../../scripts/browsers.ts';
import { readGuide } from '../../scripts/guide-plugin.ts';
import { output } from './output.ts';

describe.each(BROWSERS)('the build for %s', (name) => output(name, readGuide()));
