import { Fragment } from 'react';
import type { UserIdentity } from '../../contract/user.ts';
import { useAccount } from '../../data/account.tsx';
import { balanced } from '../../i18n/bidi.ts';
import { useText } from '../../i18n/text.tsx';
import { Card, CardRows, Row } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Providers whose name is not its id with a capital letter. */
const providerNames: ReadonlyMap<string, string> = new Map([
  ['github', 'GitHub'],
  ['gitlab', 'GitLab'],
]);

const providerName = ({ provider = '' }: UserIdentity): string =>
  providerNames.get(provider.toLowerCase()) ??
  provider.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** The third-party accounts a person can sign in with. Shown when there are any. */
export function LinkedAccountsCard() {
  const t = useText();
  const { identities } = useAccount().user;
  if (identities.length === 0) return null;
  return (
    <Card id="linked-accounts" title={t('profile.linked')} description={t('profile.linked.about')}>
      <CardRows label={t('profile.linked')}>
        {identities.map((identity) => (
          <li key={`${identity.id} ${identity.provider} ${identity.email}`}>
            <Row
              icon={<Icon name="link" />}
              title={<bdi>{providerName(identity) || t('profile.linked.unknown')}</bdi>}
              detail={<Whose identity={identity} />}
            />
          </li>
        ))}
      </CardRows>
    </Card>
  );
}

/** The name and the address that the provider knows. */
function Whose({ identity: { name, email } }: { identity: UserIdentity }) {
  return [name, email]
    .filter((text) => text !== undefined && text !== '')
    .map((text, index) => (
      <Fragment key={index === 0 ? 'first' : 'second'}>
        {index > 0 && <span> · </span>}
        <bdi translate="no">{balanced(text ?? '')}</bdi>
      </Fragment>
    ));
}
