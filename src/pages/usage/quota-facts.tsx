import { useIntl } from '../../i18n/intl.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Quota } from './quota.ts';
import styles from './quota.module.css';

/** Tokens left of a quota, where that is known. */
function leftOf(quota: Quota): number | undefined {
  if (quota.kind === 'limited') return quota.left;
  return quota.kind === 'none' ? 0 : undefined;
}

/** What is left of the quota, what was paid for, and both together. */
export function QuotaFacts({ quota }: { quota: Quota }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const { paid } = quota;
  const left = leftOf(quota);
  const total = left === undefined || paid === undefined ? undefined : left + paid;
  const say = (tokens: number | undefined) =>
    tokens === undefined ? t('usage.unknown') : formatNumber(tokens);
  const sayLimited = (tokens: number | undefined) =>
    quota.kind === 'unlimited' ? t('usage.unlimited') : say(tokens);
  const facts = [
    [t('usage.left'), sayLimited(left)],
    [t('usage.paid'), say(paid)],
    [t('usage.total'), sayLimited(total)],
  ] as const;
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles['fact']}>
          <dt className={styles['muted']}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
