import {
  useEffect,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { Button } from './button.tsx';
import { leaveToInputMethod } from './composing.ts';
import { inputClass, labelId, notesId } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './picker.module.css';

/** What the part of a picker that is fetched on intent gets from the field. */
export interface PickerPopupProps {
  /** The field: the popup stands in its place. */
  anchor: RefObject<HTMLButtonElement | null>;
  id: string;
  label: string;
  value: string;
  /** What is saved now: choosing the same thing keeps it as it is written. */
  stored: string;
  /** What the choice of nothing is called. */
  emptyLabel: string;
  /** Whether nothing can be chosen. */
  clearable: boolean;
  query: string;
  onQuery: (query: string) => void;
  onChoose: (value: string) => void;
  /** `leave`: the person went elsewhere, which keeps the focus there. */
  onClose: (how: 'return' | 'leave') => void;
}

export interface PickerProps {
  /** The control's id, which its label names. */
  id: string;
  label: string;
  value: string;
  stored: string;
  /** The value as a person reads it, at the start of the field. */
  text: string;
  /** What is good to know about it, at the end. */
  detail?: string;
  emptyLabel: string;
  clearable: boolean;
  invalid: boolean;
  onChange: (value: string) => void;
  onBlur: () => void;
  /** Receives whichever element has the focus of the field. */
  controlRef: (element: HTMLElement | null) => void;
  load: () => Promise<ComponentType<PickerPopupProps>>;
  words: { readonly loading: string; readonly retry: string; readonly failed: string };
}

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;

/**
 * A field with a searchable list. Until a person turns to it, it is a button: the list and its code
 * are fetched on hover or focus and open on click, Enter, Space, an arrow, or typing. What is typed
 * in the meantime is kept. Without the code, the value can still be typed.
 */
export function Picker(props: PickerProps) {
  const { id, label, value, text, detail, emptyLabel, invalid, onChange, onBlur, words } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [Popup, setPopup] = useState<ComponentType<PickerPopupProps>>();
  const [failed, setFailed] = useState(false);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');

  const load = () => {
    if (Popup) return;
    props.load().then(
      (loaded) => {
        setPopup(() => loaded);
        setFailed(false);
      },
      () => setFailed(true),
    );
  };

  const show = (typed = '') => {
    load();
    setQuery(typed);
    setOpen(true);
  };

  const close = (how: 'return' | 'leave') => {
    // Before the popup goes, so that the focus is never nowhere.
    if (how === 'return') button.current?.focus();
    setOpen(false);
    setQuery('');
    onBlur();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (leaveToInputMethod(event)) return;
    const waiting = open && query !== '';
    if (isLetter(event) || (waiting && event.key === ' ')) {
      event.preventDefault();
      if (open) setQuery((typed) => typed + event.key);
      else show(event.key);
    } else if (waiting && event.key === 'Backspace') {
      setQuery((typed) => typed.slice(0, -1));
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      close('return');
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) show();
    }
  };

  if (failed && open) return <Fallback {...props} onRetry={load} />;
  const loading = open && !Popup;
  return (
    <>
      <button
        ref={(element) => {
          button.current = element;
          props.controlRef(element);
        }}
        id={id}
        type="button"
        className={styles['field']}
        // Its label alone would hide from the ear what the field holds.
        aria-labelledby={`${labelId(id)} ${id}-value ${id}-detail`}
        aria-haspopup="dialog"
        aria-expanded={open && !loading}
        aria-controls={open && !loading ? `${id}-popup` : undefined}
        // Buttons have no `aria-invalid`: what is wrong is told by the notes.
        data-invalid={invalid || undefined}
        aria-describedby={notesId(id)}
        aria-busy={loading || undefined}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => (open ? close('return') : show())}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!open) onBlur();
        }}
      >
        <bdi id={`${id}-value`} className={styles['text']}>
          {(loading && query) || text}
        </bdi>{' '}
        <span id={`${id}-detail`} className={styles['detail']}>
          {loading ? words.loading : detail}
        </span>
        <Icon name="chevron" size={16} />
      </button>
      {open && Popup && (
        <Popup
          anchor={button}
          id={`${id}-popup`}
          label={label}
          value={value}
          stored={props.stored}
          emptyLabel={emptyLabel}
          clearable={props.clearable}
          query={query}
          onQuery={setQuery}
          onChoose={(chosen) => {
            onChange(chosen);
            close('return');
          }}
          onClose={close}
        />
      )}
    </>
  );
}

/** The list could not be fetched: the value is typed as it is stored. */
function Fallback(props: PickerProps & { onRetry: () => void }) {
  const { id, value, invalid, onChange, onBlur, controlRef, words, onRetry } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <>
      <div className={styles['fallback']}>
        <input
          ref={(element) => {
            input.current = element;
            controlRef(element);
          }}
          id={id}
          className={inputClass}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={value}
          aria-invalid={invalid || undefined}
          aria-describedby={`${id}-failed ${notesId(id)}`}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
        <Button onClick={onRetry}>{words.retry}</Button>
      </div>
      <span id={`${id}-failed`} role="alert" className={styles['muted']}>
        {words.failed}
      </span>
    </>
  );
}
