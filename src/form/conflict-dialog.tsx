import { useId, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './conflict-dialog.module.css';
import type { Clash } from './merge.ts';

export interface ConflictDialogProps {
  clashes: readonly Clash[];
  labelOf: (field: string) => string;
  display: (field: string, text: string) => string;
  onKeepEditing: () => void;
  /** The chosen text of every field that clashed. */
  onResolve: (chosen: Record<string, string>) => void;
}

type Side = 'mine' | 'theirs';

/** Shows, field by field, what was typed here beside what was saved elsewhere, and asks which stays. */
export default function ConflictDialog(props: ConflictDialogProps) {
  const { clashes, labelOf, display, onKeepEditing, onResolve } = props;
  const t = useText();
  const group = useId();
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const sideOf = (field: string): Side => sides[field] ?? 'mine';
  return (
    <Dialog
      open
      title={t('conflict.title')}
      onClose={onKeepEditing}
      actions={
        <>
          <Button data-autofocus onClick={onKeepEditing}>
            {t('conflict.keep')}
          </Button>
          <Button
            variant="primary"
            onClick={() =>
              onResolve(
                Object.fromEntries(
                  clashes.map((clash) => [clash.field, clash[sideOf(clash.field)]]),
                ),
              )
            }
          >
            {t('conflict.save')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.about')}</p>
      {clashes.map((clash) => (
        <fieldset key={clash.field} className={styles['clash']}>
          <legend>{labelOf(clash.field)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <Choice
              key={side}
              name={group + clash.field}
              caption={t(`conflict.${side}`)}
              text={display(clash.field, clash[side]) || t('conflict.empty')}
              chosen={sideOf(clash.field) === side}
              onChoose={() => setSides((now) => ({ ...now, [clash.field]: side }))}
            />
          ))}
        </fieldset>
      ))}
    </Dialog>
  );
}

interface ChoiceProps {
  name: string;
  caption: string;
  text: string;
  chosen: boolean;
  onChoose: () => void;
}

function Choice({ name, caption, text, chosen, onChoose }: ChoiceProps) {
  return (
    <label className={styles['choice']}>
      <input type="radio" name={name} checked={chosen} onChange={onChoose} />
      <span>
        <span className={styles['caption']}>{caption}</span>
        <span className={styles['text']} dir="auto" translate="no">
          {text}
        </span>
      </span>
    </label>
  );
}
