import { useRefusalText } from '../ui/refusals/refusals.ts';
import type { KitchenText } from './text.ts';
import type { Notice } from './board/use-orders.ts';

type NoticeProps = {
  readonly notice: Notice;
  readonly text: KitchenText;
  readonly onUndo: (notice: Extract<Notice, { status: 'finished' }>) => void;
};

/** What the last tap did, where it covers no ticket: done and how to take it back, or refused and why. */
export function NoticeLine({ notice, text, onUndo }: NoticeProps) {
  const sentence = useRefusalText();
  if (notice.status === 'none') return null;
  if (notice.status === 'refused') {
    return (
      <p className="notice is-refused">
        <b>{notice.number}</b> {sentence(notice.refusal)}
      </p>
    );
  }
  return (
    <p className="notice">
      <span>{text.finished(notice.number)}</span>
      <button type="button" onClick={() => onUndo(notice)}>
        {text.undo}
      </button>
    </p>
  );
}
