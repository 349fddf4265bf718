import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';

type Variant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'dangerOutline';

const classes = (variant: Variant, className?: string) =>
  [styles['button'], styles[variant], className].filter(Boolean).join(' ');

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: Variant;
}

/**
 * A button. `disabled` becomes `aria-disabled`: a button that has the focus when it is switched off
 * (Save, after saving) must not lose it.
 */
export function Button({
  variant = 'secondary',
  disabled,
  onClick,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- it has: `button` unless told otherwise
      type={type}
      className={classes(variant, className)}
      aria-disabled={disabled || undefined}
      onClick={disabled ? (event) => event.preventDefault() : onClick}
    />
  );
}

/** A link that looks like a button, for what leads elsewhere. */
export function ButtonLink({
  variant = 'secondary',
  className,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { variant?: Variant }) {
  return (
    <a {...rest} className={classes(variant, className)}>
      {children}
    </a>
  );
}
