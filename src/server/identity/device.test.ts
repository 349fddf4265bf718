import { expect, test } from 'vitest';
import { describeDevice } from './device.ts';

test('a browser is named with its version and system', () => {
  const agent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
  expect(describeDevice(agent, '::ffff:192.0.2.7')).toEqual({
    type: 'web',
    platform: 'mobile',
    deviceName: 'Apple iPhone',
    browser: 'Safari 18',
    os: 'iOS 18.1',
    ip: '192.0.2.7',
  });
});

test.each([undefined, '', 'curl/8.5.0', '\u0000', 'x'.repeat(10_000)])(
  'what is not known of %j is left out',
  (agent) => {
    const { type, browser = '' } = describeDevice(agent, undefined);
    expect(type).toBe('api');
    expect(browser.length).toBeLessThanOrEqual(100);
  },
);
