import type { InputHTMLAttributes } from 'react';
import styles from './switch.module.css';

export interface SwitchProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'onChange' | 'checked'
> {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A setting that takes effect at once: a native checkbox that says it is a switch. */
export function Switch({ checked, onChange, disabled, ...rest }: SwitchProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- HTML forbids it: the checkbox itself says so
      role="switch"
      className={styles['switch']}
      checked={checked}
      aria-disabled={disabled || undefined}
      onChange={(event) => {
        if (!disabled) onChange(event.target.checked);
      }}
    />
  );
}
