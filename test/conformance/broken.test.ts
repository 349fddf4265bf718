import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capabilityResults } from '../../src/conformance/capabilities.ts';
import { fittingConfig } from '../../src/conformance/fitting-config.ts';
import { textReport } from '../../src/conformance/report.ts';
import { run } from '../../src/conformance/run.ts';
import { pageConfig } from '../../src/contract/page-config.ts';
import { type Service, startService } from '../contract/service.ts';
import { brokenBird, brokenMirra } from './broken-dialects.ts';
import { brokenRest } from './broken-rest.ts';
import { twisted } from './twisted.ts';
import { faultsOf, personOf } from './world.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

const broken = [
  ...brokenRest.map((each) => ({ profile: 'rest', ...each }) as const),
  ...brokenBird.map((each) => ({ profile: 'bird', ...each }) as const),
  ...brokenMirra.map((each) => ({ profile: 'mirra', ...each }) as const),
];

describe('a backend that', () => {
  it.each(broken)(
    '$what ($profile) is told so, and of nothing else',
    async ({ profile, twist, faults, can, isReading }) => {
      const person = await personOf(service);
      const { token: secondToken } = await person.options(profile);
      const options = await person.options(profile, { write: !isReading, secondToken });
      const { updatedAt: _, ...before } = (await person.client.getUser()).value;
      const result = await run(options, {}, { fetch: twisted(twist) });
      expect(faultsOf(result)).toEqual(faults);
      expect(result.differences).toEqual([]);

      const results = capabilityResults(result.outcomes);
      const config = fittingConfig(options, result.can, results);
      expect(pageConfig.parse(config)).toEqual(config);
      expect(config.can).toEqual(can);
      expect(textReport(result, config)).not.toMatch(/eyJ|ask_|undefined|\[object/);

      const after = (await person.client.getUser()).value;
      const { emails, phoneNumbers, activeSessions, ...fields } = before;
      expect(after).toMatchObject(fields);
      expect([after.emails.length, after.phoneNumbers.length]).toEqual([
        emails.length,
        phoneNumbers.length,
      ]);
      expect(activeSessions).toBeGreaterThan(0);
    },
    30_000,
  );
});
