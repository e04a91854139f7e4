import { priceHere, runPricingFixtures } from './run.ts';

/** The entry of the bundle that a browser, or a program of the centre, runs. */
Object.assign(globalThis, { pricingFixtures: runPricingFixtures(priceHere) });
