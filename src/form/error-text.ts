import { useCallback } from 'react';
import { limits, ruleCodes, type RuleCode } from '../contract/rules.ts';
import type { MeError } from '../client/me-error.ts';
import type { MessageId } from '../i18n/catalogue.ts';
import { useText } from '../i18n/text.tsx';

/** The limits that the rules' messages name. */
const ruleLimits: Partial<Record<RuleCode, { min?: number; max?: number }>> = {
  username_length: limits.username,
  phone_number_digits: limits.phoneDigits,
  avatar_url_length: limits.avatarUrl,
  name_length: limits.name,
  bio_length: limits.bio,
  social_invalid: limits.social,
  twitter_characters: limits.twitter,
};

const isRuleCode = (code: string): code is RuleCode =>
  (ruleCodes as readonly string[]).includes(code);

/** Says what is wrong with a field: a rule code in the person's language, else as the backend did. */
export function useRuleText(): (codeOrText: string, value: string) => string {
  const t = useText();
  return useCallback(
    (code, value) => (isRuleCode(code) ? t(`rule.${code}`, { ...ruleLimits[code], value }) : code),
    [t],
  );
}

const ownMessage = {
  NetworkError: 'error.NetworkError',
  Timeout: 'error.Timeout',
  BadAnswer: 'error.BadAnswer',
  Redirected: 'error.Redirected',
  TokenUnavailable: 'error.TokenUnavailable',
  NotSupported: 'error.NotSupported',
  StepUpRequired: 'error.StepUpRequired',
  AccountScheduledForDeletion: 'error.AccountScheduledForDeletion',
} as const satisfies Record<string, MessageId>;

const statusMessage: Partial<Record<number, MessageId>> = {
  401: 'error.Unauthorized',
  403: 'error.Forbidden',
  404: 'error.NotFound',
  412: 'error.PreconditionFailed',
};

/** Says what went wrong, in one or two sentences, and the reference to quote when there is one. */
export function useErrorText(): (error: MeError) => string {
  const t = useText();
  return useCallback(
    (error) => {
      const { code, status } = error;
      const reference =
        error.reference && status >= 500
          ? ` ${t('state.reference', { reference: error.reference })}`
          : '';
      // Whatever else is in such an answer: that it is an error says more.
      if (code === 'BadAnswer' && status >= 500) return t('error.server', { status }) + reference;
      if (Object.hasOwn(ownMessage, code))
        return t(ownMessage[code as keyof typeof ownMessage]) + reference;
      if (status === 429) return t('error.TooManyRequests', { seconds: error.retryAfter ?? 0 });
      const known = statusMessage[status];
      if (known) return t(known);
      if (status >= 500) return t('error.server', { status }) + reference;
      const fields = Object.values(error.fields)
        .flat()
        .map((field) => field.message)
        .filter(Boolean);
      const message = fields.join(' ') || (error.message === code ? '' : error.message);
      return message ? t('error.ValidationFailed', { message }) : t('error.refused', { status });
    },
    [t],
  );
}
