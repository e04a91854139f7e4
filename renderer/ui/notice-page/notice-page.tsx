import type { ReactNode } from 'react';

import styles from './notice-page.module.css';

/** A whole screen that says why it shows nothing else, and what to do. */
export function NoticePage({
  icon,
  title,
  isAlert = false,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  /** Read out at once: it came in the place of something else. */
  readonly isAlert?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <main className={styles['page']} role={isAlert ? 'alert' : undefined}>
      {icon}
      <h1>{title}</h1>
      {children}
    </main>
  );
}
