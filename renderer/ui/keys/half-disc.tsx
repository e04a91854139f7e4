import styles from './half-disc.module.css';

/** A pizza cut in two, as large as `--disc` says. `side`: the half that is filled. */
export function HalfDisc({ side = 'left' }: { readonly side?: 'left' | 'right' | 'both' }) {
  return <i className={styles['disc']} data-side={side} aria-hidden />;
}
