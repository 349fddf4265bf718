import type { ReactNode } from 'react';
import styles from './field.module.css';
import { useOwnId } from './own-id.ts';

export interface FieldProps {
  /** The control's id; its description is `<id>-notes`. */
  id: string;
  label: ReactNode;
  /** A hint below the control, replaced by the error when there is one. */
  hint?: ReactNode;
  error?: string | undefined;
  /** The error comes while the control has the focus, and is to be spoken at once. */
  spokenError?: boolean;
  success?: string | undefined;
  /** What stands at the end of the hint's line, a counter for instance. */
  counter?: ReactNode;
  wide?: boolean | undefined;
  children: ReactNode;
}

/** The id of the element that describes the control `id`. */
export const notesId = (id: string): string => `${id}-notes`;

/** The id of the label of the control `id`, for controls whose name also tells their value. */
export const labelId = (id: string): string => `${id}-label`;

/** A labelled control with its hint, error and counter. */
export function Field({ label, wide, children, ...notes }: FieldProps) {
  const { id } = notes;
  return (
    <div className={wide ? `${styles['field']} ${styles['wide']}` : styles['field']}>
      <label id={labelId(id)} className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children}
      <FieldNotes {...notes} />
    </div>
  );
}

function FieldNotes({
  id,
  hint,
  error,
  success,
  counter,
  spokenError,
}: Omit<FieldProps, 'label' | 'wide' | 'children'>) {
  // The control names it whether or not there is something to say.
  if (!hint && !error && !success && !counter && !spokenError) {
    return <span id={notesId(id)} hidden />;
  }
  return (
    <div className={styles['notes']}>
      <span
        id={notesId(id)}
        className={error ? styles['error'] : success ? styles['success'] : undefined}
        role={spokenError ? 'alert' : undefined}
      >
        {error ?? success ?? hint}
      </span>
      {counter && <span className={styles['counter']}>{counter}</span>}
    </div>
  );
}

/** A value that cannot be edited here, laid out like a field. */
export function ReadOnlyField({
  label,
  children,
  note,
  wide,
  id,
  verbatim,
}: {
  label: string;
  children: ReactNode;
  /** Why it can only be looked at, where the card does not say so. */
  note?: string | undefined;
  wide?: boolean | undefined;
  id?: string;
  /** A name, a handle, an address: no browser may translate it. */
  verbatim?: boolean;
}) {
  return (
    <dl
      id={useOwnId(id)}
      className={wide ? `${styles['field']} ${styles['wide']}` : styles['field']}
    >
      <dt className={styles['label']}>{label}</dt>
      {/* A text reads in its own direction, and stands where the page begins its lines. */}
      <dd className={styles['value']} translate={verbatim ? 'no' : undefined}>
        {typeof children === 'string' ? <bdi>{children}</bdi> : children}
      </dd>
      {note && <dd className={styles['note']}>{note}</dd>}
    </dl>
  );
}

/** One column when narrow, two when there is room. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={styles['grid']}>{children}</div>;
}

/** The class of a text control. */
export const inputClass = styles['input'] ?? '';

/** A control behind a fixed, spoken-by-the-label prefix such as `x.com/`. */
export function Prefixed({ prefix, children }: { prefix: string; children: ReactNode }) {
  return (
    <div className={styles['prefixed']} dir="ltr">
      <span aria-hidden="true" translate="no">
        {prefix}
      </span>
      {children}
    </div>
  );
}
