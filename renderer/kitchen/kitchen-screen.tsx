import { useDeferredValue, useMemo, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { KitchenTicket, MenuView, StoreContract, StoreStatus } from '#app/contract/store.ts';

import { useLink, useView } from '../client/use-view.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/settings/settings.tsx';
import { useNodeClock } from '../ui/time/now.tsx';
import { Board } from './board/board.tsx';
import { KitchenHeader } from './header.tsx';
import { KitchenSheets, type OpenSheet } from './kitchen-sheets.tsx';
import { NoticeLine } from './notice-line.tsx';
import { usePreferences } from './preferences.ts';
import { ProductionPanel } from './production/production-panel.tsx';
import { Quiet } from './quiet.tsx';
import { RecipeDrawer } from './recipe/recipe-drawer.tsx';
import { type Bell, useBell } from './sound.ts';
import { KITCHEN_TEXT, type KitchenText } from './text.ts';
import { standing } from './board/marks.ts';
import { type BoardEars, useBoard } from './board/use-board.ts';
import { useKeys } from './use-keys.ts';
import { useOrders } from './board/use-orders.ts';
import { usePages } from './board/use-pages.ts';
import { useRecipe } from './recipe/use-recipe.ts';
import './kitchen.css';

/** The kitchen: every open order in order of placement, one key each, and what to produce. */
export function KitchenScreen({ client }: { readonly client: Client<StoreContract> }) {
  const text = useText(KITCHEN_TEXT);
  const [preferences, changePreferences] = usePreferences();
  const { isSoundOn, isPanelOpen } = preferences;
  const bell = useBell(isSoundOn);
  const board = useBoard(client, useEars(bell, isSoundOn));
  // After the board, so that the tickets are asked for, and answered, first.
  const { status, menu, letters, link } = useStore(client);
  // A new ticket is painted before it is counted.
  const counted = useDeferredValue(useMemo(() => standing(board.tickets), [board.tickets]));
  const orders = useOrders(client, board.tickets);
  const pages = usePages(board.tickets);
  const recipe = useRecipe();
  const [sheet, setSheet] = useState<OpenSheet>('none');
  useKeys(client, { page: pages, orders, recent: board.recent });

  const isTraining = status?.isTraining === true;

  return (
    <div className={classes('kitchen', isPanelOpen && 'has-panel', isTraining && 'is-training')}>
      <KitchenHeader
        tickets={counted}
        link={link}
        status={status}
        text={text}
        notice={<NoticeLine notice={orders.notice} text={text} onUndo={orders.recall} />}
        isNoticed={orders.notice.status !== 'none'}
        pages={pages.state}
        isPanelOpen={isPanelOpen}
        later={board.later.length}
        onPanel={() => changePreferences({ isPanelOpen: !isPanelOpen })}
        onOpen={setSheet}
      />
      {board.tickets.length === 0 ? (
        <Quiet status={board.status} refusal={board.refusal} text={text} />
      ) : (
        <Board
          page={pages.shown}
          pendingIds={orders.pendingIds}
          letters={letters}
          text={text}
          bump={orders.bump}
          openRecipe={recipe.open}
          onSeated={orders.seat}
        />
      )}
      <Beside tickets={counted} menu={menu} isOpen={isPanelOpen} recipe={recipe} text={text} />
      <KitchenSheets
        open={sheet}
        recent={board.recent}
        later={board.later}
        isSoundOn={isSoundOn}
        isTraining={isTraining}
        text={text}
        onRecall={orders.recall}
        onStart={orders.startNow}
        onSound={(isOn) => {
          changePreferences({ isSoundOn: isOn });
          if (isOn) bell.ring();
        }}
        onTraining={(isOn) => void client.request(isOn ? 'training.start' : 'training.stop', {})}
        onClose={() => setSheet('none')}
      />
    </div>
  );
}

/** What stands beside the tickets once the menu is there: what to produce, and a recipe over it. */
function Beside({
  tickets,
  menu,
  isOpen,
  recipe,
  text,
}: {
  readonly tickets: readonly KitchenTicket[];
  readonly menu: MenuView | undefined;
  readonly isOpen: boolean;
  readonly recipe: ReturnType<typeof useRecipe>;
  readonly text: KitchenText;
}) {
  if (menu === undefined) return null;
  return (
    <>
      {isOpen && <ProductionPanel tickets={tickets} menu={menu} text={text} />}
      {recipe.shown !== undefined && (
        <RecipeDrawer open={recipe.shown} menu={menu} text={text} onClose={recipe.close} />
      )}
    </>
  );
}

/** Two tones for a new order, one low tone for an edited one; nothing while the sound is off. */
function useEars(bell: Bell, isSoundOn: boolean): BoardEars {
  return useMemo(
    () => ({
      onNew: () => (isSoundOn ? bell.ring() : undefined),
      onEdited: () => (isSoundOn ? bell.hum() : undefined),
    }),
    [bell, isSoundOn],
  );
}

type Store = {
  readonly status: StoreStatus | undefined;
  readonly menu: MenuView | undefined;
  /** Letters by size id, empty until the menu is there. */
  readonly letters: ReadonlyMap<string, string>;
  readonly link: ReturnType<typeof useLink>;
};

/** What the screen knows of its store; its clock follows the node's. */
function useStore(client: Client<StoreContract>): Store {
  const statusView = useView(client, 'store.status', {});
  const menuView = useView(client, 'menu.current', {});
  const link = useLink(client);
  const known = statusView.status === 'ready' ? statusView.value : undefined;
  const menu = menuView.status === 'ready' ? menuView.value : undefined;
  const letters = useMemo(
    () => new Map((menu?.sizes ?? []).map((size) => [size.id, size.letter])),
    [menu],
  );
  useNodeClock(known?.now);
  return { status: known, menu, letters, link };
}
