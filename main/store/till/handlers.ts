import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { accept } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { deviceOf } from '../staff/handlers.ts';
import { openDrafts } from './drafts.ts';
import { promotionsShown } from './promotions-shown.ts';
import { trainingHandlers, type TrainingMethods } from './training/handlers.ts';

type TillMethods = Pick<
  Handlers<StoreContract, Caller>,
  'till.list' | 'draft.park' | 'draft.list' | 'draft.take' | 'display.show' | 'display.current'
> &
  TrainingMethods;

/**
 * What a till keeps for itself: the other tills, parked drafts, the customer display, training.
 * Needs `sql`, `now`, `announce`, `staff`, `displays`, `training`, `isTraining`, `menu` and `store`.
 */
export function tillHandlers(context: StoreContext): TillMethods {
  const { staff, displays, training, announce } = context;
  const drafts = openDrafts(context.sql, context.now);
  return {
    ...trainingHandlers(context),
    'till.list'(_input, caller) {
      const { sessions, presence } = staff;
      const devices = new Set([...sessions.devices(), ...presence.devicesOf('counter')]);
      devices.delete(deviceOf(caller));
      // A till of the other world is no till of this one.
      const here = [...devices].filter((device) => training.isIn(device) === context.isTraining);
      return accept(
        here.sort().map((device) => {
          const firstName = sessions.at(device)?.employee.firstName;
          return {
            device,
            ...(firstName === undefined ? {} : { firstName }),
            isOnline: presence.isOnline(device),
          };
        }),
      );
    },
    'draft.park'(input, caller) {
      const outcome = drafts.park(input, { by: doerOf(caller).by, device: deviceOf(caller) });
      if (outcome.ok) announce(['drafts']);
      return outcome;
    },
    'draft.list': () => accept(drafts.list()),
    'draft.take'({ draftId }, caller) {
      const outcome = drafts.take(draftId, deviceOf(caller));
      if (outcome.ok) announce(['drafts']);
      return outcome;
    },
    'display.show'(input, caller) {
      displays.show(deviceOf(caller), input);
      return accept({});
    },
    'display.current'(input, caller) {
      // A till asks for its own; a display for the till that it stands at.
      const device = input.device ?? (caller.role === 'counter' ? caller.device : undefined);
      const current = displays.current(device);
      const till = current?.device ?? device;
      return accept({
        storeName: context.store.name,
        isTraining: till !== undefined && training.isIn(till),
        ...(current === undefined ? {} : { shown: current.shown }),
        promotions: promotionsShown(context, context.now()),
      });
    },
  };
}
