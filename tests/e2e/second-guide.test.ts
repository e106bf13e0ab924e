import { secondGuide } from './second-guide.ts';

secondGuide('tests/guides/lantern-days-2026.json');
