import { useText } from '../i18n/text.tsx';

/** What every picker says while its list is fetched, and when that fails. */
export function usePickerWords() {
  const t = useText();
  return {
    loading: t('region.picker.loading'),
    retry: t('state.retry'),
    failed: t('region.picker.failed'),
  };
}
