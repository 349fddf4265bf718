import { useId, type ReactNode, type Ref } from 'react';
import styles from './card.module.css';
import { useOwnId } from './own-id.ts';

export interface CardProps {
  title: string;
  description?: ReactNode;
  /** What stands at the end of the header's line. */
  action?: ReactNode;
  danger?: boolean;
  /** The title is only spoken: what the card holds says it to the eye. */
  quiet?: boolean;
  /** Lets focus be moved to the title when what had it is gone. */
  titleRef?: Ref<HTMLHeadingElement>;
  /** Deep links (`/profile#<id>`) scroll here. */
  id?: string;
  children: ReactNode;
}

/** One form or one list: a landmark named by its title. */
export function Card(props: CardProps) {
  const { title, description, action, danger, quiet, titleRef, children } = props;
  const id = useOwnId(props.id);
  const titleId = useId();
  return (
    <section
      id={id}
      className={danger ? `${styles['card']} ${styles['danger']}` : styles['card']}
      aria-labelledby={titleId}
    >
      <div className={quiet ? 'as-visually-hidden' : styles['header']}>
        <div>
          <h2
            id={titleId}
            ref={titleRef}
            tabIndex={titleRef ? -1 : undefined}
            className={styles['title']}
          >
            {title}
          </h2>
          {description && <p className={styles['description']}>{description}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

export function CardBody({ children }: { children: ReactNode }) {
  return <div className={styles['body']}>{children}</div>;
}

/** State on the left, actions on the right. */
export function CardFooter({ status, children }: { status?: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles['footer']}>
      <div className={styles['status']}>{status}</div>
      {children && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}

export function CardRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles['rows']} aria-label={label}>
      {children}
    </ul>
  );
}

export interface RowProps {
  icon?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  actions?: ReactNode;
}

/** What stands inside one item of a list: a picture, a title with badges, a detail, actions. */
export function Row({ icon, title, detail, actions }: RowProps) {
  return (
    <div className={styles['row']}>
      {icon && <span className={styles['rowIcon']}>{icon}</span>}
      <div className={styles['rowText']}>
        <div className={styles['rowTitle']}>{title}</div>
        {detail && <div className={styles['rowDetail']}>{detail}</div>}
      </div>
      {actions && <div className={styles['rowActions']}>{actions}</div>}
    </div>
  );
}
