import { Combobox } from '@base-ui/react/combobox';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { leaveToInputMethod } from './composing.ts';
import { isFramed, onVisiblePart } from './framed.ts';
import type { PickerPopupProps } from './picker.tsx';
import styles from './picker.module.css';

export interface Option {
  readonly value: string;
}

export interface ComboboxPopupProps<T extends Option> extends PickerPopupProps {
  /** What matches the query, best first; no more than is good to render. */
  matches: readonly T[];
  /** The matches are still those of an earlier query. */
  stale: boolean;
  /** The best match of the present query, whatever is shown. */
  best: () => T | undefined;
  selected: T | null;
  render: (option: T) => ReactNode;
  textOf: (option: T) => string;
  searchLabel: string;
  /** Said and shown below the list: that there is more, or nothing. */
  status: string;
  /** The status is for screen readers alone. */
  quietStatus: boolean;
}

type Boundary = ComponentProps<typeof Combobox.Positioner>['collisionBoundary'];

/** Pixels of height below which what can be seen of a frame is too little to keep within. */
const enough = 320;

/** What the popup keeps within; undefined until that is known, which in a frame takes a moment. */
function useBoundary(): Boundary | undefined {
  const [boundary, setBoundary] = useState<Boundary | undefined>(() =>
    isFramed() ? undefined : 'clipping-ancestors',
  );
  useEffect(() => {
    if (!isFramed()) return;
    return onVisiblePart(({ top: y, height }) => {
      const seen = { x: 0, y, width: window.innerWidth, height };
      setBoundary(height < enough ? 'clipping-ancestors' : seen);
    });
  }, []);
  return boundary;
}

/** The open part of a picker: a search field in the place of the button, and what it finds. */
export function ComboboxPopup<T extends Option>(props: ComboboxPopupProps<T>) {
  const { anchor, id, label, matches, selected, query, onQuery, onChoose, onClose } = props;
  const input = useRef<HTMLInputElement>(null);
  const highlighted = useRef<T>(undefined);
  const start = anchor.current;
  const boundary = useBoundary();

  const onKeyDown = (event: KeyboardEvent) => {
    if (leaveToInputMethod(event)) return;
    if (event.key === 'Tab') {
      // The focus goes on from the field, where the browser's own Tab then takes it.
      onClose('return');
    } else if (event.key === 'Enter' && query.trim() && (props.stale || !highlighted.current)) {
      // Whoever types faster than the list follows means the best match of what they typed.
      event.preventDefault();
      event.stopPropagation();
      // What names nothing goes into the field as typed, whose rule then says what is wrong.
      onChoose(props.best()?.value ?? query.trim());
    }
  };

  // The same function as long as the options look the same, so that typing renders none anew.
  const { render } = props;
  const item = useCallback(
    (option: T) => (
      <Combobox.Item key={option.value} value={option} className={styles['option']}>
        {render(option)}
      </Combobox.Item>
    ),
    [render],
  );

  if (boundary === undefined) return null;
  return (
    <DirectionProvider
      direction={start?.closest<HTMLElement>('[dir]')?.dir === 'rtl' ? 'rtl' : 'ltr'}
    >
      <Combobox.Root<T>
        open
        onOpenChange={(open, details) => {
          if (open) return;
          const { reason, event } = details;
          // Pressing the field is its own business.
          if (event.target instanceof Node && start?.contains(event.target)) return;
          onClose(reason === 'outside-press' || reason === 'focus-out' ? 'leave' : 'return');
        }}
        items={matches}
        filter={null}
        autoHighlight
        value={selected}
        onValueChange={(option) => {
          if (option) onChoose(option.value);
        }}
        isItemEqualToValue={(one, other) => one.value === other.value}
        itemToStringLabel={props.textOf}
        inputValue={query}
        onInputValueChange={(text, { reason }) => {
          if (reason === 'input-change') onQuery(text);
        }}
        onItemHighlighted={(option) => {
          highlighted.current = option;
        }}
      >
        <Combobox.Portal container={start?.closest<HTMLElement>('dialog, .as-place') ?? undefined}>
          <Combobox.Positioner
            className={styles['layer']}
            anchor={anchor}
            align="start"
            sideOffset={({ anchor: { height } }) => -height}
            collisionBoundary={boundary}
            collisionPadding={8}
          >
            <Combobox.Popup
              id={id}
              className={styles['popup']}
              aria-label={label}
              initialFocus={input}
              finalFocus={false}
              onKeyDownCapture={onKeyDown}
            >
              <Combobox.Input
                ref={input}
                className={styles['search']}
                aria-label={props.searchLabel}
                placeholder={props.searchLabel}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
              />
              <Combobox.List className={styles['list']} aria-label={label}>
                {item}
              </Combobox.List>
              <Combobox.Status
                className={props.quietStatus ? 'as-visually-hidden' : styles['status']}
              >
                {props.status}
              </Combobox.Status>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </DirectionProvider>
  );
}

/** The muted part of an option. */
export function Muted({ children }: { children: ReactNode }) {
  return <span className={styles['muted']}>{children}</span>;
}
