import { testFeatures } from './features.ts';

testFeatures('chrome');
