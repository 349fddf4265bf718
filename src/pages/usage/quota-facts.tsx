import { useIntl } from '../../i18n/intl.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Quota } from './quota.ts';
import styles from './quota.module.css';

/** What is left of the quota, what was paid for, and both together. */
export function QuotaFacts({ quota }: { quota: Quota }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const left = quota.kind === 'limited' ? quota.left : 0;
  const say = (tokens: number) =>
    quota.kind === 'unlimited' ? t('usage.unlimited') : formatNumber(tokens);
  const facts = [
    [t('usage.left'), say(left)],
    [t('usage.paid'), formatNumber(quota.paid)],
    [t('usage.total'), say(left + quota.paid)],
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
