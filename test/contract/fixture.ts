/**
 * The account that every adapter's suite starts from, and the world around it. Plain data, so that
 * each harness can bring it into its own backend.
 */
export const fixture = {
  name: 'Ada Lovelace',
  username: 'ada',
  bio: 'Programs',
  locale: 'en-GB',
  timezone: 'Europe/London',
  emails: [
    { email: 'ada@example.com', verified: true, primary: true },
    { email: 'countess@example.org', verified: true, primary: false },
    { email: 'ada@engine.example', verified: false, primary: false },
  ],
  phoneNumbers: [{ phoneNumber: '+442079460123', verified: true, primary: true }],
  /** Other devices, beside the one that asks. */
  otherDevices: ['Phone', 'Tablet', 'Laptop', 'Television', 'Engine'],
  /** Another person's username. */
  taken: 'Grace',
  spending: [
    { at: '2024-03-31T00:30:00.000Z', tokens: 5 },
    { at: '2024-03-31T22:59:59.999Z', tokens: 7 },
    { at: '2024-03-31T23:00:00.000Z', tokens: 11 },
    { at: '2024-04-02T12:00:00.000Z', tokens: 13 },
  ],
} as const;
