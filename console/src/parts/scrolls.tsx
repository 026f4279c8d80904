import type { ReactNode } from 'react';
import styles from './scrolls.module.css';

interface ScrollsProps {
  /** What it is, for those who hear it. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What may be wider or longer than its place, and is scrolled there, also by keyboard. */
export function Scrolls({ label, className = '', children }: ScrollsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, nobody could scroll by keyboard
    <section className={`${styles.scrolls} ${className}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
