import { IconArrowLeft } from '@tabler/icons-react';
import { type Dispatch, useState } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';

import { Key } from '../../ui/keys/key.tsx';
import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { DraftAction, DraftLine } from '../draft/draft.ts';
import { lineName, nameOf } from '../halves/halves.ts';
import { counterText } from '../text.ts';
import { ExtraChips } from './extra-chips.tsx';
import type { Part } from './ingredients.ts';
import { LineBase } from './line-base.tsx';
import styles from './line-panel.module.css';
import { LineOptions } from './line-options.tsx';
import { RecipeChips, type Tool } from './recipe-chips.tsx';
import { lineText } from './text.ts';

/** Everything that can be changed in the selected line, in place of the products. */
export function LinePanel({
  menu,
  line,
  dispatch,
  onNote,
  onLeave,
}: {
  readonly menu: Menu;
  readonly line: DraftLine;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onNote: () => void;
  readonly onLeave: () => void;
}) {
  const text = useText(lineText);
  const [tool, setTool] = useState<Tool>('remove');
  const [askedPart, setPart] = useState<Part>(undefined);
  const [swapFrom, setSwapFrom] = useState<string | undefined>(undefined);
  const part = line.parts === undefined ? undefined : askedPart;
  const name = lineName(menu, line);
  const isPizza = indexOf(menu).products.get(line.productId)?.product.kind === 'pizza';
  const chooseTool = (next: Tool) => {
    setTool(next);
    setSwapFrom(undefined);
  };
  return (
    <section className={styles['panel']} aria-label={text.title(name)}>
      <Head menu={menu} line={line} onNote={onNote} onLeave={onLeave} />
      <div className={styles['body']}>
        {line.parts !== undefined && <Sides menu={menu} line={line} part={part} onPart={setPart} />}
        {isPizza && (
          <RecipeChips
            menu={menu}
            line={line}
            part={part}
            tool={tool}
            swapFrom={swapFrom}
            dispatch={dispatch}
            onTool={chooseTool}
            onSwapFrom={setSwapFrom}
          />
        )}
        <LineBase menu={menu} line={line} dispatch={dispatch} />
        <LineOptions menu={menu} line={line} dispatch={dispatch} />
        {isPizza && (
          <ExtraChips
            menu={menu}
            line={line}
            part={part}
            swapFrom={swapFrom}
            dispatch={dispatch}
            onSwapped={() => setSwapFrom(undefined)}
          />
        )}
      </div>
    </section>
  );
}

function Head({
  menu,
  line,
  onNote,
  onLeave,
}: {
  readonly menu: Menu;
  readonly line: DraftLine;
  readonly onNote: () => void;
  readonly onLeave: () => void;
}) {
  const text = useText(lineText);
  const counter = useText(counterText);
  const name = lineName(menu, line);
  const letter = indexOf(menu).sizes.get(line.sizeId)?.letter ?? '';
  return (
    <header className={styles['head']}>
      <h2>
        {name} <b>{letter}</b>
      </h2>
      <Key
        label={text.addNote}
        {...(line.note === undefined ? {} : { hint: <NoteBegun note={line.note} /> })}
        tone="paper"
        shortcut="F7"
        onPress={onNote}
      />
      <Key
        label={counter.backToMenu}
        icon={<IconArrowLeft size="1.25rem" aria-hidden />}
        tone="ink"
        onPress={onLeave}
      />
    </header>
  );
}

/** As much of it as fits on a key; the ticket has it whole. */
function NoteBegun({ note }: { readonly note: string }) {
  return <span className={styles['note']}>{`«\u202f${note}\u202f»`}</span>;
}

/** G | tout | D: what the chips below act upon. */
function Sides({
  menu,
  line,
  part,
  onPart,
}: {
  readonly menu: Menu;
  readonly line: DraftLine;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
}) {
  const text = useText(lineText);
  const [left, right] = line.parts ?? [];
  const options = [
    { value: '0', label: text.left, hint: `½\u00a0${nameOf(menu, left?.productId ?? '')}` },
    { value: 'whole', label: text.whole },
    { value: '1', label: text.right, hint: `½\u00a0${nameOf(menu, right?.productId ?? '')}` },
  ];
  return (
    <SegmentedKeys
      label={text.side}
      look="outlined"
      options={options}
      value={part === undefined ? 'whole' : String(part)}
      onChange={(value) => onPart(value === 'whole' ? undefined : Number(value))}
    />
  );
}
