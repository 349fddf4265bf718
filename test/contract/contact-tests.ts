import { expect } from 'vitest';
import { codesOf, failure, once, type Suite } from './harness.ts';

export function contactTests({ cases, client, invalid }: Suite): void {
  /** The addresses with their state, in the order of the alphabet. */
  const emails = async () =>
    (await client().getUser()).value.emails
      .map(({ email, verified }) => `${email} ${verified ? 'verified' : 'pending'}`)
      .toSorted();

  const primaryEmail = async () => {
    const { email, defaultEmail } = (await client().getUser()).value;
    // Where no addresses are listed, none of them is the default.
    expect(defaultEmail).toBe(cases.meets('contacts') ? email : undefined);
    return email;
  };

  const phones = async () =>
    (await client().getUser()).value.phoneNumbers
      .map(({ phoneNumber, verified, primary }) =>
        [phoneNumber, verified ? 'verified' : 'pending', ...(primary ? ['primary'] : [])].join(' '),
      )
      .toSorted();

  const setEmail = (email: string | null) => client().updateUser({ email }, once());
  const setPhone = (phoneNumber: string | null) => client().updateUser({ phoneNumber }, once());

  cases.group('email addresses', () => {
    cases.it(['user.email'], 'shows the new primary address, as it was typed', async () => {
      const saved = await setEmail('New.Address+ada@Example.com');
      expect(saved.value.email).toBe('New.Address+ada@Example.com');
      expect(await primaryEmail()).toBe('New.Address+ada@Example.com');
    });

    cases.it(
      ['user.email', 'contacts'],
      'makes a new address primary, pending, and keeps the verified former one',
      async () => {
        await setEmail('new@example.com');
        expect(await primaryEmail()).toBe('new@example.com');
        expect(await emails()).toEqual([
          'ada@engine.example pending',
          'ada@example.com verified',
          'countess@example.org verified',
          'new@example.com pending',
        ]);
      },
    );

    cases.it(
      ['user.email', 'contacts'],
      'makes one of the listed addresses primary as it is, ignoring case',
      async () => {
        await setEmail('Countess@Example.org');
        expect(await primaryEmail()).toBe('countess@example.org');
        expect(await emails()).toHaveLength(3);
      },
    );

    cases.it(
      ['user.email', 'contacts'],
      'drops a pending primary address when another takes its place',
      async () => {
        await setEmail('typo@example.com');
        await setEmail('right@example.com');
        expect(await primaryEmail()).toBe('right@example.com');
        expect(await emails()).not.toContain('typo@example.com pending');
        expect(await emails()).toContain('right@example.com pending');
      },
    );

    cases.it(
      ['user.email', 'clear.email', 'contacts'],
      'removes the primary address; the next verified one takes its place',
      async () => {
        await setEmail(null);
        expect(await primaryEmail()).toBe('countess@example.org');
        expect(await emails()).toEqual([
          'ada@engine.example pending',
          'countess@example.org verified',
        ]);
      },
    );

    cases.it(['user.email', 'clear.email'], 'never removes the last verified address', async () => {
      await setEmail(null);
      const error = await failure(setEmail(null));
      expect(error).toMatchObject(invalid);
      expect(codesOf(error)).toEqual({ email: ['email_last_verified'] });
      expect(await primaryEmail()).toBe('countess@example.org');
    });

    cases.it(
      ['user.email', 'clear.email'],
      'removes a pending primary address and goes back to a verified one',
      async () => {
        await setEmail(null);
        await setEmail('typo@example.com');
        await setEmail(null);
        expect(await primaryEmail()).toBe('countess@example.org');
      },
    );

    cases.it(
      ['user.email'],
      'changes nothing when the primary address is chosen again',
      async () => {
        const before = await client().getUser();
        await setEmail('ADA@example.com');
        expect(await client().getUser()).toEqual(before);
      },
    );
  });

  cases.group('phone numbers', () => {
    cases.it(['user.phoneNumber'], 'shows the digits of the new number', async () => {
      expect((await setPhone(' ＋٤٩ (0)30 1234-567 ')).value.phoneNumber).toBe('+49301234567');
      expect((await client().getUser()).value.phoneNumber).toBe('+49301234567');
    });

    cases.it(
      ['user.phoneNumber', 'contacts'],
      'stores the digits and makes the new number primary, pending',
      async () => {
        const saved = await setPhone(' +49 (30) 1234-567 ');
        expect(saved.value.phoneNumber).toBe('+49301234567');
        expect(await phones()).toEqual(['+442079460123 verified', '+49301234567 pending primary']);
      },
    );

    cases.it(
      ['user.phoneNumber', 'contacts'],
      'replaces a pending number and goes back to the verified one',
      async () => {
        await setPhone('+49301234567');
        await setPhone('+49307654321');
        expect(await phones()).toEqual(['+442079460123 verified', '+49307654321 pending primary']);
        await setPhone('+44 20 7946 0123');
        expect(await phones()).toEqual(['+442079460123 verified primary']);
      },
    );

    cases.it(['user.phoneNumber', 'clear.phoneNumber'], 'removes the last number', async () => {
      const saved = await setPhone(null);
      expect(saved.value.phoneNumber).toBeUndefined();
      expect(await phones()).toEqual([]);
      await setPhone(null);
      expect(await phones()).toEqual([]);
    });
  });
}
