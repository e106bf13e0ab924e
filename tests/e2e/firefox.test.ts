import { testFeatures } from './features.ts';

testFeatures('firefox');
