import { useEffect } from 'react';
import type { Root } from 'react-dom/client';
import { ConfigError, type ConfigProblem } from '../../contract/read-page-config.ts';
import { loadArea } from '../../i18n/catalogue.ts';
import { IntlProvider } from '../../i18n/intl.tsx';
import { useText } from '../../i18n/text.tsx';
import { Card, CardRows, Row } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { initialLocale } from '../locale.tsx';

/** Instead of the page, when its configuration cannot be used: what is wrong, for who set it up. */
export function ConfigProblems({ problems }: { problems: readonly ConfigProblem[] }) {
  const t = useText();
  const title = t('config.title');
  useEffect(() => {
    document.title = t('app.pageTitle', { page: title });
  }, [t, title]);
  const sentence = ({ rule, value, allowed }: ConfigProblem) =>
    [
      t(`config.rule.${rule}`, { allowed: allowed?.join(', ') ?? '' }),
      value !== undefined && t('config.value', { value }),
    ]
      .filter(Boolean)
      .join(' ');
  const lines = problems.map((one) => `${one.key || t('config.whole')}: ${sentence(one)}`);
  const said = [title, ...lines].join('\n');
  useEffect(() => console.error(said), [said]);
  return (
    <main className="as-shell-end">
      <h1 ref={(heading) => heading?.focus()} tabIndex={-1}>
        {title}
      </h1>
      <p>{t('config.about')}</p>
      <Card title={t('config.problems', { count: problems.length })}>
        <CardRows label={t('config.problems', { count: problems.length })}>
          {problems.map((problem) => (
            <li key={`${problem.key} ${problem.rule}`}>
              <Row
                icon={<Icon name="warning" />}
                title={
                  <bdi>
                    {problem.key ? <code translate="no">{problem.key}</code> : t('config.whole')}
                  </bdi>
                }
                detail={sentence(problem)}
              />
            </li>
          ))}
        </CardRows>
      </Card>
    </main>
  );
}

/**
 * Shows what is wrong in the reader's language, and on the console. Answers whether `error` is about
 * the configuration at all.
 */
export async function showConfigProblems(root: () => Root, error: unknown): Promise<boolean> {
  if (!(error instanceof ConfigError)) return false;
  const { problems } = error;
  const [{ choice, messages }] = await Promise.all([initialLocale(undefined), loadArea('config')]);
  document.documentElement.lang = choice.language;
  document.documentElement.dir = choice.dir;
  root().render(
    <IntlProvider locale={choice.locale} messages={messages}>
      <ConfigProblems problems={problems} />
    </IntlProvider>,
  );
  return true;
}
