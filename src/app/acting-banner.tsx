import { useUserQuery } from '../data/user.ts';
import { Text } from '../i18n/text.tsx';
import { Banner } from '../ui/banner.tsx';

/** Who uses this page in the person's place, and what is left to the person. */
export function ActingBanner() {
  const account = useUserQuery().data?.value;
  if (account?.executionMode === undefined) return null;
  const { executionMode, actor, name } = account;
  const who = actor?.name ?? actor?.id;
  return (
    <Banner tone="warning" role="status">
      {who ? (
        <Text id="acting.named" verbatim values={{ actor: who, name }} />
      ) : (
        <Text
          id={executionMode === 'service' ? 'acting.service' : 'acting.unnamed'}
          values={{ name }}
        />
      )}
    </Banner>
  );
}
