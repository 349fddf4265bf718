import type { UserIdentity } from '../../contract/user.ts';
import { useAccount } from '../../data/account.tsx';
import { useText } from '../../i18n/text.tsx';
import { Card, CardRows, Row } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Providers whose name is not its id with a capital letter. */
const providerNames: Readonly<Record<string, string>> = { github: 'GitHub', gitlab: 'GitLab' };

const providerName = ({ provider = '' }: UserIdentity): string =>
  providerNames[provider.toLowerCase()] ??
  provider.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** The third-party accounts a person can sign in with. Shown when there are any. */
export function LinkedAccountsCard() {
  const t = useText();
  const { identities } = useAccount().user;
  if (identities.length === 0) return null;
  return (
    <Card title={t('profile.linked')} description={t('profile.linked.about')}>
      <CardRows label={t('profile.linked')}>
        {identities.map((identity) => (
          <li key={identity.id}>
            <Row
              icon={<Icon name="link" />}
              title={providerName(identity) || t('profile.linked.unknown')}
              detail={
                <bdi translate="no">
                  {[identity.name, identity.email].filter(Boolean).join(' · ') || null}
                </bdi>
              }
            />
          </li>
        ))}
      </CardRows>
    </Card>
  );
}
