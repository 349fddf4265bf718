import { discardUnsaved, useSavingUnsaved } from '../form/unsaved.ts';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

export interface LeaveQuestionProps {
  /** How many cards have unsaved changes. */
  count: number;
  onStay: () => void;
}

/** Whether to leave the page without saving. */
export function LeaveQuestion({ count, onStay }: LeaveQuestionProps) {
  const t = useText();
  const saving = useSavingUnsaved();
  return (
    <Dialog
      alert
      open
      title={t('leave.title')}
      onClose={onStay}
      actions={
        <>
          <Button data-autofocus onClick={onStay}>
            {t('leave.stay')}
          </Button>
          <Button variant="danger" disabled={saving} onClick={discardUnsaved}>
            {t(saving ? 'form.saving' : 'leave.discard')}
          </Button>
        </>
      }
    >
      <p>{t('leave.about', { count })}</p>
    </Dialog>
  );
}
