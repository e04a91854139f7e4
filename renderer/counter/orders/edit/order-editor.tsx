import { useMemo, useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';
import type { PricedLine } from '#app/domain/order/events.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import { lineText } from '#app/domain/menu/spec-text.ts';
import { priceCart } from '#app/domain/pricing.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { Money } from '../../../ui/money.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import { dateText } from '../../../ui/time/time-text.ts';
import { selectedLine } from '../../draft/draft.ts';
import { Shelves } from '../../grid/shelves.tsx';
import { useDough } from '../../grid/use-dough.ts';
import { cartLineOf } from '../../grid/variant.ts';
import { lineName } from '../../halves/halves.ts';
import { isChangeable } from '../../line/ingredients.ts';
import { OptionsSheet } from '../../line/options-sheet.tsx';
import { NoteSheet } from '../../sheets/note-sheet.tsx';
import { useStoreStatus } from '../../store-status.tsx';
import { type MainView, type OpenSheet, PRODUCTS } from '../../use-counter-view.ts';
import { baseOf, changedSince } from './edit-draft.ts';
import { EditLines } from './edit-lines.tsx';
import styles from './order-editor.module.css';
import { editText } from './text.ts';
import { type OrderEdit, useOrderEdit } from './use-order-edit.ts';

type Detail = Output<StoreContract, 'order.detail'>;

/** A placed order on the same shelves as a new one; the kitchen gets the difference. */
export function OrderEditor({
  client,
  menu,
  detail,
  onSaved,
  onLeave,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly detail: Detail;
  /** With the total of both, where another till had changed the order meanwhile. */
  readonly onSaved: (mergedCents: number | undefined) => void;
  readonly onLeave: () => void;
}) {
  const text = useText(editText);
  const edit = useOrderEdit({ client, detail, onSaved });
  const { draft, dispatch } = edit;
  const [view, setView] = useState<MainView>(PRODUCTS);
  const [sheet, setSheet] = useState<OpenSheet | undefined>(undefined);
  const [notice, setNotice] = useState<string | undefined>(undefined);
  const [doughId, setDough] = useDough(false);
  const priced = usePricedEdit(menu, detail, edit);
  const line = selectedLine(draft);
  const changeable = line !== undefined && isChangeable(menu, line) ? line : undefined;
  const shown = view.name === 'line' && changeable === undefined ? PRODUCTS : view;
  const marks = useMarks(edit);
  const open = (lineId: string) => {
    dispatch({ type: 'select', lineId });
    setView({ name: 'line' });
  };
  return (
    <div className={styles['editor']}>
      <section className={styles['side']} aria-label={text.title(detail.number)}>
        <EditLines
          lines={draft.lines}
          priced={priced.lines}
          selectedId={draft.selectedId}
          marks={marks}
          dispatch={dispatch}
          onOpen={open}
        />
        <Refused menu={menu} detail={detail} edit={edit} />
        {notice !== undefined && <p role="status">{notice}</p>}
        <Foot number={detail.number} totalCents={priced.totalCents} edit={edit} onLeave={onLeave} />
      </section>
      <Shelves
        menu={menu}
        lines={draft.lines}
        sizeId={draft.sizeId ?? menu.defaultSizeId}
        doughId={doughId}
        onDough={setDough}
        view={shown}
        selected={shown.name === 'line' ? changeable : undefined}
        dispatch={dispatch}
        onView={setView}
        onSheet={setSheet}
        onNote={() => setSheet({ name: 'note' })}
        onNotice={setNotice}
      />
      <EditSheets menu={menu} edit={edit} sheet={sheet} onClose={() => setSheet(undefined)} />
    </div>
  );
}

/** What is new in each line, in a word. */
function useMarks({ base, draft, operations }: OrderEdit): ReadonlyMap<string, string> {
  const text = useText(editText);
  return useMemo(() => {
    const known = new Set(base.lines.map(({ lineId }) => lineId));
    const changed = new Set(
      operations.flatMap((one) => (one.kind === 'replace' ? [one.line.lineId] : [])),
    );
    return new Map(
      draft.lines.flatMap(({ lineId }): [string, string][] => {
        if (!known.has(lineId)) return [[lineId, text.added]];
        return changed.has(lineId) ? [[lineId, text.changed]] : [];
      }),
    );
  }, [base, operations, draft.lines, text]);
}

/** The new total, and the keys that end the change. */
function Foot({
  number,
  totalCents,
  edit: { draft, operations, save },
  onLeave,
}: {
  readonly number: number;
  readonly totalCents: number | undefined;
  readonly edit: OrderEdit;
  readonly onLeave: () => void;
}) {
  const text = useText(editText);
  return (
    <div className={styles['foot']}>
      {totalCents !== undefined && (
        <p className={styles['total']}>
          <span>{text.total}</span>
          <Money cents={totalCents} size="large" />
        </p>
      )}
      <Key
        label={text.save}
        hint={operations.length === 0 ? text.nothing : text.saveHint}
        tone="action"
        size="l"
        wide
        disabled={operations.length === 0 || draft.lines.length === 0}
        onPress={() => void save(text.title(number))}
      />
      <Key label={text.leave} tone="paper" wide onPress={onLeave} />
    </div>
  );
}

/** What a line asks for over the editor: options of a new one, a note of the chosen one. */
function EditSheets({
  menu,
  edit: { draft, dispatch },
  sheet,
  onClose,
}: {
  readonly menu: Menu;
  readonly edit: OrderEdit;
  readonly sheet: OpenSheet | undefined;
  readonly onClose: () => void;
}) {
  const selected = selectedLine(draft);
  if (sheet?.name === 'options') {
    const line = cartLineOf(menu, sheet.productId, sheet.sizeId);
    return line === undefined ? null : (
      <OptionsSheet
        menu={menu}
        line={line}
        onAdd={(chosen) => dispatch({ type: 'add', line: chosen })}
        onClose={onClose}
      />
    );
  }
  if (sheet?.name !== 'note' || selected === undefined) return null;
  return (
    <NoteSheet
      notes={{ order: '', line: selected.note ?? '' }}
      lineName={lineName(menu, selected)}
      first="line"
      onSave={(scope, note) => {
        if (scope === 'line') dispatch({ type: 'set-line-note', note });
      }}
      onClose={onClose}
    />
  );
}

/** Why the change was not taken; where another till was faster, what it did and how to go on. */
function Refused({
  menu,
  detail,
  edit,
}: {
  readonly menu: Menu;
  readonly detail: Detail;
  readonly edit: OrderEdit;
}) {
  const text = useText(editText);
  const language = useLanguage();
  const refusalText = useRefusalText();
  if (edit.refusal === undefined) return null;
  const isElsewhere = ELSEWHERE.includes(edit.refusal.code);
  const changed = isElsewhere ? changedSince(edit.base, baseOf(detail)) : [];
  const said = (lineId: string) => {
    const line = detail.lines.find(
      (known, place) => (known.lineId ?? String(place + 1)) === lineId,
    );
    return line === undefined ? undefined : lineText(specOf(line, language));
  };
  return (
    <div className={styles['refused']} role="alert">
      <p>{isElsewhere ? text.elsewhere : refusalText(edit.refusal)}</p>
      {changed.map((lineId) => {
        const line = said(lineId);
        const before = edit.base.lines.find((known) => known.lineId === lineId);
        const name = before === undefined ? lineId : lineName(menu, before);
        return <p key={lineId}>{line === undefined ? text.gone(name) : text.now(line)}</p>;
      })}
      {isElsewhere && <Key label={text.look} tone="ink" wide onPress={edit.rebase} />}
    </div>
  );
}

/** Another till was there first. */
const ELSEWHERE: readonly string[] = [
  'order.edited-elsewhere',
  'order.edited-meanwhile',
  'order.unknown-line',
];

/** The order as it would be, by the same rules as the node: what stays keeps its price. */
function usePricedEdit(
  menu: Menu,
  detail: Detail,
  { draft }: OrderEdit,
): { readonly lines: readonly PricedLine[]; readonly totalCents: number | undefined } {
  const { status } = useStoreStatus();
  const { lines } = draft;
  return useMemo(() => {
    const priced = priceCart({
      menu,
      mode: detail.mode,
      channel: detail.channel,
      storeId: status?.storeId,
      territory: status?.territory ?? 'mainland',
      date: dateText(detail.placedAt),
      lines,
      // The contract's shape of a line is the domain's.
      keptLines: detail.lines as readonly PricedLine[],
      keptMode: detail.mode,
    });
    if (!priced.ok) return { lines: [], totalCents: undefined };
    const feeCents = detail.feeCents;
    return { lines: priced.value.lines, totalCents: priced.value.totalCents + feeCents };
  }, [menu, detail, lines, status?.storeId, status?.territory]);
}
