import { useEffect, useRef, useState } from 'react';
import { MeError } from '../../client/me-error.ts';
import { useErrorText } from '../../form/error-text.ts';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './sessions.module.css';

/** How far below the window the end of the list may be when more rows are fetched: four screens. */
const reach = '400% 0px';

export interface MoreRowsProps {
  loading: boolean;
  /** Why the last attempt failed. */
  error: Error | null;
  onMore: () => void;
  /** Called before a retry: its button goes when that succeeds. */
  onRetry: () => void;
}

/** The end of what was read of a longer list: reads on as the person comes near. */
export function MoreRows({ loading, error, onMore, onRetry }: MoreRowsProps) {
  const t = useText();
  const errorText = useErrorText();
  const end = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: reach },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (near && !loading && !error) onMore();
  }, [near, loading, error, onMore]);

  return (
    <div ref={end} className={styles['more']}>
      {error ? (
        <>
          <span role="alert">
            {`${t('state.failed', { what: t('sessions.more') })}. ${errorText(
              error instanceof MeError ? error : new MeError({ code: 'BadAnswer' }),
            )}`}
          </span>
          <Button
            disabled={loading}
            onClick={() => {
              onRetry();
              onMore();
            }}
          >
            {t(loading ? 'sessions.loadingMore' : 'state.retry')}
          </Button>
        </>
      ) : (
        <span role="status">{t('sessions.loadingMore')}</span>
      )}
    </div>
  );
}
